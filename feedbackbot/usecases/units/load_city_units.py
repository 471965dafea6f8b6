"""Bring the units, services and counters of the city's data file into the database."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from feedbackbot.domain.units.city import City, Unit
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.understanding.facts import FactRow, put_file_facts
from feedbackbot.storage.units.city_rows import active_codes, put_counters, put_services, put_units
from feedbackbot.storage.units.units import joined


@dataclass(frozen=True, slots=True)
class LoadedCity:
    """How many units and services there are now, and how many units no longer are."""

    units: int
    services: int
    vanished: int


def load_city_units(tx: Transaction, city: City) -> LoadedCity:
    """Safe to repeat. A code stands for the same thing for ever: a new name renames it; what the file no longer has becomes
    inactive, for its ratings stay."""
    before = active_codes(tx)
    kind_names = {kind.code: kind.name for kind in city.kinds}
    district_names = {district.code: district.name for district in city.kecamatan}
    ids = put_units(
        tx, [_unit_row(position, one, kind_names, district_names) for position, one in enumerate(city.units)]
    )
    services = put_services(tx, [row for one in city.units for row in _service_rows(ids[one.code], one)])
    put_counters(tx, [row for one in city.units for row in _counter_rows(ids[one.code], one)])
    put_file_facts(tx, [fact for one in city.units for fact in _facts(ids[one.code], one, services)])
    return LoadedCity(
        len(city.units),
        sum(len(one.services) for one in city.units),
        len(before - {one.code for one in city.units}),
    )


def _unit_row(
    position: int, one: Unit, kind_names: Mapping[str, str], district_names: Mapping[str, str]
) -> dict[str, Any]:
    return {
        "code": one.code,
        "name": one.name,
        "short_name": one.short_name,
        "position": position,
        "kind": one.kind,
        "kind_name": kind_names[one.kind],
        "district": one.kecamatan,
        "district_name": district_names[one.kecamatan] if one.kecamatan else None,
        "keywords": joined(one.keywords),
        "yearly_visitors": one.yearly_visitors,
        "hours": one.hours,
    }


def _service_rows(unit_id: int, one: Unit) -> Iterator[dict[str, Any]]:
    for position, part in enumerate(one.services):
        yield {
            "unit_id": unit_id,
            "code": part.code,
            "name": part.name,
            "short_name": part.short_name,
            "position": position,
            "keywords": joined(part.keywords),
        }


def _counter_rows(unit_id: int, one: Unit) -> Iterator[dict[str, Any]]:
    for part in one.counters:
        yield {"unit_id": unit_id, "code": part.code, "name": part.name, "services": joined(part.services)}


def _facts(unit_id: int, one: Unit, services: Mapping[tuple[int, str], int]) -> Iterator[FactRow]:
    of_services = ((services[unit_id, part.code], fact) for part in one.services for fact in part.facts)
    for service_id, fact in [*((None, fact) for fact in one.facts), *of_services]:
        yield FactRow(
            unit_id, service_id, fact.topic, fact.text, fact.source, fact.checked_on, from_file=True
        )
