"""Bring the units, services and counters of the city's data file into the database."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from feedbackbot.domain.units.city import City, Unit
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.understanding.facts import FactRow, forget_file_facts, put_fact
from feedbackbot.storage.units.city_rows import active_codes, put_counters, put_services, put_units
from feedbackbot.storage.units.units import joined, services_of


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
    for one in city.units:
        _put_parts(tx, ids[one.code], one)
        _put_facts(tx, ids[one.code], one)
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


def _put_parts(tx: Transaction, unit_id: int, one: Unit) -> None:
    services = [
        {
            "code": part.code,
            "name": part.name,
            "short_name": part.short_name,
            "position": position,
            "keywords": joined(part.keywords),
        }
        for position, part in enumerate(one.services)
    ]
    counters = [
        {"code": part.code, "name": part.name, "services": joined(part.services)} for part in one.counters
    ]
    put_services(tx, unit_id, services)
    put_counters(tx, unit_id, counters)


def _put_facts(tx: Transaction, unit_id: int, one: Unit) -> None:
    """What an admin has written meanwhile stays."""
    forget_file_facts(tx, unit_id)
    codes = {row.code: row.id for row in services_of(tx, unit_id)}
    of_services = ((codes[part.code], fact) for part in one.services for fact in part.facts)
    for service_id, fact in [*((None, fact) for fact in one.facts), *of_services]:
        put_fact(
            tx,
            FactRow(unit_id, service_id, fact.topic, fact.text, fact.source, fact.checked_on, from_file=True),
        )
