"""What shall be reached, and by whom."""

from typing import Final

from conversations.kampanye.guard import for_campaigners
from conversations.kampanye.memory import CampaignDraft
from conversations.shared.doors import row_id
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    TEXT,
    Again,
    Answer,
    Next,
    Step,
    Transition,
)
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.campaigns.goal import MOST_JP, Goal, GoalKind
from feedbackbot.i18n import Markup
from feedbackbot.usecases.campaigns.design import (
    audience_size,
    fewest_to_draw,
    require_reach,
    units_with_candidates,
)
from feedbackbot.usecases.campaigns.trainings import trainings_for

GOAL, TRAINING, JP, AUDIENCE, MESSAGES = "tujuan", "pelatihan", "jp", "sasaran", "pesan"
_BACK: Final = "kembali"
_KINDS: Final = frozenset(kind.value for kind in GoalKind)


async def ask_goal(chat: Chat[CampaignDraft]) -> Message:
    choices = tuple(Choice(kind.value, chat.t(f"campaign-goal-{kind.value}")) for kind in GoalKind)
    return Message(chat.t("campaign-ask-goal"), choices, replaces=True)


async def take_goal(chat: Chat[CampaignDraft], answer: Answer) -> Transition:
    kind = GoalKind(answer.choice or "")
    chat.data.kind = kind.value
    if kind is GoalKind.REACHED_JP:
        return Next(JP)
    if not await chat.run(trainings_for, kind):
        return Again(chat.t("campaign-no-training"))
    return Next(TRAINING)


async def ask_training(chat: Chat[CampaignDraft]) -> Message:
    found = await chat.run(trainings_for, GoalKind(chat.data.kind))
    choices = tuple(Choice(str(one.id), one.title) for one in found)
    return Message(
        chat.t("campaign-ask-training"), choices, below=(Choice(_BACK, chat.t("back")),), replaces=True
    )


async def take_training(chat: Chat[CampaignDraft], answer: Answer) -> Transition:
    if answer.choice == _BACK:
        return Next(GOAL)
    return _with_goal(chat, int(answer.choice or 0))


async def ask_jp(chat: Chat[CampaignDraft]) -> Message:
    return Message(chat.t("campaign-ask-jp"))


async def take_jp(chat: Chat[CampaignDraft], answer: Answer) -> Transition:
    number = row_id(answer.text)
    if number is None or not 1 <= number <= MOST_JP:
        return Again(chat.t("campaign-not-jp"))
    return _with_goal(chat, number)


def _with_goal(chat: Chat[CampaignDraft], number: int) -> Transition:
    chat.data.goal = Goal(GoalKind(chat.data.kind), number).code
    chat.data.messages = []
    return Next(AUDIENCE)


async def ask_audience(chat: Chat[CampaignDraft]) -> Message:
    """Each choice with how many it would draw from."""
    goal = chat.data.goal_of()
    choices = []
    for code, key in (("all", "all"), ("kind.pns", "pns"), ("kind.pppk", "pppk")):
        count = await chat.beside(audience_size, goal, code.replace(".", ":"))
        choices.append(_audience(chat, code, chat.t(f"campaign-audience-{key}"), count))
    for unit, name, count in await chat.beside(units_with_candidates, goal):
        choices.append(_audience(chat, f"unit.{unit}", name, count))
    everybody = await chat.beside(audience_size, goal, "all")
    text = chat.t("campaign-ask-audience")
    if everybody < fewest_to_draw():
        text = chat.t("campaign-nobody-to-draw", people=everybody, fewest=fewest_to_draw())
        if goal.kind in (GoalKind.ACCEPTED, GoalKind.ATTENDED):
            text = f"{text}\n\n{chat.t(f'campaign-nobody-invited-{goal.kind}')}"
        choices = []
    return Message(text, tuple(choices), below=(Choice(_BACK, chat.t("back")),), replaces=True)


def _audience(chat: Chat[CampaignDraft], code: str, label: str, count: int) -> Choice:
    key = "campaign-audience-size" if count >= fewest_to_draw() else "campaign-audience-too-few"
    text = chat.t(key, label=Markup(label), count=count)
    return Choice(code, text, short=label)


async def take_audience(chat: Chat[CampaignDraft], answer: Answer) -> Transition:
    if answer.choice == _BACK:
        return Next(GOAL)
    audience = (answer.choice or "all").replace(".", ":")
    # said here, before messages are chosen and written in vain
    await chat.beside(require_reach, chat.data.goal_of(), audience)
    chat.data.audience = audience
    return Next(MESSAGES)


GOAL_STEPS: Final = (
    Step(GOAL, ask_goal, for_campaigners(take_goal), keys=_KINDS),
    Step(TRAINING, ask_training, for_campaigners(take_training)),
    Step(JP, ask_jp, for_campaigners(take_jp), TEXT, asks_number=True),
    Step(AUDIENCE, ask_audience, for_campaigners(take_audience)),
)
