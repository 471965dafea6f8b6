"""Find units and services: by their groups, or by what a person types."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from feedbackbot.domain.units.search import Candidate, rank
from feedbackbot.figures import CITIES
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import (
    Group,
    ServiceRow,
    UnitRow,
    active_services,
    active_units,
    districts,
    kinds,
    services_at,
    services_of,
    unit_by_code,
    unit_by_id,
    units_of,
)

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
    units, services = tuple(active_units(tx)), tuple(active_services(tx))
    found = rank(words, _candidates(units, services, with_services), MOST_FOUND, city=tx.settings.city_title)
    units_by_id = {unit.id: unit for unit in units}
    services_by_id = {service.id: service for service in services}
    return [_found(one.id, units_by_id, services_by_id) for one in found]


# Taking names and keywords apart costs as much as comparing them; they change when a city's file is loaded, hardly ever
@lru_cache(maxsize=2 * CITIES)
def _candidates(
    units: tuple[UnitRow, ...], services: tuple[ServiceRow, ...], with_services: bool
) -> tuple[Candidate, ...]:
    phrases: dict[int, list[str]] = {unit.id: [] for unit in units}
    for service in services:
        phrases[service.unit_id] += [service.name, *service.keywords]
    of_units = (
        Candidate(
            f"u{unit.id}",
            unit.name,
            (unit.short_name, *unit.keywords, *(() if with_services else phrases[unit.id])),
        )
        for unit in units
    )
    of_services = (
        Candidate(f"s{service.id}", service.name, (service.short_name, *service.keywords))
        for service in services
    )
    return (*of_units, *of_services) if with_services else tuple(of_units)


def _found(key: str, units: Mapping[int, UnitRow], services: Mapping[int, ServiceRow]) -> FoundUnit:
    row = int(key[1:])
    if key.startswith("u"):
        return FoundUnit(units[row])
    service = services[row]
    return FoundUnit(units[service.unit_id], service.id, service.name, service.short_name)


def find_services(tx: Transaction, words: str, unit_id: int) -> list[ServiceRow]:
    """Services of one unit that the words fit, best first."""
    services = {str(service.id): service for service in services_of(tx, unit_id)}
    candidates = [
        Candidate(key, service.name, (service.short_name, *service.keywords))
        for key, service in services.items()
    ]
    return [services[one.id] for one in rank(words, candidates, MOST_FOUND, city=tx.settings.city_title)]
