"""Improvement cases: opened, begun, measured."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, select, update

from feedbackbot.storage.reports.tables import improvement
from feedbackbot.storage.transaction import Transaction, upsert


@dataclass(frozen=True, slots=True)
class Improvement:
    """One case; `mean` of `n` ratings opened it. `effect` is JSON, None until measured.

    `started_on`: the day of the first session that somebody of the unit attended.
    """

    id: int
    unit_id: int
    element: str
    reason: str
    mean: float
    n: int
    opened_at: datetime
    measure: str | None
    training_id: int | None
    started_on: date | None
    verdict: str | None
    effect: str | None
    closed_at: datetime | None


_C = improvement.c
_COLUMNS = select(
    _C.id, _C.unit_id, _C.element, _C.reason, _C.mean, _C.n, _C.opened_at, _C.measure, _C.training_id,
    _C.started_on, _C.verdict, _C.effect, _C.closed_at,
).order_by(_C.id.desc())  # fmt: skip


def open_case(tx: Transaction, values: dict[str, Any]) -> int | None:
    """Its id; None where the unit has one of this element under way."""
    statement = upsert(tx, improvement).values(opened_at=tx.now, **values)
    row = tx.run(statement.on_conflict_do_nothing().returning(_C.id)).one_or_none()
    return int(row.id) if row else None


def improvements(tx: Transaction, *conditions: ColumnElement[bool]) -> list[Improvement]:
    """Newest first."""
    return [Improvement(*tuple(row)) for row in tx.run(_COLUMNS.where(*conditions))]


def improvements_of(tx: Transaction, unit_ids: Sequence[int]) -> list[Improvement]:
    """Of these units."""
    return improvements(tx, _C.unit_id.in_(list(unit_ids)))


def improvement_by_id(tx: Transaction, improvement_id: int) -> Improvement | None:
    found = improvements(tx, _C.id == improvement_id)
    return found[0] if found else None


def invited(tx: Transaction) -> Sequence[Improvement]:
    """Open cases whose unit's staff were invited to a training; not yet measured."""
    return improvements(tx, _C.training_id.is_not(None), _C.measured_at.is_(None), _C.closed_at.is_(None))


def change_improvement(tx: Transaction, improvement_id: int, **values: Any) -> None:
    tx.run(update(improvement).where(_C.id == improvement_id).values(**values))
