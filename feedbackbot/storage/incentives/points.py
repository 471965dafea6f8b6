"""The ledger of points: what happened and is not booked yet, and sums."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, String, cast, func, literal, select

from feedbackbot.domain.incentives.points import CauseKind
from feedbackbot.domain.training.enrolment import State
from feedbackbot.storage.incentives.tables import point_entry
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.training.tables import (
    attendance,
    course_progress,
    enrolment,
    training,
    training_session,
)
from feedbackbot.storage.transaction import Transaction, upsert

_TAKEN_BACK = "taken-back:"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that earns points: whose, the cause's subject, and when it happened."""

    employee_id: int
    subject: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger."""

    employee_id: int
    cause_key: str
    points: int
    season: str
    at: datetime


def book(tx: Transaction, entries: Sequence[Entry]) -> int:
    """Append; a cause that the person's ledger holds already changes nothing. Returns how many were new."""
    booked = 0
    # in one order everywhere: two processes never wait for each other in a circle
    for entry in sorted(entries, key=lambda one: (one.employee_id, one.cause_key)):
        row = {
            "employee_id": entry.employee_id,
            "cause_key": entry.cause_key,
            "points": entry.points,
            "season": entry.season,
            "at": entry.at,
            "booked_at": tx.now,
        }
        statement = upsert(tx, point_entry).values(row)
        booked += tx.run(
            statement.on_conflict_do_nothing(index_elements=["employee_id", "cause_key"])
        ).rowcount
    return booked


# What happened


def unbooked(tx: Transaction, kind: CauseKind, employee_id: int | None, most: int) -> list[Event]:
    """Events of this kind, of one employee or of all, that the ledger does not know yet."""
    statement, subject, who = _EVENTS[kind]()
    key = literal(f"{kind.value}:") + cast(subject, String)
    known = select(point_entry.c.id).where(point_entry.c.employee_id == who, point_entry.c.cause_key == key)
    statement = statement.where(~known.exists())
    if employee_id is not None:
        statement = statement.where(who == employee_id)
    return [Event(row.employee_id, str(row.subject), row.at) for row in tx.run(statement.limit(most))]


_Events = tuple[Select[Any], ColumnElement[Any], ColumnElement[Any]]


def _attended() -> _Events:
    found = select(
        attendance.c.employee_id,
        attendance.c.session_id.label("subject"),
        training_session.c.starts_at.label("at"),
    ).select_from(attendance.join(training_session))
    return (
        found.where(training_session.c.cancelled.is_(False)),
        attendance.c.session_id,
        attendance.c.employee_id,
    )


def _passed() -> _Events:
    found = select(
        course_progress.c.employee_id,
        course_progress.c.training_id.label("subject"),
        course_progress.c.passed_at.label("at"),
    ).where(course_progress.c.passed_at.is_not(None))
    return found, course_progress.c.training_id, course_progress.c.employee_id


def _answered() -> _Events:
    """The first answer came by the registration's end and before the training began, and it was yes or no in the end."""
    first_session = (
        select(func.min(training_session.c.starts_at))
        .where(
            training_session.c.training_id == enrolment.c.training_id, training_session.c.cancelled.is_(False)
        )
        .scalar_subquery()
    )
    answered, until = enrolment.c.answered_at, training.c.register_until
    found = (
        select(enrolment.c.employee_id, enrolment.c.training_id.label("subject"), answered.label("at"))
        .select_from(enrolment.join(training, training.c.id == enrolment.c.training_id))
        .where(
            enrolment.c.invited_at.is_not(None),
            answered.is_not(None),
            enrolment.c.state.not_in([State.INVITED.value, State.LATER.value]),
            until.is_(None) | (answered <= until),
            first_session.is_(None) | (answered <= first_session),
        )
    )
    return found, enrolment.c.training_id, enrolment.c.employee_id


_EVENTS = {
    CauseKind.ATTENDED: _attended,
    CauseKind.PASSED: _passed,
    CauseKind.ANSWERED_IN_TIME: _answered,
}


