"""Keys by which an office's own application tells of finished visits."""

from typing import Any, Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door, row_id
from conversations.shared.unit_choice import SEARCH, UnitChoice, UnitSteps
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Command, Conversation, Done, Entry, Next, Stay, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.people.roles import ADMINS, Role
from feedbackbot.usecases.reports.read_reports import ReportUnit, own_units, readable_unit
from feedbackbot.usecases.units.find_unit import UnitRow
from feedbackbot.usecases.visits.api_keys import SHARES, api_keys_of, make_key, withdraw_key

_ROLES: Final = frozenset({Role.UNIT_ADMIN.value, *ADMINS})


async def start(chat: Chat[UnitChoice], argument: str) -> Transition:
    """`argument`: nothing, or words for a unit."""
    own = await chat.run(own_units, chat.contact.person_id)
    if len(own) == 1 and not chat.roles & ADMINS:
        return Done(await _keys(chat, own[0]))
    return await _UNITS.look_for(chat, argument) if argument else Next(SEARCH)


async def _chosen(chat: Chat[UnitChoice], unit: UnitRow, service_id: int | None) -> Transition:
    return Done(await _keys(chat, await chat.run(readable_unit, chat.contact.person_id, unit.id)))


async def _keys(chat: Chat[Any], unit: ReportUnit) -> Message:
    found = await chat.run(api_keys_of, unit.id)
    withdraw = tuple(
        Choice(
            f"{unit.id}.cabut.{one.id}",
            chat.t("api-key-line", ending=one.ending, share=one.share),
            opens=to.API_KEYS,
        )
        for one in found[:5]
    )
    make = tuple(
        Choice(
            f"{unit.id}.buat.{share}",
            chat.t("api-key-make", share=share),
            short=chat.t("api-key-make-short", share=share),
            opens=to.API_KEYS,
        )
        for share in SHARES
    )
    address = f"{chat.tx.settings.public_url.rstrip('/')}/api"
    text = chat.t("api-key-list", unit=unit.name, n=len(found), address=address)
    return Message(text, (*make, *withdraw), below=(menu_door(chat),))


async def enter(chat: Chat[Any], argument: str) -> Transition:
    """`<unit id>.buat.<share>` or `<unit id>.cabut.<key's id>`."""
    unit_part, _, rest = argument.partition(".")
    verb, _, number = rest.partition(".")
    unit_id, value = row_id(unit_part) or 0, row_id(number) or 0
    if verb == "buat" and value in SHARES:
        made = await chat.run(make_key, chat.contact.person_id, unit_id, value)
        return Stay(Message(chat.t("api-key-made", unit=made.unit_name, key=made.text), (menu_door(chat),)))
    if verb == "cabut":
        gone = await chat.run(withdraw_key, chat.contact.person_id, unit_id, value)
        return Stay(notice=chat.t("api-key-withdrawn" if gone else "api-key-gone"))
    return Stay(await _keys(chat, await chat.run(readable_unit, chat.contact.person_id, unit_id)))


_UNITS: Final = UnitSteps("api-key-which-unit", _chosen, with_services=False)

CONVERSATION: Final = Conversation(
    "kunci_api",
    start,
    _UNITS.steps,
    data=UnitChoice,
    commands=(Command("kunci_api", roles=_ROLES),),
    entries=(Entry(to.API_KEYS, enter, _ROLES),),
)
