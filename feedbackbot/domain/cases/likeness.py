"""Cases that seem to tell the same: by their words, and by how near their places are."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

_LIKE: float = 55  # of 100
_NEAR: float = 150  # metres
_NEAR_COUNTS: float = 20
_EARTH: float = 6_371_000  # metres


@dataclass(frozen=True, slots=True)
class Told:
    """What a case says, and where."""

    words: str
    latitude: float | None = None
    longitude: float | None = None


def likeness(one: Told, other: Told) -> float:
    """From 0 to 120: of the words, and some more where the places are near."""
    from rapidfuzz import fuzz

    same_words = fuzz.token_set_ratio(one.words.casefold(), other.words.casefold())
    return same_words + (_NEAR_COUNTS if _near(one, other) else 0.0)


def most_like(one: Told, others: Sequence[Told], most: int) -> list[int]:
    """Places in `others` of those that are alike, the likest first."""
    found = [(likeness(one, other), place) for place, other in enumerate(others)]
    alike = sorted(((how, place) for how, place in found if how >= _LIKE), key=lambda each: -each[0])
    return [place for _, place in alike[:most]]


def metres_between(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Along the surface of the earth."""
    up, right = radians(other_latitude - latitude), radians(other_longitude - longitude)
    part = sin(up / 2) ** 2 + cos(radians(latitude)) * cos(radians(other_latitude)) * sin(right / 2) ** 2
    return 2 * _EARTH * asin(min(1.0, sqrt(part)))


def _near(one: Told, other: Told) -> bool:
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return False
    return metres_between(one.latitude, one.longitude, other.latitude, other.longitude) <= _NEAR
