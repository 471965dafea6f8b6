"""The QR poster of a counter, as a PDF to print."""

from typing import Any, Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door, row_id
from conversations.shared.unit_choice import SEARCH, UnitChoice, UnitSteps
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Command, Conversation, Done, Entry, Next, Stay, Transition
from feedbackbot.dialogue.file_sources import POSTER
from feedbackbot.dialogue.message import Attachment, Choice, Message
from feedbackbot.domain.message_text import plain
from feedbackbot.domain.people.roles import ADMINS
from feedbackbot.usecases.reports.make_poster import counters_of, poster_link
from feedbackbot.usecases.reports.read_reports import READERS, ReportUnit, own_units, readable_unit
from feedbackbot.usecases.units.find_unit import UnitRow

_WHOLE: Final = "unit"


async def start(chat: Chat[UnitChoice], argument: str) -> Transition:
    """`argument`: nothing, or words for a unit."""
    own = await chat.run(own_units, chat.contact.person_id)
    if len(own) == 1 and not chat.roles & ADMINS:
        return Done(await _counters(chat, own[0]))
    return await _UNITS.look_for(chat, argument) if argument else Next(SEARCH)


async def _chosen(chat: Chat[UnitChoice], unit: UnitRow, service_id: int | None) -> Transition:
    return Done(await _counters(chat, await chat.run(readable_unit, chat.contact.person_id, unit.id)))


async def _counters(chat: Chat[Any], unit: ReportUnit) -> Message:
    whole = Choice(f"{unit.id}.{_WHOLE}", chat.t("poster-whole-unit"), opens=to.POSTER)
    counters = tuple(
        Choice(f"{unit.id}.{one.code}"[:24], one.name, opens=to.POSTER)
        for one in await chat.run(counters_of, unit)
    )
    return Message(chat.t("poster-which", unit=unit.name), (whole, *counters))


async def enter(chat: Chat[Any], argument: str) -> Transition:
    """`<unit id>.<counter's code or "unit">`."""
    unit_part, _, code = argument.partition(".")
    unit = await chat.run(readable_unit, chat.contact.person_id, row_id(unit_part) or 0)
    names = {one.code: one.name for one in await chat.run(counters_of, unit)}
    if code != _WHOLE and code not in names:
        return Stay(await _counters(chat, unit))
    return Stay(await _poster(chat, unit, "" if code == _WHOLE else code, names.get(code, "")))


async def _poster(chat: Chat[Any], unit: ReportUnit, code: str, name: str) -> Message:
    made = await chat.run(poster_link, unit, code)
    args: dict[str, str | int | bool | None] = {
        "language": chat.contact.language,
        "government": chat.tx.settings.city_government,
        "unit": unit.name,
        "counter": name,
        "headline": plain(chat.t("poster-headline")),
        "how": plain(chat.t("poster-how")),
        "link": made.link,
        "valid": plain(chat.t("poster-valid", day=made.valid_until)),
    }
    document = Attachment(POSTER, args, f"poster_{unit.code}_{code or _WHOLE}.pdf")
    text = chat.t("poster-made", unit=unit.name, day=made.valid_until)
    return Message(text, (menu_door(chat),), document=document)


_UNITS: Final = UnitSteps("poster-which-unit", _chosen, with_services=False)

CONVERSATION: Final = Conversation(
    "poster",
    start,
    _UNITS.steps,
    data=UnitChoice,
    commands=(Command("poster", roles=READERS),),
    entries=(Entry(to.POSTER, enter, READERS),),
)
