"""What a sheet of answers brings, beside what an earlier import of it had brought: new, changed, gone and the same rows.

Rows are known by the sheet's number of the respondent where it has one. A sheet that was sorted anew and numbered from 1 again is
better known by what its rows say: of both ways the one that finds more rows again is taken.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """`answers` in the order of the elements. `key`: a keyed hash of the respondent's number, "" without one. `at` None: not known.
    `beside`: what else the row says of the visit and the respondent."""

    day: date
    answers: tuple[int, ...]
    key: str = ""
    at: time | None = None
    beside: tuple[object, ...] = ()


Pair = tuple[int, int]
"""Places of a row: in `before` and in `after`."""


@dataclass(frozen=True, slots=True)
class AnswerChanges:
    """Places of rows in `before` and `after`."""

    same: tuple[Pair, ...]
    changed: tuple[Pair, ...]
    new: tuple[int, ...]
    gone: tuple[int, ...]


def compare_answers(
    before: Sequence[ComparedRow], after: Sequence[ComparedRow], *, days_told: bool
) -> AnswerChanges:
    """`days_told`: whether the sheet tells the days; if not, a row that is found again keeps the day it was counted under."""
    by_content = _by_content(before, after, days_told)
    by_key = _by_key(before, after, days_told)
    if by_key is None or len(by_content.same) > len(by_key.same):
        return by_content
    return by_key


def _by_key(
    before: Sequence[ComparedRow], after: Sequence[ComparedRow], days_told: bool
) -> AnswerChanges | None:
    """None where not every row has a number of its own."""
    old = {row.key: place for place, row in enumerate(before)}
    now = {row.key: place for place, row in enumerate(after)}
    if "" in old or "" in now or len(old) < len(before) or len(now) < len(after):
        return None
    pairs = [(old[key], place) for key, place in now.items() if key in old]
    same = [pair for pair in pairs if _says(before[pair[0]], days_told) == _says(after[pair[1]], days_told)]
    return _changes(before, after, same, [pair for pair in pairs if pair not in set(same)])


def _by_content(
    before: Sequence[ComparedRow], after: Sequence[ComparedRow], days_told: bool
) -> AnswerChanges:
    """As multisets. What is left over on both sides was corrected: the same moment first, then one by one."""
    waiting: dict[object, list[int]] = defaultdict(list)
    for place, row in enumerate(before):
        waiting[_says(row, days_told)].append(place)
    same: list[Pair] = []
    left: list[int] = []
    for place, row in enumerate(after):
        found = waiting[_says(row, days_told)]
        if found:
            same.append((found.pop(0), place))
        else:
            left.append(place)
    matched = {place for place, _ in same}
    unmatched = [place for place in range(len(before)) if place not in matched]
    return _changes(before, after, same, _corrected(before, after, unmatched, left))


def _corrected(
    before: Sequence[ComparedRow], after: Sequence[ComparedRow], old: list[int], now: list[int]
) -> list[Pair]:
    moments = {(before[place].day, before[place].at): place for place in old if before[place].at}
    pairs: list[Pair] = []
    for place in now:
        found = moments.pop((after[place].day, after[place].at), None)
        if found is not None:
            pairs.append((found, place))
    taken_old, taken_now = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    rest = ([place for place in old if place not in taken_old], [place for place in now if place not in taken_now])  # fmt: skip
    return pairs + list(zip(*rest, strict=False))


def _changes(
    before: Sequence[ComparedRow],
    after: Sequence[ComparedRow],
    same: Sequence[Pair],
    changed: Sequence[Pair],
) -> AnswerChanges:
    old = {pair[0] for pair in (*same, *changed)}
    now = {pair[1] for pair in (*same, *changed)}
    return AnswerChanges(
        tuple(same),
        tuple(changed),
        tuple(place for place in range(len(after)) if place not in now),
        tuple(place for place in range(len(before)) if place not in old),
    )


def _says(row: ComparedRow, days_told: bool) -> object:
    return (row.day, row.at, row.answers, row.beside) if days_told else (row.answers, row.beside)


def grew_out_of(before: Sequence[ComparedRow], after: Sequence[ComparedRow], least: int = 5) -> bool:
    """Whether a sheet begins with all rows of an earlier one and goes on: most likely it is that sheet, some days later."""
    rows = [row.answers for row in before]
    return least <= len(rows) < len(after) and [row.answers for row in after[: len(rows)]] == rows
