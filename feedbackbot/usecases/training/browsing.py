"""What staff and admins see of the catalogue."""

from dataclasses import dataclass
from datetime import datetime

from feedbackbot.domain.people.roles import ADMINS
from feedbackbot.domain.training.catalogue import Mode, TrainingKind
from feedbackbot.domain.training.enrolment import OPEN, State
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.people.contacts import roles_of
from feedbackbot.storage.pipeline.outbox_subjects import last_reached
from feedbackbot.storage.staff.employees import employee_of
from feedbackbot.storage.training.alive import alive_trainings
from feedbackbot.storage.training.enrolments import counts_by_state, enrolments_of_employee
from feedbackbot.storage.training.trainings import (
    Session,
    Training,
    session_by_id,
    training_by_id,
)
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.survey.show_result import present_result
from feedbackbot.usecases.training.subjects import subject_of

__all__ = ["Session", "Training", "session_by_id", "training_by_id"]


@dataclass(frozen=True, slots=True)
class Seen:
    """A training as one person sees it. `taken`: seats that nobody else can have."""

    training: Training
    state: State | None
    taken: int
    waiting: int
    manages: bool


def seen_by(tx: Transaction, person_id: int, training_id: int) -> Seen:
    found = training_by_id(tx, training_id)
    if found is None:
        raise FeedbackbotError("training-unknown")
    counts = counts_by_state(tx, training_id)
    employee = employee_of(tx, person_id)
    mine = (
        next((one for one in enrolments_of_employee(tx, employee.id) if one.training_id == training_id), None)
        if employee
        else None
    )
    return Seen(
        found,
        mine.state if mine else None,
        counts.get(State.SEATED, 0) + counts.get(State.OFFERED, 0),
        counts.get(State.WAITING, 0),
        is_admin(tx, person_id),
    )


def is_admin(tx: Transaction, person_id: int) -> bool:
    return bool(roles_of(tx, person_id) & ADMINS)


def my_trainings(tx: Transaction, person_id: int) -> list[tuple[Training, State]]:
    """What is on the person's list and not over, next first."""
    employee = employee_of(tx, person_id)
    if employee is None:
        return []
    mine = {
        one.training_id: one.state for one in enrolments_of_employee(tx, employee.id) if one.state in OPEN
    }
    found = alive_trainings(tx, ids=mine)
    return [(one, mine[one.id]) for one in sorted(found, key=_by_date)]


@dataclass(frozen=True, slots=True)
class Unanswered:
    """An invitation, or where `offered` a seat. `reached`: its message is known to have come to the chat, at `asked_at`; None for `until`:
    any time."""

    training: Training
    offered: bool
    asked_at: datetime
    until: datetime | None
    reached: bool


def unanswered(tx: Transaction, person_id: int) -> list[Unanswered]:
    """What this employee was asked and has not answered; who said "later" has not yet."""
    employee = employee_of(tx, person_id)
    if employee is None:
        return []
    waiting = [one for one in enrolments_of_employee(tx, employee.id) if one.state in _ASKED]
    trainings = {one.id: one for one in alive_trainings(tx, ids=[one.training_id for one in waiting])}
    found = []
    for one in waiting:
        about = trainings.get(one.training_id)
        if about is None or not about.is_open(tx.now):
            continue
        # who said yes and found no seat is still "invited", and has answered
        if one.state is State.INVITED and one.answered_at is not None:
            continue
        reached = last_reached(tx, subject_of(about.id), person_id)
        until = one.offered_until if one.state is State.OFFERED else about.answer_by
        asked_at = reached or one.invited_at or one.changed_at
        found.append(Unanswered(about, one.state is State.OFFERED, asked_at, until, reached is not None))
    return found


_ASKED = frozenset({State.INVITED, State.LATER, State.OFFERED})


def open_trainings(
    tx: Transaction, *, kind: TrainingKind | None = None, mode: Mode | None = None
) -> list[Training]:
    """Those that can still be joined, next first."""
    found = alive_trainings(tx, kind=kind, mode=mode)
    return sorted((one for one in found if one.is_open(tx.now)), key=_by_date)


def recommended(tx: Transaction, person_id: int) -> list[Training]:
    """Open trainings that improve what is weakest in the person's unit and are not on the own list yet."""
    employee = employee_of(tx, person_id)
    if employee is None or employee.unit_id is None:
        return []
    weakest = weakest_element(tx, employee.unit_id)
    mine = {one.training_id for one in enrolments_of_employee(tx, employee.id)}
    return [one for one in open_trainings(tx) if weakest and one.element == weakest and one.id not in mine]


def weakest_element(tx: Transaction, unit_id: int) -> str | None:
    """By the unit's ratings of the last year; None where they are too few."""
    index = present_result(tx, unit_id).index
    return index.weakest.key if index else None


def running_trainings(tx: Transaction) -> list[Training]:
    """Neither cancelled nor closed: what an admin works on."""
    return sorted(alive_trainings(tx), key=_by_date)


def _by_date(one: Training) -> tuple[bool, float, int]:
    starts = one.starts_at
    return (starts is None, starts.timestamp() if starts else 0.0, one.id)
