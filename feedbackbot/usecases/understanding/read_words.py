"""Read a text with this city's offices."""

from collections.abc import Collection
from functools import lru_cache
from typing import Any

from feedbackbot.data.understanding_files import office_words
from feedbackbot.figures import CITIES
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.understanding.unclear import taught
from feedbackbot.storage.units.units import ServiceRow, UnitRow, active_services, active_units
from feedbackbot.understanding.aims import Aim, Reading
from feedbackbot.understanding.knowledge import shipped_duties_model, shipped_knowledge, shipped_model
from feedbackbot.understanding.offices import Office, Offices, OfficeService
from feedbackbot.understanding.reader import Glance, Reader, glance


def read_words(tx: Transaction, text: str, duties: Collection[str] = ()) -> Reading:
    """What the text wants and which offices it is about. `duties`: those of the person, who may ask for one."""
    units, services = tuple(active_units(tx)), tuple(active_services(tx))
    reader = reader_of(units, services, tx.settings.city, tx.settings.city_title)
    model = shipped_duties_model() if duties else None
    return _with_taught(reader, taught(tx)).read(text, _glance(text), model)


def element_answer(element: str, text: str) -> int | None:
    """Which answer to the question about an element the words are: 1 or 4, 0 for an opinion that may be more than one, None for none."""
    return shipped_knowledge().opinion(element, text)


def in_danger(text: str) -> bool:
    """Whether somebody is in danger now; asks no database, for it is asked about every word that is written."""
    return _glance(text).urgent


def perhaps_in_danger(text: str) -> bool:
    """Whether somebody may be."""
    return _glance(text).perhaps


def asks_the_bot(text: str) -> bool:
    """Whether words ask something of nobody in particular, so that they are no answer to a person's question."""
    return shipped_knowledge().asking.of_the_bot(text, _glance(text).words)


def only_opens(text: str) -> bool:
    """Whether words only say that a report is to come ("saya mau lapor")."""
    return shipped_knowledge().asking.only_opens(_glance(text).words)


@lru_cache(maxsize=2)
def _glance(text: str) -> Glance:
    """A turn asks first for danger and then what is wanted: the text is looked at once."""
    return glance(shipped_knowledge(), shipped_model(), text)


@lru_cache(maxsize=CITIES)
def _with_taught(reader: Reader, phrases: tuple[tuple[str, str], ...]) -> Reader:
    """What admins teach counts from the next message on."""
    return (
        reader.taught({words: Aim(aim) for words, aim in phrases if aim in set(Aim)}) if phrases else reader
    )


@lru_cache(maxsize=CITIES)
def reader_of(units: tuple[UnitRow, ...], services: tuple[ServiceRow, ...], city: str, title: str) -> Reader:
    """Made once per state of the city's units. `city` names its file of words, `title` is what people call it."""
    words: Any = office_words(city)
    knowledge = shipped_knowledge()
    offices = Offices(
        [_office(one, [s for s in services if s.unit_id == one.id], words) for one in units],
        knowledge.spelling,
        knowledge.landmarks,
        city=title,
    )
    return Reader(knowledge, shipped_model(), offices)


def _office(unit: UnitRow, services: list[ServiceRow], words: Any) -> Office:
    called = tuple((words.get("called") or {}).get(unit.code) or ())
    kind, place = ((words.get("places") or {}).get(unit.code) or (None, ""))[:2]
    about = words.get("about") or {}
    group = unit.code.partition("-")[0] if kind else unit.code
    return Office(
        unit.id,
        (unit.name, unit.short_name, *called),
        tuple((words.get("kinds") or {}).get(kind) or ()),
        place,
        (*about.get(group, ()),),
        tuple(
            OfficeService(one.id, (one.name, one.short_name, *about.get(f"{group}/{one.code}", ())))
            for one in services
        ),
    )
