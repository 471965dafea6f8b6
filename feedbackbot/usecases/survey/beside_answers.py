"""What a row keyed in from paper says beside its nine answers, as the rating keeps it: counter, service, comment, profile."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import Final

from feedbackbot.domain.survey.paper_row import PaperRow
from feedbackbot.domain.survey.profile import PROFILE_KEYS
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import counters_of_unit, services_of

BESIDE: Final = ("visit", "service_id", "comment", *PROFILE_KEYS)


@dataclass(frozen=True, slots=True)
class UnitPlaces:
    """Codes of the unit's counters; its services by code and by name, in small letters."""

    counters: Set[str]
    services: Mapping[str, int]


def unit_places(tx: Transaction, unit_id: int) -> UnitPlaces:
    services = services_of(tx, unit_id)
    by_name = {one.name.casefold(): one.id for one in services} | {one.code: one.id for one in services}
    return UnitPlaces({one.code for one in counters_of_unit(tx, unit_id)}, by_name)


def beside_answers(paper: PaperRow, known: UnitPlaces) -> dict[str, object]:
    """By the names of `BESIDE`. What the unit does not have (any more) is left out, and the answers count all the same."""
    counter = paper.code.counter if paper.code else ""
    said = {key: paper.profile.get(key) for key in PROFILE_KEYS}
    return {
        "visit": counter if counter in known.counters else None,
        "service_id": known.services.get(paper.service.casefold()),
        "comment": paper.comment or None,
        **said,
    }
