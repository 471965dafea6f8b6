"""Campaigns: their list, a new one step by step, and what each came to."""

from typing import Final

from conversations import entry_points as to
from conversations.kampanye.card import show_campaign
from conversations.kampanye.design import DESIGN_STEPS
from conversations.kampanye.goal import GOAL, GOAL_STEPS
from conversations.kampanye.guard import for_campaigners
from conversations.kampanye.memory import CampaignDraft
from conversations.kampanye.messages import MESSAGE_STEPS
from conversations.shared.doors import menu_door, row_id
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    Answer,
    Command,
    Conversation,
    Entry,
    Next,
    Stay,
    Step,
    Transition,
)
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.notices import Say, Transaction, Translate
from feedbackbot.domain.campaigns.notices import CampaignOver
from feedbackbot.usecases.campaigns.authority import CAMPAIGNERS
from feedbackbot.usecases.campaigns.read_campaign import CampaignState, all_campaigns, campaign_by_id
from feedbackbot.usecases.campaigns.steer import cancel_campaign, send_best

LIST: Final = "daftar"
_NEW: Final = "baru"
_MARKS: Final = {
    CampaignState.RUNNING: "▶️",
    CampaignState.FINISHED: "🏁",
    CampaignState.CANCELLED: "⏹",
}


async def start(chat: Chat[CampaignDraft], argument: str) -> Transition:
    return Next(LIST)


async def ask_list(chat: Chat[CampaignDraft]) -> Message:
    found = await chat.run(all_campaigns, chat.contact.person_id)
    choices = [Choice(_NEW, chat.t("campaign-new"))]
    choices += [
        Choice(
            str(one.id),
            chat.t("campaign-in-list", mark=_MARKS[one.state], title=one.title),
            short=one.title,
            opens=to.CAMPAIGN,
        )
        for one in found
    ]
    return Message(chat.t("campaign-list"), tuple(choices), below=(menu_door(chat),))


async def take_list(chat: Chat[CampaignDraft], answer: Answer) -> Transition:
    chat.data = CampaignDraft()
    return Next(GOAL)


async def enter(chat: Chat[CampaignDraft], argument: str) -> Transition:
    """`<id>` shows a campaign; `<id>.henti`, `<id>.henti-ya` and `<id>.terbaik` steer it; anything else: the list."""
    first, _, act = argument.partition(".")
    campaign_id = row_id(first)
    if campaign_id is None:
        return Next(LIST)
    person = chat.contact.person_id
    match act:
        case "henti":
            yes = Choice(f"{campaign_id}.henti-ya", chat.t("campaign-cancel-yes"), opens=to.CAMPAIGN)
            back = Choice(first, chat.t("back"), opens=to.CAMPAIGN)
            return Stay(Message(chat.t("campaign-cancel-sure"), (yes, back)))
        case "henti-ya":
            await chat.run(cancel_campaign, person, campaign_id)
            return Stay(Message(chat.t("campaign-now-cancelled"), (menu_door(chat),)))
        case "terbaik":
            people = await chat.run(send_best, person, campaign_id)
            return Stay(Message(chat.t("campaign-best-on-its-way", count=people), (menu_door(chat),)))
    return await show_campaign(chat, campaign_id)


async def on_abandon(chat: Chat[CampaignDraft]) -> Message | None:
    return Message(chat.t("campaign-left")) if chat.data.goal else None


def say_over(tx: Transaction, t: Translate, notice: CampaignOver) -> Message | None:
    one = campaign_by_id(tx, notice.campaign)
    if one is None:
        return None
    see = Choice(str(one.id), t("campaign-see-result"), opens=to.CAMPAIGN)
    return Message(t("campaign-over", title=one.title), (see,))


CONVERSATION: Final = Conversation(
    "kampanye",
    start,
    (
        Step(LIST, ask_list, for_campaigners(take_list), keys=frozenset({_NEW}), passing=True),
        *GOAL_STEPS,
        *MESSAGE_STEPS,
        *DESIGN_STEPS,
    ),
    data=CampaignDraft,
    commands=(Command("kampanye", roles=CAMPAIGNERS, aliases=("campaigns",)),),
    entries=(Entry(to.CAMPAIGN, enter, CAMPAIGNERS),),
    notices=(Say(CampaignOver, say_over),),
    on_abandon=on_abandon,
)
