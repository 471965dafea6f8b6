"""What a city's file says about ordinary questions: address, requirements, fee, time; each with its source and date."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from feedbackbot.domain.units.city_place import Place

TOPICS: Final = ("hours", "place", "requirements", "fee", "duration")


@dataclass(frozen=True, slots=True)
class CityFact:
    """`topic` is one of `TOPICS`; `text` as people read it, with a link to a map where it is an address."""

    topic: str
    text: str
    source: str
    checked_on: date


def facts_in(place: Place) -> tuple[CityFact, ...]:
    """Of `facts: {fee: {text: Gratis, source: "Perda 1/2024", checked_on: 2026-11-01}}` in a unit or a service."""
    if place.raw.get("facts") is None:
        return ()
    facts = Place(place.raw["facts"], f"{place.path}.facts")
    facts.only(*TOPICS)
    return tuple(_fact(topic, Place(facts.raw[topic], f"{facts.path}.{topic}")) for topic in facts.raw)


def _fact(topic: str, place: Place) -> CityFact:
    place.only("text", "source", "checked_on")
    day = place.raw.get("checked_on")
    if not isinstance(day, date):
        raise place.wrong("checked_on", f"a date such as 2026-11-01 is wanted, not {day!r:.60}")
    return CityFact(topic, place.text("text"), place.text("source"), day)
