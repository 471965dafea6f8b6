"""What an employee has done, counted for badges and streaks."""

from datetime import date, datetime

from sqlalchemy import func, select, union

from feedbackbot.clock import city_zone
from feedbackbot.domain.staff.nip import EmployeeKind
from feedbackbot.domain.training.jp_year import counting_year, target_of
from feedbackbot.storage.incentives.tables import point_entry
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.training.tables import (
    attendance,
    course_progress,
    jp_entry,
    training,
    training_session,
)
from feedbackbot.storage.transaction import Transaction


def learning_days(tx: Transaction, employee_id: int) -> list[date]:
    """Days of the city on which a session was attended or a course was passed."""
    there = (
        select(training_session.c.starts_at)
        .select_from(attendance.join(training_session))
        .where(attendance.c.employee_id == employee_id)
    )
    passed = select(course_progress.c.passed_at).where(
        course_progress.c.employee_id == employee_id, course_progress.c.passed_at.is_not(None)
    )
    moments: list[datetime] = [*tx.run(there).scalars(), *tx.run(passed).scalars()]
    return sorted({moment.astimezone(city_zone()).date() for moment in moments})


def learning_counts(tx: Transaction, employee_id: int) -> tuple[int, int, int]:
    """Trainings attended, courses passed, forms of development among both."""
    there = (
        select(training_session.c.training_id)
        .select_from(attendance.join(training_session))
        .where(attendance.c.employee_id == employee_id)
        .distinct()
    )
    passed = select(course_progress.c.training_id).where(
        course_progress.c.employee_id == employee_id, course_progress.c.passed_at.is_not(None)
    )
    both = union(there, passed).subquery()
    forms = select(func.count(training.c.form.distinct())).where(
        training.c.id.in_(select(both.c.training_id))
    )
    return len(tx.run(there).all()), len(tx.run(passed).all()), int(tx.run(forms).scalar_one())


def years_complete(tx: Transaction, employee_id: int) -> int:
    """Years in which the lesson hours owed were reached; 0 for who owes none."""
    columns = (employee.c.kind, employee.c.contract_start)
    found = tx.run(select(*columns).where(employee.c.id == employee_id)).one_or_none()
    target = target_of(EmployeeKind(found.kind), tx.settings.pppk_mode) if found else None
    if found is None or target is None:
        return 0
    sums: dict[int, int] = {}
    for row in tx.run(select(jp_entry.c.day, jp_entry.c.jp).where(jp_entry.c.employee_id == employee_id)):
        year = counting_year(EmployeeKind(found.kind), row.day, found.contract_start)
        sums[year] = sums.get(year, 0) + row.jp
    return sum(jp >= target for jp in sums.values())


def unit_goals_helped(tx: Transaction, employee_id: int) -> int:
    mine = point_entry.c.employee_id == employee_id
    helped = point_entry.c.cause_key.like("helped-unit:%")
    return int(tx.run(select(func.count()).where(mine, helped)).scalar_one())
