"""Daily totals of complete ratings, kept in the transaction that makes a rating count or changes it.

Marked ratings are totalled apart, so that a result can be had with them and without. Where the day is over, `changed_days` hears of it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Insert, Row, Select, bindparam, func, select, update

from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.index import Tally
from feedbackbot.storage.prepared import PreparedUpsert
from feedbackbot.storage.survey.changed_days import days_changed
from feedbackbot.storage.survey.responses import ResponseRow
from feedbackbot.storage.survey.tables import daily_total
from feedbackbot.storage.transaction import Transaction

NO_SERVICE = 0  # the key of the daily totals has no null


@dataclass(frozen=True, slots=True)
class UnitTotals:
    """Complete ratings over some days: their number, by element the sum of the answers and of their squares, the sum of each
    response's total (9-36) and of its square, and how many ratings are marked (whether or not they are in the sums)."""

    n: int
    sums: Mapping[str, int]
    total: int
    total_of_squares: int
    squares: Mapping[str, int]
    flagged: int = 0

    @property
    def tallies(self) -> dict[str, Tally]:
        return {key: Tally(self.sums[key], self.n) for key in ELEMENT_KEYS}


_SUMS = (
    *(f"{key}_sum" for key in ELEMENT_KEYS),
    *(f"{key}_square_sum" for key in ELEMENT_KEYS),
    "total_sum",
    "total_square_sum",
)
_KEY = ("unit_id", "day", "service_id", "flagged")
_C = daily_total.c
# A marked row counts where `with_flagged` is 1; a factor, since two sums of one pass cost less than two passes
_COUNTS = (1 - _C.flagged) + _C.flagged * bindparam("with_flagged")
_FIGURES = (
    func.coalesce(func.sum(_C.n * _COUNTS), 0),
    func.coalesce(func.sum(_C.n * _C.flagged), 0),
    *(func.coalesce(func.sum(_C[name] * _COUNTS), 0) for name in _SUMS),
)
_IN_DAYS = _C.day.between(bindparam("first"), bindparam("last"))
_OF_UNIT = _C.unit_id == bindparam("unit")
_TOTALS = select(*_FIGURES).where(_OF_UNIT, _IN_DAYS)
_BY_UNIT = select(_C.unit_id, *_FIGURES).where(_IN_DAYS).group_by(_C.unit_id)
_BY_SERVICE = select(_C.service_id, *_FIGURES).where(_OF_UNIT, _IN_DAYS).group_by(_C.service_id)


def _adding(statement: Any) -> Insert:
    added = {name: daily_total.c[name] + statement.excluded[name] for name in ("n", *_SUMS)}
    made: Insert = statement.on_conflict_do_update(index_elements=list(_KEY), set_=added)
    return made


_ADD = PreparedUpsert(daily_total, (*_KEY, "n", *_SUMS), _adding)


@dataclass(frozen=True, slots=True)
class _Change:
    """Of the total of a place, whose row all share who rate the unit that day; `may_be_first`: the row may not be there yet."""

    place: Mapping[str, Any]
    figures: Mapping[str, int]
    may_be_first: bool = False

    def run(self, tx: Transaction) -> None:
        if self.may_be_first:
            _ADD.on(tx).run_last(tx, {**self.place, **self.figures})
        else:
            _add(tx, self.place, self.figures)

    def add_to(self, found: dict[str, int], unit_id: int, first: date, last: date, *, counted: bool) -> None:
        """To the figures of a reading that came before it. `counted`: whether marked ratings are."""
        place, marked = self.place, self.place["flagged"]
        if place["unit_id"] != unit_id or not first <= place["day"] <= last:
            return
        found["flagged"] += self.figures.get("n", 0) * marked
        if counted or not marked:
            for name, value in self.figures.items():
                found[name] += value


def add_to_day(tx: Transaction, row: ResponseRow, day: date, *, flagged: bool) -> None:
    """Count a complete rating under its day."""
    figures = {"n": 1, **_figures(row.answers)}
    tx.last(_Change(_place(row, day, flagged=flagged), figures, may_be_first=True))
    days_changed(tx, [(row.unit_id, day)])


def take_from_day(tx: Transaction, row: ResponseRow, day: date, *, flagged: bool) -> None:
    """Undo `add_to_day`."""
    gone = {"n": 1, **_figures(row.answers)}
    tx.last(_Change(_place(row, day, flagged=flagged), {name: -value for name, value in gone.items()}))
    days_changed(tx, [(row.unit_id, day)])


def move_to_marked(tx: Transaction, rows: Sequence[ResponseRow]) -> None:
    """Of counted ratings that bore no mark until now: one change a place, however many there are."""
    take_many_from_day(tx, rows, flagged=False)
    add_many_to_day(tx, rows, flagged=True)


def take_many_from_day(tx: Transaction, rows: Sequence[ResponseRow], *, flagged: bool) -> None:
    """Undo `add_many_to_day`."""
    for place, figures in _by_place(rows, flagged=flagged):
        _add(tx, place, {name: -value for name, value in figures.items()})
    days_changed(tx, [(row.unit_id, row.day) for row in rows])


