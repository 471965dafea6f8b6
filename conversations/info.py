"""Ordinary questions: hours, address, requirements, fee, time; what is not known can be asked of the office."""

from typing import Any, Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door, row_id
from conversations.shared.handed import Handed, handed_in
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    Answer,
    Begin,
    Conversation,
    Entry,
    Next,
    Step,
    Transition,
)
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.cases.terms import CaseKind
from feedbackbot.domain.message_text import escape
from feedbackbot.usecases.understanding.city_facts import Fact, fact_of, kept_hours
from feedbackbot.usecases.units.find_unit import unit_by_id

_ASK: Final = "tanya"


class Question(Handed):
    """`kind` is the topic ("hours")."""


async def start(chat: Chat[Question], argument: str) -> Transition:
    """`argument`: what another conversation hands over."""
    handed = handed_in(argument)
    if handed is None:
        return Begin("menu")
    chat.data = Question.model_validate(handed.model_dump())
    return Next("jawab")


async def enter(chat: Chat[Question], argument: str) -> Transition:
    """`<unit>.<topic>` from a button."""
    number, _, topic = argument.partition(".")
    unit_id = row_id(number)
    if unit_id is None or topic not in _TOPICS:
        return Begin("menu")
    chat.data.kind, chat.data.suggested = topic, [unit_id]
    return Next("jawab")


async def ask_answer(chat: Chat[Question]) -> Message:
    """What is known, with its source and date; then the offer to ask the office."""
    data = chat.data
    unit = await chat.run(unit_by_id, data.suggested[0]) if data.suggested else None
    fact = await _known(chat, unit.id, data) if unit is not None else None
    topic = chat.t(f"info-topic-{data.kind}")
    if unit is None:
        text = chat.t("info-which-office", topic=topic)
    elif fact is None:
        text = chat.t("info-unknown", topic=topic, unit=unit.short_name)
    else:
        text = _said(chat, fact, topic, unit.short_name)
    return Message(text, (Choice(_ASK, chat.t("info-ask-office")), menu_door(chat)), replaces=True)


async def _known(chat: Chat[Any], unit_id: int, data: Question) -> Fact | None:
    fact = await chat.run(fact_of, unit_id, data.service_id, data.kind)
    if fact is not None or data.kind != "hours":
        return fact
    hours = await chat.run(kept_hours, unit_id)
    days = (chat.t("info-day", day=str(day), hours=hours[day]) for day in sorted(hours))
    return Fact("\n".join(days)) if hours else None


def _said(chat: Chat[Any], fact: Fact, topic: str, unit: str) -> str:
    about = f"{unit}, {fact.about}" if fact.about else unit
    parts = [
        chat.t("info-title", topic=topic, unit=about),
        fact.text if not fact.source else escape(fact.text),
    ]
    if fact.source:
        parts.append(chat.t("info-source", source=fact.source, at=fact.checked_on or "–"))
    return "\n\n".join(parts)


async def take_answer(chat: Chat[Question], answer: Answer) -> Transition:
    data = chat.data
    sure = data.suggested[0] if len(data.suggested) == 1 else 0
    handed = Handed(
        words=data.words,
        kind=CaseKind.INFORMATION.value,
        unit_id=sure,
        service_id=data.service_id if sure else None,
        suggested=data.suggested,
    )
    return Begin("lapor", handed.as_argument())


_TOPICS: Final = ("hours", "requirements", "fee", "duration", "place")
CONVERSATION: Final = Conversation(
    "info",
    start,
    (Step("jawab", ask_answer, take_answer, keys=frozenset({_ASK}), passing=True),),
    data=Question,
    entries=(Entry(to.INFO, enter),),
)
