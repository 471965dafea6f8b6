"""Units that this person may speak for in the forum, found by typing what they are called."""

from collections.abc import Sequence
from typing import Any, Final

from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.message import Choice
from feedbackbot.usecases.forum.open_topic import units_to_ask_about
from feedbackbot.usecases.units.find_unit import UnitRow, find_units

ALL_UNITS: Final = "semua"
_LONGEST_WORDS: Final = 100


async def units_typed(chat: Chat[Any], words: str) -> list[int]:
    """Ids, best first; empty where none is like it."""
    mine = {unit.id for unit in await chat.run(units_to_ask_about, chat.contact.person_id)}
    found = await chat.run(find_units, words[:_LONGEST_WORDS], with_services=False)
    return [one.unit.id for one in found if one.unit.id in mine]


def unit_choices(units: Sequence[UnitRow], found: Sequence[int]) -> tuple[Choice, ...]:
    """Those that were found, in their order, or all."""
    shown = [unit for number in found for unit in units if unit.id == number] or units
    return tuple(Choice(str(unit.id), unit.name, short=unit.short_name) for unit in shown)


def back_to_all(chat: Chat[Any], found: Sequence[int]) -> tuple[Choice, ...]:
    return (Choice(ALL_UNITS, chat.t("forum-all-units")),) if found else ()
