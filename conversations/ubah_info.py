"""An admin writes what an office answers to an ordinary question: office, topic, service, text, source."""

from typing import Any, Final

from conversations.shared.doors import menu_door, row_id
from conversations.shared.unit_choice import SEARCH, UnitChoice, UnitSteps
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    CHOICE_OR_TEXT,
    TEXT,
    Again,
    Answer,
    Command,
    Conversation,
    Done,
    Next,
    Step,
    Transition,
)
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.cases.words import quoted, shown_to_others
from feedbackbot.domain.people.roles import ADMINS
from feedbackbot.usecases.understanding.city_facts import (
    LONGEST_SOURCE,
    LONGEST_TEXT,
    TOPICS,
    change_fact,
    fact_of,
)
from feedbackbot.usecases.units.find_unit import UnitRow, services_at

_WHOLE: Final = "semua"
_REMOVE: Final = "hapus"


class Fact(UnitChoice):
    """What is being written."""

    unit_id: int = 0
    unit_name: str = ""
    topic: str = ""
    service_id: int | None = None
    text: str = ""


async def start(chat: Chat[Fact], argument: str) -> Transition:
    return Next(SEARCH)


async def _chosen(chat: Chat[Any], unit: UnitRow, service_id: int | None) -> Transition:
    chat.data.unit_id, chat.data.unit_name = unit.id, unit.short_name
    return Next("topik")


async def ask_topic(chat: Chat[Fact]) -> Message:
    choices = tuple(Choice(topic, chat.t(f"info-topic-{topic}")) for topic in TOPICS)
    return Message(chat.t("fact-which-topic", unit=chat.data.unit_name), choices, replaces=True)


async def take_topic(chat: Chat[Fact], answer: Answer) -> Transition:
    chat.data.topic = answer.choice or ""
    return Next("teks" if chat.data.topic in ("hours", "place") else "layanan")


async def ask_service(chat: Chat[Fact]) -> Message:
    services = await chat.run(services_at, chat.data.unit_id, None)
    choices = tuple(Choice(str(one.id), one.name, short=one.short_name) for one in services)
    return Message(
        chat.t("fact-which-service"),
        choices,
        below=(Choice(_WHOLE, chat.t("fact-whole-unit")),),
        replaces=True,
    )


async def take_service(chat: Chat[Fact], answer: Answer) -> Transition:
    chat.data.service_id = None if answer.choice == _WHOLE else row_id(answer.choice or "")
    return Next("teks")


async def ask_text(chat: Chat[Fact]) -> Message:
    data = chat.data
    now = await chat.run(fact_of, data.unit_id, data.service_id, data.topic)
    topic = chat.t(f"info-topic-{data.topic}")
    text = chat.t("fact-write", topic=topic, unit=data.unit_name, most=LONGEST_TEXT)
    if now is None:
        return Message(text)
    return Message(f"{text}\n\n{quoted(now.text)}", below=(Choice(_REMOVE, chat.t("fact-remove")),))


async def take_text(chat: Chat[Fact], answer: Answer) -> Transition:
    data = chat.data
    if answer.choice == _REMOVE:
        await _keep(chat, "", "")
        return Done(Message(chat.t("fact-removed"), (menu_door(chat),)))
    words = shown_to_others(answer.text)
    if not words or len(words) > LONGEST_TEXT:
        return Again(chat.t("fact-too-long", most=LONGEST_TEXT))
    data.text = words
    return Next("sumber")


async def ask_source(chat: Chat[Fact]) -> Message:
    return Message(chat.t("fact-source"))


async def take_source(chat: Chat[Fact], answer: Answer) -> Transition:
    source = " ".join(shown_to_others(answer.text).split())[:LONGEST_SOURCE]
    if not source:
        return Again(chat.t("fact-source"))
    await _keep(chat, chat.data.text, source)
    return Done(Message(chat.t("fact-kept"), (menu_door(chat),)))


async def _keep(chat: Chat[Fact], text: str, source: str) -> None:
    data = chat.data
    await chat.run(
        change_fact, chat.contact.person_id, data.unit_id, data.service_id, data.topic, text, source
    )


_UNITS: Final = UnitSteps("fact-which-unit", _chosen, with_services=False)

CONVERSATION: Final = Conversation(
    "ubah_info",
    start,
    (
        *_UNITS.steps,
        Step("topik", ask_topic, take_topic, keys=frozenset(TOPICS)),
        Step("layanan", ask_service, take_service),
        Step("teks", ask_text, take_text, CHOICE_OR_TEXT, keys=frozenset({_REMOVE})),
        Step("sumber", ask_source, take_source, TEXT),
    ),
    data=Fact,
    commands=(Command("ubah_info", roles=ADMINS, aliases=("edit_info",)),),
)
