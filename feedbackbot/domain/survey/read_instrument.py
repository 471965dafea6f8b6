"""Reads a survey's data file; a complaint names the place."""

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import Final

from feedbackbot.data import survey_files
from feedbackbot.domain.survey.instrument import Band, Instrument, InstrumentElement, Words
from feedbackbot.domain.survey.rating_form import CONSENT
from feedbackbot.domain.units.city_place import CityDataError, Place

_KEY: Final = re.compile(r"[a-z][a-z0-9]{0,11}")
_LANGUAGE: Final = "id"
_SKM: Final = "skm"


@cache
def instruments_in(folder: str) -> Mapping[str, Instrument]:
    """Those shipped and those of a city's own folder ("" for none), by id. Raises CityDataError."""
    read = [read_instrument(raw, name) for name, raw in survey_files(folder)]
    return {one.id: one for one in read}


def read_instrument(raw: object, name: str) -> Instrument:
    """Raises CityDataError."""
    place = Place(raw, name)
    place.only(
        *("id", "version", "index_name", "name", "about", "source", "least"),
        *("scale", "bands", "elements", "low", "after_low"),
    )
    key = _key(place, "id")
    if key == _SKM:
        raise place.wrong("id", "the SKM is no data file: its index is set by PermenPANRB 14/2017")
    scale, elements = _scale(place), _elements(place)
    return Instrument(
        key,
        _whole(place, "version", 1),
        place.text("index_name"),
        _words(place, "name"),
        _words(place, "about"),
        place.text("source"),
        _whole(place, "least", 5),
        scale,
        _bands(place),
        elements,
        _whole(place, "low", 1) if "low" in place.raw else 0,
        _words(place, "after_low") if "after_low" in place.raw else None,
    )


def _key(place: Place, name: str) -> str:
    value = place.text(name)
    if not _KEY.fullmatch(value) or value == CONSENT:
        raise place.wrong(
            name, f"{value!r} is not 1-12 lower-case letters and digits, or means something else"
        )
    return value


def _whole(place: Place, name: str, least: int) -> int:
    value = place.raw.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or value < least:
        raise place.wrong(name, f"a whole number from {least} is wanted, not {value!r:.60}")
    return value


def _number(place: Place, name: str) -> Decimal:
    try:
        return Decimal(str(place.raw.get(name)))
    except InvalidOperation:
        raise place.wrong(name, f"a number is wanted, not {place.raw.get(name)!r:.60}") from None


def _words(place: Place, name: str) -> Words:
    """A text by language, the city's own among them."""
    raw = place.raw.get(name)
    if not isinstance(raw, Mapping):
        raise place.wrong(name, f"a text by language is wanted, not {raw!r:.60}")
    texts = Place(raw, f"{place.path}.{name}")
    texts.text(_LANGUAGE)
    return {str(language): texts.text(str(language)) for language in raw}


def _scale(place: Place) -> tuple[Words, ...]:
    raw = place.raw.get("scale")
    if not isinstance(raw, Mapping) or list(raw) != list(range(1, len(raw) + 1)) or not 2 <= len(raw) <= 10:
        raise place.wrong("scale", "the labels of 1, 2 … up to 10 are wanted, in this order")
    labels = Place({str(number): label for number, label in raw.items()}, f"{place.path}.scale")
    return tuple(_words(labels, str(number)) for number in raw)


def _bands(place: Place) -> tuple[Band, ...]:
    bands = tuple(
        Band(one.text("letter"), _number(one, "lowest"), _words(one, "word")) for one in place.items("bands")
    )
    if any(upper.lowest <= lower.lowest for upper, lower in pairwise(bands)):
        raise place.wrong(
            "bands", "the best band is wanted first, each with a lower index than the one before"
        )
    return bands


def _elements(place: Place) -> tuple[InstrumentElement, ...]:
    found = tuple(_element(one) for one in place.items("elements"))
    place.no_doubles("elements", [one.key for one in found])
    return found


def _element(place: Place) -> InstrumentElement:
    place.only("key", "name", "text", "weight", "polarity")
    weight = _number(place, "weight") if "weight" in place.raw else Decimal(1)
    if not weight > 0:
        raise place.wrong("weight", "more than 0 is wanted")
    turned = "polarity" in place.raw and place.one_of("polarity", ("positive", "negative")) == "negative"
    return InstrumentElement(
        _key(place, "key"), _words(place, "name"), _words(place, "text"), Fraction(weight), turned
    )


__all__ = ["CityDataError", "instruments_in", "read_instrument"]
