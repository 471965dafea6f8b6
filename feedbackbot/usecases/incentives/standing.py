"""What an employee sees of the own points, badges and surroundings."""

from dataclasses import dataclass
from datetime import datetime

from feedbackbot.clock import city_zone
from feedbackbot.domain.incentives.badges import Badge
from feedbackbot.domain.incentives.boards import (
    SMALLEST_TEAM,
    Row,
    Score,
    UnitPoints,
    leading_teams,
    personal_board,
    team_board,
)
from feedbackbot.domain.incentives.seasons import Season, season_of
from feedbackbot.domain.incentives.streaks import Streak, streak
from feedbackbot.domain.staff.nip import EmployeeKind
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.incentives.achievements import learning_days
from feedbackbot.storage.incentives.points import (
    Entry,
    entries_of,
    learners_by_unit,
    season_sum,
    season_sums,
    staff_by_unit,
    total,
)
from feedbackbot.storage.incentives.rewards import badges_of, board_members, is_on_board, set_on_board
from feedbackbot.storage.staff.employees import Employee, employee_by_id, employee_of
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import unit_by_id
from feedbackbot.usecases.incentives.book_points import book_points_of, goal_reached

_SHOWN_ENTRIES = 8


@dataclass(frozen=True, slots=True)
class MyPoints:
    """`entries` are the newest of the ledger."""

    season: Season
    ends_at: datetime
    season_points: int
    total: int
    streak: Streak
    entries: list[Entry]


@dataclass(frozen=True, slots=True)
class BoardLine:
    """`name` in full only for the reader; colleagues have opted in to be seen by theirs."""

    name: str
    points: float
    place: int | None
    is_reader: bool


@dataclass(frozen=True, slots=True)
class Team:
    """The own unit in the season; `mean` in points a member. `lines` is empty for a unit too small for a board."""

    unit: str
    staff: int
    learners: int
    goal_percent: int
    reached: bool
    lines: list[BoardLine]
    leaders: list[BoardLine]
    small: bool


def the_employee(tx: Transaction, person_id: int) -> Employee:
    """Raises FeedbackbotError for whoever is not linked (any more)."""
    found = employee_of(tx, person_id)
    if found is None:
        raise FeedbackbotError("incentives-only-staff")
    return found


def refresh(tx: Transaction, person_id: int) -> list[Badge]:
    """Book what just happened; returns new badges."""
    return book_points_of(tx, the_employee(tx, person_id).id)


def my_points(tx: Transaction, person_id: int) -> MyPoints:
    me = the_employee(tx, person_id)
    season = season_of(tx.now)
    today = tx.now.astimezone(city_zone()).date()
    return MyPoints(
        season,
        season.next().starts_at(),
        season_sum(tx, me.id, season.key),
        total(tx, me.id),
        streak(learning_days(tx, me.id), today),
        entries_of(tx, me.id, _SHOWN_ENTRIES),
    )


def my_badges(tx: Transaction, person_id: int) -> dict[Badge, datetime]:
    return badges_of(tx, the_employee(tx, person_id).id)


def on_board(tx: Transaction, person_id: int) -> bool:
    return is_on_board(tx, the_employee(tx, person_id).id)


def choose_board(tx: Transaction, person_id: int, *, on: bool) -> None:
    set_on_board(tx, the_employee(tx, person_id).id, on=on)


def my_board(tx: Transaction, person_id: int) -> list[BoardLine]:
    """The reader's surroundings among those who opted in; empty where the reader has no points or has not."""
    me = the_employee(tx, person_id)
    scores = [Score(str(one.employee_id), one.points) for one in season_sums(tx, season_of(tx.now).key)]
    rows = personal_board(scores, {str(one) for one in board_members(tx)}, str(me.id))
    return [_line(row, _name(tx, int(row.key))) for row in rows]


def my_team(tx: Transaction, person_id: int) -> Team | None:
    """None where the reader's unit is not known."""
    unit_id = the_employee(tx, person_id).unit_id
    return unit_goal(tx, unit_id) if unit_id is not None else None


def unit_goal(tx: Transaction, unit_id: int) -> Team:
    """A unit among the units: its goal of the season, its surroundings by mean, and the leading few."""
    season = season_of(tx.now)
    staff = staff_by_unit(tx)
    sums: dict[int, int] = dict.fromkeys(staff, 0)
    for one in season_sums(tx, season.key):
        if one.unit_id is not None:
            sums[one.unit_id] += one.points
    units = [UnitPoints(str(unit), staff[unit], points) for unit, points in sums.items()]
    mine = staff.get(unit_id, 0)
    learners = len(learners_by_unit(tx, season.key).get(unit_id, ()))
    percent = tx.settings.unit_goal_percent
    return Team(
        _unit(tx, unit_id),
        mine,
        learners,
        percent,
        goal_reached(learners, mine, percent),
        [_line(row, _unit(tx, int(row.key))) for row in team_board(units, str(unit_id))],
        [_line(row, _unit(tx, int(row.key))) for row in leading_teams(units) if row.points > 0],
        small=mine < SMALLEST_TEAM,
    )


def _line(row: Row, name: str) -> BoardLine:
    return BoardLine(name, float(row.points), row.place, row.is_reader)


def _name(tx: Transaction, employee_id: int) -> str:
    found = employee_by_id(tx, employee_id)
    return found.full_name if found else "–"


def _unit(tx: Transaction, unit_id: int) -> str:
    found = unit_by_id(tx, unit_id)
    return found.short_name if found else "–"


def badges_in_reach(tx: Transaction, person_id: int) -> list[Badge]:
    """Not earned yet; who owes no lesson hours is not told of the badge for having done them."""
    me = the_employee(tx, person_id)
    held = badges_of(tx, me.id)
    owes_none = me.kind is not EmployeeKind.PNS
    return [one for one in Badge if one not in held and not (owes_none and one is Badge.YEAR_COMPLETE)]
