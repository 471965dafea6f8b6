"""The code that opens the rating screen of a counter."""

from typing import Any, Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door, row_id
from conversations.shared.unit_choice import SEARCH, UnitChoice, UnitSteps
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Command, Conversation, Done, Entry, Next, Stay, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.people.roles import ADMINS
from feedbackbot.usecases.forms.rate_at_kiosk import offer_kiosk
from feedbackbot.usecases.reports.make_poster import counters_of
from feedbackbot.usecases.reports.read_reports import READERS, ReportUnit, own_units, readable_unit
from feedbackbot.usecases.units.find_unit import UnitRow


async def start(chat: Chat[UnitChoice], argument: str) -> Transition:
    """`argument`: nothing, or words for a unit."""
    own = await chat.run(own_units, chat.contact.person_id)
    if len(own) == 1 and not chat.roles & ADMINS:
        return Done(await _counters(chat, own[0]))
    return await _UNITS.look_for(chat, argument) if argument else Next(SEARCH)


async def _chosen(chat: Chat[UnitChoice], unit: UnitRow, service_id: int | None) -> Transition:
    return Done(await _counters(chat, await chat.run(readable_unit, chat.contact.person_id, unit.id)))


async def _counters(chat: Chat[Any], unit: ReportUnit) -> Message:
    counters = tuple(
        Choice(f"{unit.id}.{one.code}"[:24], one.name, opens=to.KIOSK)
        for one in await chat.run(counters_of, unit)
    )
    text = chat.t("kiosk-which" if counters else "kiosk-no-counter", unit=unit.name)
    return Message(text, counters, below=(menu_door(chat),))


async def enter(chat: Chat[Any], argument: str) -> Transition:
    """`<unit id>.<counter's code>`."""
    unit_part, _, code = argument.partition(".")
    unit = await chat.run(readable_unit, chat.contact.person_id, row_id(unit_part) or 0)
    if code not in {one.code for one in await chat.run(counters_of, unit)}:
        return Stay(await _counters(chat, unit))
    opened = await chat.run(offer_kiosk, chat.contact.person_id, unit.id, code)
    address = f"{chat.tx.settings.public_url.rstrip('/')}{opened.path}"
    text = chat.t("kiosk-offer", unit=opened.unit_name, address=address, code=opened.code)
    return Stay(Message(text, (menu_door(chat),)))


_UNITS: Final = UnitSteps("kiosk-which-unit", _chosen, with_services=False)

CONVERSATION: Final = Conversation(
    "kios",
    start,
    _UNITS.steps,
    data=UnitChoice,
    commands=(Command("kios", roles=READERS),),
    entries=(Entry(to.KIOSK, enter, READERS),),
)