def add_many_to_day(tx: Transaction, rows: Sequence[ResponseRow], *, flagged: bool) -> None:
    """`add_to_day` for many complete ratings at once, each under its own day."""
    for place, figures in _by_place(rows, flagged=flagged):
        _ADD.on(tx).run(tx, {**place, **figures})
    days_changed(tx, [(row.unit_id, row.day) for row in rows])


def _by_place(
    rows: Iterable[ResponseRow], *, flagged: bool
) -> Iterator[tuple[dict[str, Any], dict[str, int]]]:
    """The place of each total that these ratings belong to, and what they add up to there; always in the same order."""
    found: dict[tuple[Any, ...], dict[str, int]] = {}
    for row in rows:
        assert row.day is not None, "only what counts has a total"  # noqa: S101
        place = _place(row, row.day, flagged=flagged)
        sums = found.setdefault(tuple(place[name] for name in _KEY), dict.fromkeys(("n", *_SUMS), 0))
        for name, value in ("n", 1), *_figures(row.answers).items():
            sums[name] += value
    for key, sums in sorted(found.items()):
        yield dict(zip(_KEY, key, strict=True)), sums


def change_in_day(tx: Transaction, row: ResponseRow, day: date, after: Mapping[str, int]) -> None:
    """Replace what a counted rating, whose mark stays as it is, adds to its day."""
    before, now = _figures(row.answers), _figures(after)
    changed = {name: now[name] - before[name] for name in _SUMS if now[name] != before[name]}
    tx.last(_Change(_place(row, day, flagged=bool(row.flags)), changed))
    days_changed(tx, [(row.unit_id, day)])


def unit_totals(
    tx: Transaction, unit_id: int, first: date, last: date, *, with_flagged: bool = True
) -> UnitTotals:
    """From the daily totals, both days included."""
    row = tx.run(_TOTALS, {"unit": unit_id, **_span(first, last, with_flagged)}).one()
    found = dict(zip(("n", "flagged", *_SUMS), map(int, row), strict=True))
    for change in tx.left_for_the_end:
        if isinstance(change, _Change):
            change.add_to(found, unit_id, first, last, counted=with_flagged)
    return _totals(tuple(found.values()))


def totals_by_unit(tx: Transaction, first: date, last: date, *, with_flagged: bool) -> dict[int, UnitTotals]:
    """Of every unit that was rated in these days."""
    return _grouped(tx, _BY_UNIT, _span(first, last, with_flagged))


def totals_by_service(
    tx: Transaction, unit_id: int, first: date, last: date, *, with_flagged: bool
) -> dict[int, UnitTotals]:
    """By service id, `NO_SERVICE` where none was named."""
    return _grouped(tx, _BY_SERVICE, {"unit": unit_id, **_span(first, last, with_flagged)})


def totals_of(answers: Iterable[Mapping[str, int]]) -> UnitTotals:
    """What these complete ratings add up to."""
    sums = dict.fromkeys(_SUMS, 0)
    n = 0
    for one in answers:
        n += 1
        for name, value in _figures(one).items():
            sums[name] += value
    return _totals((n, 0, *sums.values()))


def _add(tx: Transaction, place: Mapping[str, Any], changes: Mapping[str, int]) -> None:
    tx.run(
        update(daily_total)
        .where(*(daily_total.c[name] == value for name, value in place.items()))
        .values({name: daily_total.c[name] + change for name, change in changes.items()})
    )


def _place(row: ResponseRow, day: date, *, flagged: bool) -> dict[str, Any]:
    service = row.service_id or NO_SERVICE
    return {"unit_id": row.unit_id, "day": day, "service_id": service, "flagged": int(flagged)}


def _span(first: date, last: date, with_flagged: bool) -> dict[str, Any]:
    return {"first": first, "last": last, "with_flagged": int(with_flagged)}


def _grouped(tx: Transaction, statement: Select[Any], parameters: Mapping[str, Any]) -> dict[int, UnitTotals]:
    tx.end()
    rows: Iterable[Row[Any]] = tx.run(statement, parameters)
    return {int(row[0]): _totals(tuple(row)[1:]) for row in rows}


def _totals(values: tuple[Any, ...]) -> UnitTotals:
    n, flagged, *sums = (int(value) for value in values)
    found = dict(zip(_SUMS, sums, strict=True))
    return UnitTotals(
        n,
        {key: found[f"{key}_sum"] for key in ELEMENT_KEYS},
        found["total_sum"],
        found["total_square_sum"],
        {key: found[f"{key}_square_sum"] for key in ELEMENT_KEYS},
        flagged,
    )


def _figures(answers: Mapping[str, int]) -> dict[str, int]:
    total = sum(answers[key] for key in ELEMENT_KEYS)
    return {
        **{f"{key}_sum": answers[key] for key in ELEMENT_KEYS},
        **{f"{key}_square_sum": answers[key] ** 2 for key in ELEMENT_KEYS},
        "total_sum": total,
        "total_square_sum": total * total,
    }
