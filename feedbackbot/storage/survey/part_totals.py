"""Making the totals by channel and profile: a stretch of days of one unit is counted beside the writer, then kept in one short
transaction, and only if nobody else has kept it meanwhile. A change that came in between has left a mark, and the mark stays.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, case, delete, func, insert, literal, select, update

from feedbackbot.storage.survey.changed_days import ALL_DIMENSIONS, DIMENSIONS
from feedbackbot.storage.survey.part_tables import changed_day, part_progress, part_total
from feedbackbot.storage.survey.response_totals import SUMS, summands
from feedbackbot.storage.survey.tables import daily_total, response
from feedbackbot.storage.transaction import Transaction, upsert
from feedbackbot.storage.units.tables import unit

MOST_DAYS = 7
_MOST_RATINGS = 2000  # but one day at least
_progress, _mark, _total = part_progress.c, changed_day.c, part_total.c


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days of a unit, oldest first, and what is to stand in `part_total` for them. `marks`: why they are counted anew; without, they are
    counted for the first time: those after `seen_until` up to and with `until`."""

    unit_id: int
    days: tuple[date, ...]
    rows: list[dict[str, Any]]
    marks: tuple[int, ...] = ()
    seen_until: date = date.min
    until: date = date.min


def next_stretch(tx: Transaction, last: date) -> Stretch | None:
    """What is to be counted next, counted: days until `last` that are not in the totals yet, then those that changed. None: all is well."""
    behind = select(part_progress).where(_progress.counted_until < last).order_by(_progress.unit_id).limit(1)
    row = tx.run(behind).one_or_none()
    return _changed(tx) if row is None else _ended(tx, row.unit_id, row.counted_until, last)


def _ended(tx: Transaction, unit_id: int, seen_until: date, last: date) -> Stretch:
    total = daily_total.c
    rated: list[Any] = list(
        tx.run(
            select(total.day, func.sum(total.n))
            .where(total.unit_id == unit_id, total.day > seen_until, total.day <= last)
            .group_by(total.day)
            .order_by(total.day)
            .limit(MOST_DAYS + 1)
        )
    )
    days, ratings = list[date](), 0
    for day, n in rated[:MOST_DAYS]:
        if days and ratings + n > _MOST_RATINGS:
            break
        days.append(day)
        ratings += n
    until = days[-1] if len(days) < len(rated) else last
    return Stretch(unit_id, tuple(days), _counted(tx, unit_id, days), (), seen_until, until)


def _changed(tx: Transaction) -> Stretch | None:
    """Days after the unit's last counted one keep their marks until they are counted for the first time."""
    in_totals = _mark.day <= _progress.counted_until
    marks = select(changed_day).join(part_progress, _progress.unit_id == _mark.unit_id).where(in_totals)
    oldest = tx.run(marks.order_by(_mark.unit_id, _mark.day).limit(1)).one_or_none()
    if oldest is None:
        return None
    of_unit = marks.where(_mark.unit_id == oldest.unit_id)
    days = tx.run(of_unit.with_only_columns(_mark.day).distinct().order_by(_mark.day).limit(MOST_DAYS))
    some = tuple(days.scalars())
    ids = tx.run(of_unit.with_only_columns(_mark.id).where(_mark.day.in_(some))).scalars()
    return Stretch(oldest.unit_id, some, _counted(tx, oldest.unit_id, some), tuple(ids))


def _counted(tx: Transaction, unit_id: int, days: Sequence[date]) -> list[dict[str, Any]]:
    flagged = case((response.c.flags == "", 0), else_=1)
    sums = [func.sum(one).label(name) for name, one in zip(SUMS, summands(), strict=True)]
    rows: list[dict[str, Any]] = []
    for dimension in DIMENSIONS if days else ():
        value = func.coalesce(response.c[dimension], "")
        head: list[ColumnElement[Any]] = [
            response.c.unit_id,
            literal(dimension).label("dimension"),
            response.c.day,
        ]
        found = tx.run(
            select(*head, value.label("value"), flagged.label("flagged"), func.count().label("n"), *sums)
            .where(
                response.c.unit_id == unit_id, response.c.day.in_(days), response.c.submitted_at.is_not(None)
            )
            .group_by(response.c.unit_id, response.c.day, value, flagged)
        )
        rows += [dict(row) for row in found.mappings()]
    return rows


