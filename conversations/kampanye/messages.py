"""On which principles, in which words."""

from typing import Final

from conversations.kampanye.goal import MESSAGES
from conversations.kampanye.guard import for_campaigners
from conversations.kampanye.memory import CampaignDraft, Chosen
from conversations.kampanye.wording import points, principle_name
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import CHOICE_OR_TEXT, Answer, Next, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.campaigns.experiment.meta_analysis import MeanEffect
from feedbackbot.domain.campaigns.experiment.principles import Principle
from feedbackbot.domain.campaigns.wording import PLACEHOLDERS
from feedbackbot.i18n import Markup
from feedbackbot.usecases.campaigns.design import (
    MOST_MESSAGES,
    check_words,
    offered_principles,
    require_reach,
)
from feedbackbot.usecases.campaigns.figures import sample_figures
from feedbackbot.wording.campaigns.message import nudge_text

WORDS, DRAW = "kalimat", "undian"
_DONE, _KEEP = "lanjut", "pakai"


async def ask_messages(chat: Chat[CampaignDraft]) -> Message:
    """All that would be true here, each with what it has done so far; a tap adds or takes away."""
    offered = await chat.beside(offered_principles, chat.data.goal_of())
    chosen = {one.principle for one in chat.data.messages}
    choices = [
        Choice(one.value, f"{'✅' if one.value in chosen else '⬜'} {principle_name(chat, one)}")
        for one, _ in offered
    ]
    if chosen:
        choices.append(Choice(_DONE, chat.t("campaign-messages-done", count=len(chosen))))
    learnt = "\n".join(_learnt(chat, one, effect) for one, effect in offered)
    return Message(chat.t("campaign-ask-messages", learnt=Markup(learnt)), tuple(choices), replaces=True)


def _learnt(chat: Chat[CampaignDraft], principle: Principle, effect: MeanEffect | None) -> str:
    name = principle_name(chat, principle)
    if effect is None:
        return chat.t("campaign-learnt-nothing", principle=name)
    return chat.t(
        "campaign-learnt",
        principle=name,
        mean=points(chat, effect.mean),
        low=points(chat, effect.interval.low),
        high=points(chat, effect.interval.high),
        campaigns=effect.campaigns,
    )


async def take_messages(chat: Chat[CampaignDraft], answer: Answer) -> Transition:
    data = chat.data
    if answer.choice == _DONE:
        await chat.beside(require_reach, data.goal_of(), data.audience, len(data.messages))
        data.place = 0
        return Next(WORDS, "0")
    kept = [one for one in data.messages if one.principle != answer.choice]
    if len(kept) == len(data.messages) and len(kept) < MOST_MESSAGES:
        kept.append(Chosen(principle=Principle(answer.choice or "").value))
    data.messages = kept
    return Next(MESSAGES)


async def ask_words(chat: Chat[CampaignDraft]) -> Message:
    """The draft as it would read, with the figures of an example."""
    principle = Principle(chat.data.messages[chat.data.place].principle)
    figures = await chat.beside(sample_figures, chat.data.goal_of())
    names = ", ".join(f"{{{name}}}" for name in sorted(PLACEHOLDERS[principle]))
    text = chat.t(
        "campaign-ask-words",
        principle=principle_name(chat, principle),
        draft=Markup(nudge_text(chat.t, principle, None, figures)),
        names=names,
    )
    return Message(text, (Choice(_KEEP, chat.t("campaign-words-keep")),))


async def take_words(chat: Chat[CampaignDraft], answer: Answer) -> Transition:
    data = chat.data
    message = data.messages[data.place]
    if answer.choice is None:
        check_words(Principle(message.principle), answer.text)
    message.words = answer.text if answer.choice is None else ""
    data.place += 1
    if data.place < len(data.messages):
        return Next(WORDS, str(data.place))
    return Next(DRAW)


MESSAGE_STEPS: Final = (
    Step(MESSAGES, ask_messages, for_campaigners(take_messages)),
    Step(WORDS, ask_words, for_campaigners(take_words), CHOICE_OR_TEXT, keys=frozenset({_KEEP})),
)
