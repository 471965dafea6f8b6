"""Units as reports name them: also those that are no longer active, for the time when they were."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select

from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.tables import unit


@dataclass(frozen=True, slots=True)
class ReportUnit:
    """A unit under its present name; `yearly_visitors` is None while nobody knows them."""

    id: int
    code: str
    name: str
    short_name: str
    yearly_visitors: int | None
    active: bool


_UNITS = select(
    unit.c.id, unit.c.code, unit.c.name, unit.c.short_name, unit.c.yearly_visitors, unit.c.active
).order_by(unit.c.position)


def report_units(tx: Transaction) -> list[ReportUnit]:
    """All units that there ever were, in the order of the city's file."""
    return [_unit(row) for row in tx.run(_UNITS)]


def report_unit(tx: Transaction, code: str) -> ReportUnit | None:
    row = tx.run(_UNITS.where(unit.c.code == code)).one_or_none()
    return _unit(row) if row else None


def report_unit_by_id(tx: Transaction, unit_id: int) -> ReportUnit | None:
    row = tx.run(_UNITS.where(unit.c.id == unit_id)).one_or_none()
    return _unit(row) if row else None


def _unit(row: Row[Any]) -> ReportUnit:
    return ReportUnit(row.id, row.code, row.name, row.short_name, row.yearly_visitors, row.active)
