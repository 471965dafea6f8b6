"""Totals that no daily total holds: by channel and by profile, added up from the ratings themselves."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, select

from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.storage.survey.daily_totals import UnitTotals
from feedbackbot.storage.survey.tables import response
from feedbackbot.storage.transaction import Transaction


def totals_by_column(
    tx: Transaction, unit_id: int, first: date, last: date, column: str, *, with_flagged: bool
) -> dict[str | None, UnitTotals]:
    """One unit's submitted ratings by a column of theirs ("channel", "sex", …); None where it is empty. Both days count."""
    answers = [response.c[key] for key in ELEMENT_KEYS]
    total: ColumnElement[Any] = answers[0]
    for answer in answers[1:]:
        total = total + answer
    sums = (*answers, *(answer * answer for answer in answers), total, total * total)
    statement = (
        select(response.c[column], func.count(), *(func.sum(one) for one in sums))
        .where(
            response.c.unit_id == unit_id,
            response.c.day.between(first, last),
            response.c.submitted_at.is_not(None),
        )
        .group_by(response.c[column])
    )
    if not with_flagged:
        statement = statement.where(response.c.flags == "")
    found = {}
    for row in tx.run(statement):
        key, *values = tuple(row)
        found[key] = _totals(*(int(value) for value in values))
    return found


def _totals(n: int, *sums: int) -> UnitTotals:
    nine = len(ELEMENT_KEYS)
    plain = dict(zip(ELEMENT_KEYS, sums[:nine], strict=True))
    squares = dict(zip(ELEMENT_KEYS, sums[nine : 2 * nine], strict=True))
    return UnitTotals(n, plain, sums[-2], sums[-1], squares)
