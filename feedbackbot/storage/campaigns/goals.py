"""Who has reached a campaign's goal, and when: read from what the other parts have recorded."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from feedbackbot.clock import city_zone
from feedbackbot.domain.campaigns.goal import Goal, GoalKind
from feedbackbot.domain.training.enrolment import State
from feedbackbot.storage.training.tables import (
    attendance,
    course_progress,
    enrolment,
    jp_entry,
    training_session,
)
from feedbackbot.storage.transaction import Transaction

_SAID_NO = [State.INVITED.value, State.LATER.value, State.DECLINED.value]


def reached(goal: Goal, year: int, ids: range | None = None) -> Select[Any]:
    """Employees (`employee_id`; of this range alone, where one is given) who have reached the goal with the first moment (`at`) of it;
    `year` is for lesson hours.

    Who said yes and gave the seat back later had still accepted; saying no in the end is no yes.
    """
    found, who = _reached(goal, year)
    return found if ids is None else found.where(who.between(ids.start, ids.stop - 1))


def _reached(goal: Goal, year: int) -> tuple[Select[Any], ColumnElement[int]]:
    """The query, and the column in it that tells employees apart."""
    match goal.kind:
        case GoalKind.ACCEPTED:
            found = select(enrolment.c.employee_id, enrolment.c.answered_at.label("at")).where(
                enrolment.c.training_id == goal.number,
                enrolment.c.answered_at.is_not(None),
                enrolment.c.state.not_in(_SAID_NO),
            )
            return found, enrolment.c.employee_id
        case GoalKind.ATTENDED:
            found = (
                select(attendance.c.employee_id, func.min(training_session.c.starts_at).label("at"))
                .select_from(attendance.join(training_session))
                .where(training_session.c.training_id == goal.number)
                .group_by(attendance.c.employee_id)
            )
            return found, attendance.c.employee_id
        case GoalKind.STARTED_COURSE:
            found = select(course_progress.c.employee_id, course_progress.c.started_at.label("at")).where(
                course_progress.c.training_id == goal.number
            )
            return found, course_progress.c.employee_id
        case GoalKind.FINISHED_COURSE:
            found = select(course_progress.c.employee_id, course_progress.c.passed_at.label("at")).where(
                course_progress.c.training_id == goal.number, course_progress.c.passed_at.is_not(None)
            )
            return found, course_progress.c.employee_id
        case GoalKind.REACHED_JP:
            found = (
                select(jp_entry.c.employee_id, func.max(jp_entry.c.at).label("at"))
                .where(jp_entry.c.day >= date(year, 1, 1), jp_entry.c.day <= date(year, 12, 31))
                .group_by(jp_entry.c.employee_id)
                .having(func.sum(jp_entry.c.jp) >= goal.number)
            )
            return found, jp_entry.c.employee_id


def who_reached(
    tx: Transaction, goal: Goal, employees: Sequence[int] | None = None
) -> Mapping[int, datetime]:
    """By employee, as of now; of these employees alone, where some are given."""
    found, who = _reached(goal, tx.now.astimezone(city_zone()).year)
    if employees is not None:
        found = found.where(who.in_(list(employees)))
    return {row.employee_id: row.at for row in tx.run(found)}


def jp_of_year(tx: Transaction, employee_id: int) -> int:
    """Lesson hours of the present calendar year."""
    year = tx.now.astimezone(city_zone()).year
    mine = (jp_entry.c.employee_id == employee_id) & jp_entry.c.day.between(
        date(year, 1, 1), date(year, 12, 31)
    )
    return int(tx.run(select(func.coalesce(func.sum(jp_entry.c.jp), 0)).where(mine)).scalar_one())