def keep_stretch(tx: Transaction, stretch: Stretch) -> bool:
    """False where somebody else has kept it, or some of it, meanwhile; then nothing is changed."""
    if not (_take_marks(tx, stretch) if stretch.marks else _go_on(tx, stretch)):
        return False
    if stretch.days:
        tx.run(
            delete(part_total).where(
                _total.unit_id == stretch.unit_id,
                _total.dimension.in_(DIMENSIONS),
                _total.day.in_(stretch.days),
            )
        )
    if stretch.rows:
        tx.run(insert(part_total), stretch.rows)
    return True


def _take_marks(tx: Transaction, stretch: Stretch) -> bool:
    mine = _mark.id.in_(stretch.marks)
    there = tx.run(select(_mark.id).where(mine).order_by(_mark.id).with_for_update()).all()
    if len(there) < len(stretch.marks):
        return False
    tx.run(delete(changed_day).where(mine))
    return True


def _go_on(tx: Transaction, stretch: Stretch) -> bool:
    as_seen = (_progress.unit_id == stretch.unit_id) & (_progress.counted_until == stretch.seen_until)
    done = tx.run(update(part_progress).where(as_seen).values(counted_until=stretch.until))
    return done.rowcount == 1


def units_to_begin(tx: Transaction) -> dict[int, date]:
    """Units that are rated and not counted yet, with their first rated day."""
    first = select(func.min(daily_total.c.day)).where(daily_total.c.unit_id == unit.c.id).scalar_subquery()
    known = select(_progress.unit_id)
    rows: list[Any] = list(
        tx.run(select(unit.c.id, first).where(unit.c.id.not_in(known)).order_by(unit.c.id))
    )
    return {row[0]: row[1] for row in rows if row[1] is not None}


def begin_units(tx: Transaction, firsts: dict[int, date], last: date, today: date) -> None:
    """They are counted from their first day on. Those that somebody has begun meanwhile are left as they are."""
    rows = [{"unit_id": unit_id, **_from_before(first, last, today)} for unit_id, first in firsts.items()]
    tx.run(upsert(tx, part_progress).on_conflict_do_nothing(), rows)


def units_counted_otherwise(tx: Transaction) -> list[int]:
    """By a release that knew other columns."""
    return list(tx.run(select(_progress.unit_id).where(_progress.dimensions != ALL_DIMENSIONS)).scalars())


def unit_to_count_anew(tx: Transaction, begun_before: date) -> int | None:
    """The one that was begun longest ago."""
    old = select(_progress.unit_id).where(_progress.begun_on < begun_before)
    return tx.run(old.order_by(_progress.begun_on, _progress.unit_id).limit(1)).scalar_one_or_none()


def count_anew(tx: Transaction, unit_id: int, last: date, today: date) -> None:
    """All its days, from the first on; until they are counted, they are added up from the ratings."""
    first = tx.run(select(func.min(daily_total.c.day)).where(daily_total.c.unit_id == unit_id)).scalar_one()
    values = _from_before(first, last, today)
    tx.run(update(part_progress).where(_progress.unit_id == unit_id).values(values))


def _from_before(first: date, last: date, today: date) -> dict[str, Any]:
    """A first day after `last` is today, or of a time that a clock set back since has not reached again."""
    return {
        "counted_until": min(first - timedelta(days=1), last),
        "begun_on": today,
        "dimensions": ALL_DIMENSIONS,
    }


def is_too_far(tx: Transaction, last: date) -> bool:
    """Whether a day after `last` is told to be counted: the clock was set back since."""
    return (
        tx.run(select(_progress.unit_id).where(_progress.counted_until > last).limit(1)).first() is not None
    )


def go_back(tx: Transaction, last: date) -> None:
    """Days after `last` are not over, whatever a clock said."""
    tx.run(update(part_progress).where(_progress.counted_until > last).values(counted_until=last))
