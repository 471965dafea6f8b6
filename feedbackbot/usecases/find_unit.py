"""Find units and services: by their groups, or by what a person types."""

from dataclasses import dataclass

from feedbackbot.domain.search import Candidate, rank
from feedbackbot.storage.city import (
    Group,
    ServiceRow,
    UnitRow,
    active_services,
    active_units,
    counter_of,
    districts,
    kinds,
    services_of,
    unit_by_code,
    unit_by_id,
    units_of,
)
from feedbackbot.storage.transaction import Transaction

__all__ = [
    "FoundUnit",
    "Group",
    "ServiceRow",
    "UnitRow",
    "districts",
    "find_services",
    "find_units",
    "kinds",
    "services_at",
    "unit_by_code",
    "unit_by_id",
    "units_of",
]

MOST_FOUND = 8


@dataclass(frozen=True, slots=True)
class FoundUnit:
    """A unit, or one service of it. `service_id` is None where the unit itself fits the words."""

    unit: UnitRow
    service_id: int | None = None
    service_name: str = ""
    service_short_name: str = ""


def find_units(tx: Transaction, words: str, *, with_services: bool) -> list[FoundUnit]:
    """Best first, at most eight. With services a unit is found by its own name and each service by its own; without, a unit is also
    found by what its services are called."""
    units = {unit.id: unit for unit in active_units(tx)}
    services = {service.id: service for service in active_services(tx)}
    phrases: dict[int, list[str]] = {unit_id: [] for unit_id in units}
    candidates: list[Candidate] = []
    for service in services.values():
        phrases[service.unit_id] += [service.name, *service.keywords]
        if with_services:
            candidates.append(
                Candidate(f"s{service.id}", service.name, (service.short_name, *service.keywords))
            )
    for unit in units.values():
        more = () if with_services else tuple(phrases[unit.id])
        candidates.append(Candidate(f"u{unit.id}", unit.name, (unit.short_name, *unit.keywords, *more)))
    found = []
    for one in rank(words, candidates, MOST_FOUND):
        row = int(one.id[1:])
        if one.id.startswith("u"):
            found.append(FoundUnit(units[row]))
        else:
            service = services[row]
            found.append(FoundUnit(units[service.unit_id], service.id, service.name, service.short_name))
    return found


def find_services(tx: Transaction, words: str, unit_id: int) -> list[ServiceRow]:
    """Services of one unit that the words fit, best first."""
    services = {str(service.id): service for service in services_of(tx, unit_id)}
    candidates = [
        Candidate(key, service.name, (service.short_name, *service.keywords))
        for key, service in services.items()
    ]
    return [services[one.id] for one in rank(words, candidates, MOST_FOUND)]


def services_at(tx: Transaction, unit_id: int, counter_code: str | None) -> list[ServiceRow]:
    """The services of a unit, or of one of its counters; all of the unit where the counter is not known any more."""
    services = services_of(tx, unit_id)
    counter = counter_of(tx, unit_id, counter_code) if counter_code else None
    if counter is None or not counter.services:
        return services
    return [service for service in services if service.code in counter.services] or services
