"""Which unit's staff really were at a training, and since when."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select

from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.training.tables import attendance, enrolment, training, training_session
from feedbackbot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Attended:
    """Of one unit at one training: the first moment, and how many people came."""

    first: datetime
    people: int


def attended(tx: Transaction, element: str) -> dict[tuple[int, int], Attended]:
    """By unit and training, over all trainings on this element, also those that no case led to.

    Coming is being noted at a session; a course read alone has none, there it is finishing it.
    """
    came = _at_sessions(element).union_all(_finished(element)).subquery()
    rows = tx.run(
        select(
            came.c.unit_id,
            came.c.training_id,
            func.min(came.c.moment).label("first"),
            func.count(came.c.who.distinct()).label("people"),
        ).group_by(came.c.unit_id, came.c.training_id)
    )
    return {(row.unit_id, row.training_id): Attended(row.first, row.people) for row in rows}


def _at_sessions(element: str) -> Select[Any]:
    return (
        select(
            employee.c.unit_id,
            training_session.c.training_id,
            training_session.c.starts_at.label("moment"),
            employee.c.id.label("who"),
        )
        .select_from(attendance.join(training_session).join(training))
        .join(employee, employee.c.id == attendance.c.employee_id)
        .where(training.c.element == element, employee.c.unit_id.is_not(None))
    )


def _finished(element: str) -> Select[Any]:
    return (
        select(
            employee.c.unit_id,
            enrolment.c.training_id,
            enrolment.c.completed_at.label("moment"),
            employee.c.id.label("who"),
        )
        .select_from(enrolment.join(training))
        .join(employee, employee.c.id == enrolment.c.employee_id)
        .where(
            training.c.element == element,
            employee.c.unit_id.is_not(None),
            enrolment.c.completed_at.is_not(None),
        )
    )