def vanished_attendance(tx: Transaction, most: int) -> list[Entry]:
    """Entries for an attendance that was corrected away, and that were not taken back yet."""
    undone = point_entry.alias("undone")
    there = select(attendance.c.session_id).where(
        attendance.c.employee_id == point_entry.c.employee_id,
        point_entry.c.cause_key
        == literal(f"{CauseKind.ATTENDED.value}:") + cast(attendance.c.session_id, String),
    )
    taken = select(undone.c.id).where(
        undone.c.employee_id == point_entry.c.employee_id,
        undone.c.cause_key == literal(_TAKEN_BACK) + point_entry.c.cause_key,
    )
    rows = tx.run(
        select(point_entry)
        .where(
            point_entry.c.cause_key.like(f"{CauseKind.ATTENDED.value}:%"), ~there.exists(), ~taken.exists()
        )
        .limit(most)
    )
    return [_entry(row) for row in rows]


# Sums


def entries_of(tx: Transaction, employee_id: int, most: int | None = None) -> list[Entry]:
    """Newest first."""
    statement = (
        select(point_entry)
        .where(point_entry.c.employee_id == employee_id)
        .order_by(point_entry.c.at.desc(), point_entry.c.id.desc())
    )
    return [_entry(row) for row in tx.run(statement.limit(most) if most else statement)]


def season_sum(tx: Transaction, employee_id: int, season: str) -> int:
    mine = (point_entry.c.employee_id == employee_id) & (point_entry.c.season == season)
    return int(tx.run(select(func.coalesce(func.sum(point_entry.c.points), 0)).where(mine)).scalar_one())


def total(tx: Transaction, employee_id: int) -> int:
    mine = point_entry.c.employee_id == employee_id
    return int(tx.run(select(func.coalesce(func.sum(point_entry.c.points), 0)).where(mine)).scalar_one())


@dataclass(frozen=True, slots=True)
class SeasonSum:
    """An active employee's points of one season."""

    employee_id: int
    unit_id: int | None
    points: int


def season_sums(tx: Transaction, season: str) -> list[SeasonSum]:
    """Of active employees who have any."""
    rows = tx.run(
        select(employee.c.id, employee.c.unit_id, func.sum(point_entry.c.points).label("points"))
        .join(point_entry, point_entry.c.employee_id == employee.c.id)
        .where(employee.c.active, point_entry.c.season == season)
        .group_by(employee.c.id, employee.c.unit_id)
    )
    return [SeasonSum(row.id, row.unit_id, int(row.points)) for row in rows]


def staff_by_unit(tx: Transaction) -> dict[int, int]:
    """Active employees of each unit."""
    rows = tx.run(
        select(employee.c.unit_id, func.count().label("people"))
        .where(employee.c.active, employee.c.unit_id.is_not(None))
        .group_by(employee.c.unit_id)
    )
    return {row.unit_id: row.people for row in rows}


def learners_by_unit(tx: Transaction, season: str) -> dict[int, set[int]]:
    """Active employees who attended or passed something in the season, by unit; what was taken back does not count."""
    learnt = point_entry.c.cause_key.like("attended:%") | point_entry.c.cause_key.like("passed:%")
    back = point_entry.c.cause_key.like(f"{_TAKEN_BACK}%")
    rows = tx.run(
        select(employee.c.unit_id, employee.c.id)
        .join(point_entry, point_entry.c.employee_id == employee.c.id)
        .where(
            employee.c.active, employee.c.unit_id.is_not(None), point_entry.c.season == season, learnt | back
        )
        .group_by(employee.c.unit_id, employee.c.id)
        .having(func.sum(point_entry.c.points) > 0)
    )
    found: dict[int, set[int]] = {}
    for row in rows:
        found.setdefault(row.unit_id, set()).add(row.id)
    return found


def _entry(row: Any) -> Entry:
    return Entry(row.employee_id, row.cause_key, row.points, row.season, row.at)
