"""How many working days a unit, or one of its services, has to settle a report."""

from typing import Final

from conversations.shared.doors import menu_door, row_id
from conversations.shared.unit_choice import SEARCH, UnitChoice, UnitSteps
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    CHOICE_OR_TEXT,
    Again,
    Answer,
    Command,
    Conversation,
    Next,
    Step,
    Transition,
)
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.cases.terms import CaseKind
from feedbackbot.usecases.cases.limits import LIMITERS, MOST_DAYS, change_limit, city_days, limits_of
from feedbackbot.usecases.units.find_unit import UnitRow, services_at, unit_by_id

SERVICE, KIND, DAYS = "layanan", "jenis", "hari"
_ALL, _CITY, _OTHER = "semua", "kota", "lain"


class Limit(UnitChoice):
    """What the limit is of; `service_id` is 0 for all services."""

    unit_id: int = 0
    service_id: int = 0
    kind: CaseKind = CaseKind.COMPLAINT


async def start(chat: Chat[Limit], argument: str) -> Transition:
    return Next(SEARCH)


async def _unit_chosen(chat: Chat[Limit], unit: UnitRow, service_id: int | None) -> Transition:
    chat.data.unit_id = unit.id
    return Next(SERVICE)


async def ask_service(chat: Chat[Limit]) -> Message:
    """With the limits that the unit has of its own."""
    unit = await chat.run(unit_by_id, chat.data.unit_id)
    services = await chat.run(services_at, chat.data.unit_id, None)
    names = {one.id: one.name for one in services}
    lines = [chat.t("limit-of-unit", unit=unit.name if unit else "–")]
    for one in await chat.run(limits_of, chat.data.unit_id):
        about = names.get(one.service_id or 0) or chat.t("limit-all-services")
        kind = chat.t(f"case-kind-{one.kind}")
        lines.append(chat.t("limit-line", service=about, kind=kind, days=one.days))
    lines += ["", chat.t("limit-which-service")]
    choices = tuple(Choice(str(one.id), one.name, short=one.short_name) for one in services)
    first = Choice(_ALL, chat.t("limit-all-services"))
    below = (Choice(_OTHER, chat.t("limit-other-unit")), menu_door(chat))
    return Message("\n".join(lines), (first, *choices), below=below, replaces=True)


async def take_service(chat: Chat[Limit], answer: Answer) -> Transition:
    if answer.choice == _OTHER:
        return Next(SEARCH)
    chat.data.service_id = row_id(answer.choice or "") or 0
    return Next(KIND)


async def ask_kind(chat: Chat[Limit]) -> Message:
    choices = tuple(Choice(kind.value, chat.t(f"case-kind-{kind}")) for kind in CaseKind)
    return Message(chat.t("limit-which-kind"), choices, replaces=True)


async def take_kind(chat: Chat[Limit], answer: Answer) -> Transition:
    chat.data.kind = CaseKind(answer.choice or "")
    return Next(DAYS)


async def ask_days(chat: Chat[Limit]) -> Message:
    city = await chat.run(city_days, chat.data.kind)
    kind = chat.t(f"case-kind-{chat.data.kind}")
    as_city = Choice(_CITY, chat.t("limit-as-city", days=city))
    return Message(chat.t("limit-how-many", kind=kind), (as_city,), replaces=True)


async def take_days(chat: Chat[Limit], answer: Answer) -> Transition:
    data = chat.data
    days = None if answer.choice == _CITY else row_id(answer.text)
    if answer.choice != _CITY and days is None:
        return Again(chat.t("limit-not-days", most=MOST_DAYS))
    await chat.run(
        change_limit, chat.contact.person_id, data.unit_id, data.service_id or None, data.kind, days
    )
    chat.say(chat.t("limit-changed"))
    return Next(SERVICE)


_UNITS: Final = UnitSteps("limit-which-unit", _unit_chosen, with_services=False)

CONVERSATION: Final = Conversation(
    "batas",
    start,
    (
        *_UNITS.steps,
        Step(SERVICE, ask_service, take_service),
        Step(KIND, ask_kind, take_kind, keys=frozenset(kind.value for kind in CaseKind)),
        Step(DAYS, ask_days, take_days, CHOICE_OR_TEXT, asks_number=True),
    ),
    data=Limit,
    commands=(Command("batas", roles=LIMITERS, aliases=("limits",)),),
)
