"""Daily totals of complete ratings, kept in the transaction that makes a rating count or changes it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, func, select, update

from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.index import Tally
from feedbackbot.storage.survey import ResponseRow
from feedbackbot.storage.tables.survey import daily_total
from feedbackbot.storage.transaction import Transaction, upsert

NO_SERVICE = 0  # the key of the daily totals has no null


@dataclass(frozen=True, slots=True)
class UnitTotals:
    """Complete ratings of a unit over some days: their number, the sum of each element's answers, of each response's total
    (9-36), and of its square."""

    n: int
    sums: Mapping[str, int]
    total: int
    total_of_squares: int

    @property
    def tallies(self) -> dict[str, Tally]:
        return {key: Tally(self.sums[key], self.n) for key in ELEMENT_KEYS}


_SUMS = (*(f"{key}_sum" for key in ELEMENT_KEYS), "total_sum", "total_square_sum")
_TOTALS = select(
    func.coalesce(func.sum(daily_total.c.n), 0), *(func.sum(daily_total.c[name]) for name in _SUMS)
).where(
    daily_total.c.unit_id == bindparam("unit"),
    daily_total.c.day.between(bindparam("first"), bindparam("last")),
)


def add_to_day(tx: Transaction, row: ResponseRow, day: date) -> None:
    """Count a complete rating under its day."""
    statement = upsert(tx, daily_total)
    added = {name: daily_total.c[name] + statement.excluded[name] for name in ("n", *_SUMS)}
    tx.run(
        statement.on_conflict_do_update(index_elements=["unit_id", "day", "service_id"], set_=added),
        {
            "unit_id": row.unit_id,
            "service_id": row.service_id or NO_SERVICE,
            "day": day,
            "n": 1,
            **_figures(row.answers),
        },
    )


def change_in_day(tx: Transaction, row: ResponseRow, after: Mapping[str, int]) -> None:
    """Replace what a counted rating adds to its day."""
    before, now = _figures(row.answers), _figures(after)
    tx.run(
        update(daily_total)
        .where(
            daily_total.c.unit_id == row.unit_id,
            daily_total.c.day == row.day,
            daily_total.c.service_id == (row.service_id or NO_SERVICE),
        )
        .values(
            {
                name: daily_total.c[name] + (now[name] - before[name])
                for name in _SUMS
                if now[name] != before[name]
            }
        )
    )


def unit_totals(tx: Transaction, unit_id: int, first: date, last: date) -> UnitTotals:
    """From the daily totals, both days included."""
    row = tx.run(_TOTALS, {"unit": unit_id, "first": first, "last": last}).one()
    n, *sums = (int(value or 0) for value in row)
    found = dict(zip(_SUMS, sums, strict=True))
    return UnitTotals(
        n,
        {key: found[f"{key}_sum"] for key in ELEMENT_KEYS},
        found["total_sum"],
        found["total_square_sum"],
    )


def _figures(answers: Mapping[str, int]) -> dict[str, int]:
    total = sum(answers[key] for key in ELEMENT_KEYS)
    return {
        **{f"{key}_sum": answers[key] for key in ELEMENT_KEYS},
        "total_sum": total,
        "total_square_sum": total * total,
    }
