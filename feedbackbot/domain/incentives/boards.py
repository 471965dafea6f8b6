"""Boards that motivate the many: one's own surroundings, never a list of the lowest.

Who stands in the lower half is seen by nobody above them and is given no place number: that half sees only
whom to catch up with. The upper half sees its neighbours on both sides, as far as the upper half reaches.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

SPAN = 5
# In a smaller unit the mean would give away single persons' points.
SMALLEST_TEAM = 5
LEADING_TEAMS = 3


@dataclass(frozen=True)
class Score:
    """A person's or a unit's points in the season."""

    key: str
    points: Fraction | int


@dataclass(frozen=True)
class Row:
    """One line of a board; `place` is shared by equal points and None in the lower half."""

    key: str
    points: Fraction | int
    place: int | None
    is_reader: bool


@dataclass(frozen=True)
class UnitPoints:
    """A unit's season: all its staff (not only who has points) and the sum of their points."""

    unit: str
    staff: int
    points: int


def personal_board(
    scores: Iterable[Score], opted_in: Collection[str], reader: str, span: int = SPAN
) -> tuple[Row, ...]:
    """`span` places above and below the reader, best first; only of people who opted in.

    Empty if the reader has not opted in (who does not show does not see) or has no score yet.
    """
    return _around(_ranked(score for score in scores if score.key in opted_in), reader, span)


def team_scores(units: Iterable[UnitPoints], smallest: int = SMALLEST_TEAM) -> tuple[Score, ...]:
    """The mean points a member of each unit of at least `smallest` staff; smaller units are on no board."""
    return tuple(
        Score(unit.unit, Fraction(unit.points, unit.staff))
        for unit in units
        if unit.staff >= max(1, smallest)
    )


def team_board(
    units: Iterable[UnitPoints], reader: str, smallest: int = SMALLEST_TEAM, span: int = SPAN
) -> tuple[Row, ...]:
    """The surroundings of the reader's unit among the units by mean; empty if it is too small."""
    return _around(_ranked(team_scores(units, smallest)), reader, span)


def leading_teams(
    units: Iterable[UnitPoints], smallest: int = SMALLEST_TEAM, most: int = LEADING_TEAMS
) -> tuple[Row, ...]:
    """What may be shown to everybody: the best few, and never one of the lower half."""
    return tuple(row for row in _ranked(team_scores(units, smallest))[:most] if row.place is not None)


def _ranked(scores: Iterable[Score]) -> Sequence[Row]:
    """Best first, equal points by key; places only in the upper half (rounded up)."""
    ordered = sorted(scores, key=lambda score: (-score.points, score.key))
    upper = (len(ordered) + 1) // 2
    rows: list[Row] = []
    place = 0
    for index, score in enumerate(ordered):
        if index == 0 or score.points != ordered[index - 1].points:
            place = index + 1
        rows.append(Row(score.key, score.points, place if index < upper else None, is_reader=False))
    return rows


def _around(rows: Sequence[Row], reader: str, span: int) -> tuple[Row, ...]:
    position = next((index for index, row in enumerate(rows) if row.key == reader), None)
    if position is None:
        return ()
    mine = rows[position]
    below = [row for row in rows[position + 1 : position + 1 + span] if row.place is not None]
    return (
        *rows[max(0, position - span) : position],
        Row(mine.key, mine.points, mine.place, is_reader=True),
        *below,
    )
