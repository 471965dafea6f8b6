"""Totals that no daily total holds: by channel and by profile.

Days that are over come from `part_total`; those that changed since, those that were not counted yet and today are added up from the
ratings themselves. One statement, so one snapshot: whatever is rated, erased or counted meanwhile, it is exact.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Date, Select, bindparam, case, func, literal, select, union_all

from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.storage.columns import BigId
from feedbackbot.storage.survey.changed_days import ALL_DIMENSIONS
from feedbackbot.storage.survey.daily_totals import UnitTotals
from feedbackbot.storage.survey.part_tables import changed_day, part_progress, part_total
from feedbackbot.storage.survey.tables import response
from feedbackbot.storage.transaction import Transaction

SUMS = (
    *(f"{key}_sum" for key in ELEMENT_KEYS),
    *(f"{key}_square_sum" for key in ELEMENT_KEYS),
    "total_sum",
    "total_square_sum",
)
_UNIT = bindparam("unit", type_=BigId)
_FIRST, _LAST, _BEFORE = (bindparam(name, type_=Date) for name in ("first", "last", "day_before"))


def summands() -> Sequence[ColumnElement[Any]]:
    """What one rating adds to each of `SUMS`."""
    answers: list[ColumnElement[Any]] = [response.c[key] for key in ELEMENT_KEYS]
    total = sum(answers[1:], answers[0])
    return (*answers, *(answer * answer for answer in answers), total, total * total)


def totals_by_column(
    tx: Transaction, unit_id: int, first: date, last: date, column: str, *, with_flagged: bool
) -> dict[str | None, UnitTotals]:
    """One unit's submitted ratings by a column of theirs ("channel", "sex", …); None where it is empty. Both days count."""
    days = {"first": first, "last": last, "day_before": first - timedelta(days=1)}
    statement = _by_column(column, with_flagged=with_flagged)
    found: dict[str | None, UnitTotals] = {}
    for row in tx.run(statement, {"unit": unit_id, **days}):
        key, *values = tuple(row)
        found[key or None] = _totals(*(int(value) for value in values))
    return found


@cache
def _by_column(column: str, *, with_flagged: bool) -> Select[Any]:
    progress, mark, kept = part_progress.c, changed_day.c, part_total.c
    by_these = (progress.unit_id == _UNIT) & (progress.dimensions == ALL_DIMENSIONS)
    until = select(progress.counted_until).where(by_these).scalar_subquery()
    changed = select(mark.day).where(mark.unit_id == _UNIT, mark.day.between(_FIRST, _LAST))
    over = (
        select(kept.value.label("key"), kept.n, *(kept[name] for name in SUMS))
        .where(kept.unit_id == _UNIT, kept.dimension == column, kept.day.between(_FIRST, _LAST))
        .where(kept.day <= until, kept.day.not_in(changed))
    )
    rated = select(
        func.coalesce(response.c[column], "").label("key"),
        literal(1).label("n"),
        *(one.label(name) for name, one in zip(SUMS, summands(), strict=True)),
    ).where(response.c.unit_id == _UNIT, response.c.submitted_at.is_not(None))
    # one bound for the index: the later of the day before the first and the last that is in the totals
    counted = case((until >= _FIRST, until), else_=_BEFORE)
    still_open = rated.where(response.c.day > counted, response.c.day <= _LAST)
    anew = rated.where(response.c.day.in_(changed), response.c.day <= until)
    if not with_flagged:
        over = over.where(kept.flagged == 0)
        still_open, anew = (one.where(response.c.flags == "") for one in (still_open, anew))
    together = union_all(over, still_open, anew).subquery()
    return select(
        together.c.key, func.sum(together.c.n), *(func.sum(together.c[name]) for name in SUMS)
    ).group_by(together.c.key)


def _totals(n: int, *sums: int) -> UnitTotals:
    nine = len(ELEMENT_KEYS)
    plain = dict(zip(ELEMENT_KEYS, sums[:nine], strict=True))
    squares = dict(zip(ELEMENT_KEYS, sums[nine : 2 * nine], strict=True))
    return UnitTotals(n, plain, sums[-2], sums[-1], squares)
