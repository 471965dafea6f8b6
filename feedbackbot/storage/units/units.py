"""Units, services and counters as people look for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, bindparam, select

from feedbackbot.storage.prepared import Prepared
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.tables import counter, service, unit


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit that can be rated. `short_name` has at most 24 characters."""

    id: int
    code: str
    name: str
    short_name: str
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """A service of a unit. `short_name` has at most 24 characters."""

    id: int
    unit_id: int
    code: str
    name: str
    short_name: str
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CounterRow:
    """A counter; `services` are the codes of the services given there, empty where all of the unit are."""

    code: str
    name: str
    services: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Units that belong together: a kind ("kind", "dinas") or a district ("district", "muara-dua")."""

    by: str
    code: str
    name: str


_UNITS = (
    select(unit.c.id, unit.c.code, unit.c.name, unit.c.short_name, unit.c.keywords)
    .where(unit.c.active)
    .order_by(unit.c.position)
)
_UNIT = _UNITS.where(unit.c.id == bindparam("row"))
_UNIT_BY_CODE = _UNITS.where(unit.c.code == bindparam("code"))
_UNITS_OF = {
    "kind": _UNITS.where(unit.c.kind == bindparam("code")),
    "district": _UNITS.where(unit.c.district == bindparam("code")),
}
_SERVICES = (
    select(
        service.c.id,
        service.c.unit_id,
        service.c.code,
        service.c.name,
        service.c.short_name,
        service.c.keywords,
    )
    .join(unit)
    .where(unit.c.active, service.c.active)
    .order_by(unit.c.position, service.c.position)
)
_SERVICES_OF = Prepared(_SERVICES.where(service.c.unit_id == bindparam("row")))
_COUNTERS_OF = (
    select(counter.c.code, counter.c.name, counter.c.services)
    .where(counter.c.unit_id == bindparam("row"), counter.c.active)
    .order_by(counter.c.id)
)
_COUNTER = _COUNTERS_OF.where(counter.c.code == bindparam("code"))
_KINDS = select(unit.c.kind, unit.c.kind_name, unit.c.position).where(unit.c.active).order_by(unit.c.position)
_DISTRICTS = (
    select(unit.c.district, unit.c.district_name)
    .where(unit.c.active, unit.c.district.is_not(None))
    .distinct()
    .order_by(unit.c.district_name)
)


def active_units(tx: Transaction) -> list[UnitRow]:
    return [_unit(row) for row in tx.run(_UNITS)]


def unit_by_id(tx: Transaction, unit_id: int) -> UnitRow | None:
    """None also for a unit that is no longer active."""
    row = tx.run(_UNIT, {"row": unit_id}).one_or_none()
    return _unit(row) if row else None


def unit_by_code(tx: Transaction, code: str) -> UnitRow | None:
    row = tx.run(_UNIT_BY_CODE, {"code": code}).one_or_none()
    return _unit(row) if row else None


def units_of(tx: Transaction, by: str, code: str) -> list[UnitRow]:
    """Units of a kind or district; empty for a group that does not exist."""
    return [_unit(row) for row in tx.run(_UNITS_OF[by], {"code": code})] if by in _UNITS_OF else []


def active_services(tx: Transaction) -> list[ServiceRow]:
    """Services of all units."""
    return [_service(row) for row in tx.run(_SERVICES)]


def services_of(tx: Transaction, unit_id: int) -> list[ServiceRow]:
    return [_service(row) for row in _SERVICES_OF.all(tx, {"row": unit_id})]


def services_at(tx: Transaction, unit_id: int, counter_code: str | None) -> list[ServiceRow]:
    """The services of a unit, or of one of its counters; all of the unit where the counter is not known any more."""
    services = services_of(tx, unit_id)
    counter = counter_of(tx, unit_id, counter_code) if counter_code else None
    if counter is None or not counter.services:
        return services
    return [service for service in services if service.code in counter.services] or services


def hours_of_unit(tx: Transaction, unit_id: int) -> str:
    """As kept (`unit_hours`); empty where the city's file gives none."""
    return str(tx.run(select(unit.c.hours).where(unit.c.id == unit_id)).scalar_one_or_none() or "")


def counter_of(tx: Transaction, unit_id: int, code: str) -> CounterRow | None:
    row = tx.run(_COUNTER, {"row": unit_id, "code": code}).one_or_none()
    return _counter(row) if row else None


def counters_of_unit(tx: Transaction, unit_id: int) -> list[CounterRow]:
    """Active ones, in the order of the city's file."""
    return [_counter(row) for row in tx.run(_COUNTERS_OF, {"row": unit_id})]


def kinds(tx: Transaction) -> list[Group]:
    """Kinds of units that there are, in the order of the city's file."""
    found: dict[str, Group] = {}
    for row in tx.run(_KINDS):
        found.setdefault(row.kind, Group("kind", row.kind, row.kind_name))
    return list(found.values())


def districts(tx: Transaction) -> list[Group]:
    return [Group("district", row.district, row.district_name) for row in tx.run(_DISTRICTS)]


def lines(text: str) -> tuple[str, ...]:
    """A list that is stored as one phrase a line."""
    return tuple(line for line in text.split("\n") if line)


def joined(phrases: Sequence[str]) -> str:
    return "\n".join(phrases)


def _unit(row: Row[Any]) -> UnitRow:
    return UnitRow(row.id, row.code, row.name, row.short_name, lines(row.keywords))


def _counter(row: Row[Any]) -> CounterRow:
    return CounterRow(row.code, row.name, lines(row.services))


def _service(row: Sequence[Any]) -> ServiceRow:
    service_id, unit_id, code, name, short_name, keywords = row
    return ServiceRow(service_id, unit_id, code, name, short_name, lines(keywords))
