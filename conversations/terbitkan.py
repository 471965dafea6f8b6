"""Publish the results of a half year, for good."""

from typing import Final

from pydantic import BaseModel

from conversations.shared.doors import menu_door
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    Again,
    Answer,
    Command,
    Conversation,
    Done,
    Next,
    Step,
    Transition,
)
from feedbackbot.dialogue.message import Choice, Message, Tone
from feedbackbot.domain.survey.period import parse_period
from feedbackbot.reports.official.report_charts import period_name
from feedbackbot.usecases.reports.publish_results import PUBLISHERS, half_years, publish_period, publishable

_PERIOD, _REVIEW = "masa", "periksa"
_YES, _BACK = "terbitkan", "kembali"


class Publication(BaseModel):
    """What is about to be published."""

    period: str = ""


async def start(chat: Chat[Publication], argument: str) -> Transition:
    """`argument`: nothing, or a period that is over ("2026-S1")."""
    try:
        chat.data.period = parse_period(argument).code
    except ValueError:
        return Next(_PERIOD)
    return Next(_REVIEW)


async def ask_period(chat: Chat[Publication]) -> Message:
    periods = await chat.run(half_years)
    choices = tuple(Choice(period.code, period_name(chat.t, period)) for period in periods)
    return Message(chat.t("publish-which"), choices, replaces=True)


async def take_period(chat: Chat[Publication], answer: Answer) -> Transition:
    chat.data.period = answer.choice or ""
    return Next(_REVIEW)


async def ask_review(chat: Chat[Publication]) -> Message:
    period = parse_period(chat.data.period)
    found = await chat.run(publishable, period)
    names = ", ".join(unit.short_name for unit in found.ready) or "–"
    few = ", ".join(unit.short_name for unit in found.too_few) or "–"
    text = chat.t(
        "publish-review",
        period=period_name(chat.t, period),
        n=len(found.ready),
        names=names,
        few=few,
        done=len(found.done),
    )
    yes = (Choice(_YES, chat.t("publish-yes", n=len(found.ready)), tone=Tone.CONFIRM),) if found.ready else ()
    return Message(text, (*yes, Choice(_BACK, chat.t("back"))), replaces=True)


async def take_review(chat: Chat[Publication], answer: Answer) -> Transition:
    if answer.choice == _BACK:
        return Next(_PERIOD)
    period = parse_period(chat.data.period)
    count = await chat.run(publish_period, chat.catalogue, chat.contact.person_id, period)
    if count == 0:
        return Again(chat.t("publish-nothing"))
    name = period_name(chat.t, period)
    return Done(Message(chat.t("publish-done", n=count, period=name), (menu_door(chat),)))


CONVERSATION: Final = Conversation(
    "terbitkan",
    start,
    (Step(_PERIOD, ask_period, take_period, passing=True), Step(_REVIEW, ask_review, take_review)),
    data=Publication,
    commands=(Command("terbitkan", roles=PUBLISHERS, aliases=("publish",)),),
)
