"""Published results."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, insert, select

from feedbackbot.storage.reports.tables import published_result
from feedbackbot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Published:
    """One published result; `report` and `answers` are what `reports.official.frozen` wrote."""

    id: int
    unit_id: int
    period: str
    first: date
    last: date
    n: int
    ikm: str
    grade: str
    report: str
    answers: bytes
    at: datetime

    @property
    def weight(self) -> str:
        """The weight of each element, as frozen with the figures: "1/9", "0.111" or "0.11"."""
        return str(json.loads(self.report)["index"]["weight"])


_COLUMNS = select(
    published_result.c.id,
    published_result.c.unit_id,
    published_result.c.period,
    published_result.c.first,
    published_result.c.last,
    published_result.c.n,
    published_result.c.ikm,
    published_result.c.grade,
    published_result.c.report,
    published_result.c.answers,
    published_result.c.at,
)


def published(tx: Transaction, unit_id: int, period: str) -> Published | None:
    row = tx.run(
        _COLUMNS.where(published_result.c.unit_id == unit_id, published_result.c.period == period)
    ).one_or_none()
    return _published(row) if row else None


def published_of_unit(tx: Transaction, unit_id: int) -> list[Published]:
    """Newest period first."""
    rows = tx.run(
        _COLUMNS.where(published_result.c.unit_id == unit_id).order_by(
            published_result.c.last.desc(), published_result.c.id.desc()
        )
    )
    return [_published(row) for row in rows]


def newest_published(tx: Transaction) -> dict[int, Published]:
    """By unit the published result of the latest period."""
    rows = tx.run(_COLUMNS.order_by(published_result.c.last, published_result.c.id))
    return {row.unit_id: _published(row) for row in rows}


def published_periods(tx: Transaction) -> dict[str, int]:
    """How many units each period was published for."""
    rows = tx.run(select(published_result.c.period, published_result.c.unit_id))
    found: dict[str, int] = {}
    for row in rows:
        found[row.period] = found.get(row.period, 0) + 1
    return found


def keep_published(tx: Transaction, values: Mapping[str, Any]) -> int:
    """Raises IntegrityError for a unit and period that is published already."""
    statement = insert(published_result).values(at=tx.now, **values).returning(published_result.c.id)
    return int(tx.run(statement).scalar_one())


def _published(row: Row[Any]) -> Published:
    return Published(*tuple(row))
