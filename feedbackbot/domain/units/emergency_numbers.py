"""Whom to call in danger, as a city's file says it."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from feedbackbot.domain.units.city_place import Place

KINDS: Final = ("all", "police", "fire", "ambulance", "rescue", "women-children")
"""Each ends a catalogue key `emergency-…`."""
_DIGITS: Final = re.compile(r"\d{3,14}")


@dataclass(frozen=True, slots=True)
class EmergencyNumber:
    """`number` in plain digits. `checked_on`: the day on which somebody of the city dialled it, None as long as nobody has."""

    kind: str
    number: str
    source: str
    checked_on: date | None = None


NATIONAL: Final = tuple(
    EmergencyNumber(kind, number, "nomor darurat nasional")
    for kind, number in (("police", "110"), ("fire", "113"), ("ambulance", "119"))
)
"""Shown where a city's file names none: in danger something has to be."""


def numbers_in(place: Place) -> tuple[EmergencyNumber, ...]:
    """Of `emergency: [{kind: police, number: "110", source: "…", checked_on: 2026-11-01}]` at the top of the file."""
    if place.raw.get("emergency") is None:
        return NATIONAL
    found = tuple(_number(item) for item in place.items("emergency"))
    place.no_doubles("emergency", [one.number for one in found])
    return found


def _number(place: Place) -> EmergencyNumber:
    place.only("kind", "number", "source", "checked_on")
    number, day = place.text("number"), place.raw.get("checked_on")
    if not _DIGITS.fullmatch(number):
        raise place.wrong("number", f'3 to 14 digits are wanted, in quotes ("110"), not {number!r:.60}')
    if day is not None and not isinstance(day, date):
        raise place.wrong("checked_on", f"a date such as 2026-11-01 is wanted, not {day!r:.60}")
    return EmergencyNumber(place.one_of("kind", KINDS), number, place.text("source"), day)
