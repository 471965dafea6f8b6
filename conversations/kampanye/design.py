"""How it is drawn, how long it runs, and what it could show: the last look before it starts."""

from datetime import timedelta
from typing import Final

from conversations import entry_points as to
from conversations.kampanye.goal import AUDIENCE, MESSAGES
from conversations.kampanye.guard import for_campaigners
from conversations.kampanye.memory import CampaignDraft
from conversations.kampanye.messages import DRAW
from conversations.shared.doors import menu_door
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Answer, Done, Next, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.campaigns.experiment.plan import AssignBy
from feedbackbot.domain.campaigns.goal import GoalKind
from feedbackbot.domain.statistics.percent import whole_percent
from feedbackbot.errors import FeedbackbotError
from feedbackbot.i18n import Markup
from feedbackbot.usecases.campaigns.design import HORIZONS, Preparation, prepare, usual_share
from feedbackbot.usecases.campaigns.figures import sample_figures
from feedbackbot.usecases.campaigns.launch import launch
from feedbackbot.wording.campaigns.message import act_of

BASE, DAYS, REVIEW = "dasar", "lama", "tinjau"
_START, _START_WEAK = "mulai", "mulai-lemah"
_AUDIENCE, _MESSAGES, _DRAW = "sasaran", "pesan", "undian"
_BASES: Final = (2, 5, 10, 20, 30, 40, 50, 70)


async def ask_draw(chat: Chat[CampaignDraft]) -> Message:
    choices = tuple(Choice(one.value, chat.t(f"campaign-draw-{one.value}")) for one in AssignBy)
    return Message(f"{chat.t('campaign-ask-draw')}\n\n{chat.t('campaign-draw-why')}", choices, replaces=True)


async def take_draw(chat: Chat[CampaignDraft], answer: Answer) -> Transition:
    chat.data.assign_by = AssignBy(answer.choice or "").value
    return Next(BASE)


async def ask_base(chat: Chat[CampaignDraft]) -> Message:
    known = await chat.run(usual_share, GoalKind(chat.data.kind))
    hint = chat.t("campaign-base-unknown")
    if known is not None:
        hint = chat.t("campaign-base-known", percent=whole_percent(known))
    choices = tuple(Choice(f"p{one}", chat.t("campaign-base-choice", percent=one)) for one in _BASES)
    return Message(chat.t("campaign-ask-base", hint=Markup(hint)), choices, columns=2, replaces=True)


async def take_base(chat: Chat[CampaignDraft], answer: Answer) -> Transition:
    chat.data.base_percent = int((answer.choice or "p50")[1:])
    return Next(DAYS)


async def ask_days(chat: Chat[CampaignDraft]) -> Message:
    choices = tuple(
        Choice(f"h{days}", chat.t("campaign-days", days=days, waves=waves))
        for days, waves in HORIZONS.items()
    )
    return Message(chat.t("campaign-ask-days"), choices, replaces=True)


async def take_days(chat: Chat[CampaignDraft], answer: Answer) -> Transition:
    chat.data.days = int((answer.choice or "h14")[1:])
    return Next(REVIEW)


async def ask_review(chat: Chat[CampaignDraft]) -> Message:
    """What it can show, or why it cannot be drawn; both leave the way back open."""
    changes = (
        Choice(_AUDIENCE, chat.t("campaign-change-audience")),
        Choice(_MESSAGES, chat.t("campaign-change-messages")),
        Choice(_DRAW, chat.t("campaign-change-draw")),
    )
    try:
        prepared = await chat.beside(prepare, chat.data.design())
    except FeedbackbotError as why:
        return Message(chat.t(why.key, **why.args_), changes, replaces=True)
    weak = prepared.visibility.needs_confirmation
    start = Choice(_START_WEAK, chat.t("campaign-start-weak"))
    if not weak:
        start = Choice(_START, chat.t("campaign-start"))
    return Message("\n".join(await _lines(chat, prepared)), (start, *changes), replaces=True)


async def _lines(chat: Chat[CampaignDraft], prepared: Preparation) -> list[str]:
    figures = await chat.beside(sample_figures, chat.data.goal_of())
    lines = [
        chat.t(
            "campaign-review",
            act=Markup(act_of(chat.t, figures)),
            people=prepared.people,
            groups=len(prepared.plan.arms),
            at=chat.tx.now + timedelta(days=chat.data.days),
        )
    ]
    if prepared.left_out:
        lines.append(chat.t("campaign-review-left-out", count=prepared.left_out))
    seen = prepared.visibility
    lines.append("")
    if seen.smallest is None:
        lines.append(chat.t("campaign-power-none", people=seen.people))
    else:
        lines.append(chat.t("campaign-power", people=seen.people, points=100 * seen.smallest))
    if seen.needs_confirmation:
        lines.append(chat.t("campaign-power-weak"))
    return lines


async def take_review(chat: Chat[CampaignDraft], answer: Answer) -> Transition:
    """The button that starts a weak campaign says that it is one: tapping it confirms."""
    steps = {_AUDIENCE: AUDIENCE, _MESSAGES: MESSAGES, _DRAW: DRAW}
    if answer.choice in steps:
        return Next(steps[answer.choice])
    confirmed = answer.choice == _START_WEAK
    started = await chat.run(launch, chat.contact.person_id, chat.data.design(), confirmed=confirmed)
    see = Choice(str(started.id), chat.t("campaign-see"), opens=to.CAMPAIGN)
    return Done(
        Message(chat.t("campaign-started", at=started.ends_at), (see, menu_door(chat)), replaces=True)
    )


DESIGN_STEPS: Final = (
    Step(DRAW, ask_draw, for_campaigners(take_draw), keys=frozenset(one.value for one in AssignBy)),
    Step(BASE, ask_base, for_campaigners(take_base), keys=frozenset(f"p{one}" for one in _BASES)),
    Step(DAYS, ask_days, for_campaigners(take_days), keys=frozenset(f"h{days}" for days in HORIZONS)),
    Step(REVIEW, ask_review, for_campaigners(take_review)),
)
