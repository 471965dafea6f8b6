"""Who gets which message: a keyed hash decides, so the draw is reproducible and nobody can choose it.

Without the secret the arm of a person cannot be foretold; with it, every stored assignment can be recomputed
and compared (`moved`). Store the assignment at the start: people join, leave and change units later.
"""

import hmac
from collections.abc import Iterable, Mapping

from feedbackbot.domain.campaigns.experiment.plan import Arm, smallest_weights

_DRAW_BITS = 64


def campaign_key(secret: bytes, campaign: str) -> bytes:
    """The campaign's own key (32 bytes), so that two campaigns draw independently of each other."""
    return hmac.digest(secret, b"experiment-campaign:" + campaign.encode(), "sha256")


def _draw(key: bytes, what: str) -> int:
    """An evenly spread whole number in [0, 2^64) that depends on the key and on `what` alone."""
    return int.from_bytes(hmac.digest(key, what.encode(), "sha256")[: _DRAW_BITS // 8], "big")


def _slots(arms: tuple[Arm, ...]) -> list[str]:
    """Each arm's key as often as its weight."""
    return [arm.key for arm, weight in zip(arms, smallest_weights(arms), strict=True) for _ in range(weight)]


def assign_person(key: bytes, person: str, arms: tuple[Arm, ...]) -> str:
    """The arm of one person; nobody else's presence changes it. `key` comes from `campaign_key`."""
    return assign_people(key, [person], arms)[person]


def assign_people(key: bytes, people: Iterable[str], arms: tuple[Arm, ...]) -> dict[str, str]:
    """Person → arm key, each drawn on its own: order and company do not matter."""
    slots = _slots(arms)
    return {person: slots[_draw(key, f"person:{person}") * len(slots) >> _DRAW_BITS] for person in people}


def assign_units(key: bytes, people_by_unit: Mapping[str, int], arms: tuple[Arm, ...]) -> dict[str, str]:
    """Unit → arm key, stratified by unit size; `people_by_unit` is each unit's number of people.

    Units are sorted by size and cut into strata of as many neighbours as the weights add up to (two arms of
    equal weight: pairs). Each stratum gets every arm exactly its weight, in keyed order; in a last stratum
    that is not full the keyed order also decides which arms are left out. So arms of equal weight differ by
    at most one unit, and each unit's chance of an arm is that arm's share.
    """
    slots = _slots(arms)
    by_size = sorted(
        people_by_unit, key=lambda unit: (-people_by_unit[unit], _draw(key, f"unit:{unit}"), unit)
    )
    assigned: dict[str, str] = {}
    for first in range(0, len(by_size), len(slots)):
        stratum = by_size[first : first + len(slots)]
        shuffled = sorted(range(len(slots)), key=lambda slot: _draw(key, f"stratum:{first}:{slot}"))
        assigned.update(zip(stratum, (slots[slot] for slot in shuffled), strict=False))
    return assigned


def moved(stored: Mapping[str, str], recomputed: Mapping[str, str]) -> frozenset[str]:
    """Persons or units whose stored arm is not the one the key gives, or who are in only one of the two.

    Any member is a leak, found with certainty however small; `sample_ratio` needs many people for that.
    """
    everyone = stored.keys() | recomputed.keys()
    return frozenset(who for who in everyone if stored.get(who) != recomputed.get(who))
