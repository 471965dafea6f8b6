"""Who is there: by the code on the trainer's screen, or by the trainer's own hand."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from feedbackbot.clock import city_zone
from feedbackbot.domain.people.roles import ADMINS, Role
from feedbackbot.domain.training.attendance_code import (
    AttendanceVerdict,
    AttendanceWindow,
    attendance_code,
    judge_attendance,
    next_code_at,
)
from feedbackbot.domain.training.enrolment import State
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.people.contacts import roles_of
from feedbackbot.storage.pipeline.outbox_subjects import drop_waiting
from feedbackbot.storage.staff.employees import count_failure, employee_by_id, failures_since
from feedbackbot.storage.training.attendance import (
    BY_CODE,
    BY_TRAINER,
    held_session,
    hold_session,
    mark_absent,
    mark_present,
    present_at,
)
from feedbackbot.storage.training.enrolments import enrolment_of, enrolments_in, enrolments_of_employee
from feedbackbot.storage.training.trainings import (
    Session,
    Training,
    lock_training,
    session_by_id,
    sessions_between,
    training_by_id,
)
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.staff.authority import require_employee
from feedbackbot.usecases.training.completion import is_over, settle
from feedbackbot.usecases.training.subjects import subject_of

TRAINERS = ADMINS | {Role.TRAINER.value}
WINDOW = AttendanceWindow()
_DAY = timedelta(days=1)
_GUESSES, _GUESSES_WITHIN = 10, timedelta(minutes=10)


class Presence(StrEnum):
    """What an attempt came to; the values end the catalogue keys `attend-…`."""

    PRESENT = "present"
    ALREADY = "already"
    WRONG = "wrong"
    CHANGED = "changed"
    TOO_EARLY = "too-early"
    TOO_LATE = "too-late"
    NO_SESSION = "no-session"
    LATER = "later"  # too many wrong codes


@dataclass(frozen=True, slots=True)
class CheckIn:
    presence: Presence
    title: str = ""
    session: Session | None = None


_BEST_FIRST = (
    AttendanceVerdict.CHANGED,
    AttendanceVerdict.WRONG,
    AttendanceVerdict.TOO_EARLY,
    AttendanceVerdict.TOO_LATE,
)


def check_in(tx: Transaction, person_id: int, typed: str) -> CheckIn:
    """Note the employee present at whichever of the own sessions the code is of. A wrong code is counted, not refused with an error:
    the count must be kept."""
    employee = require_employee(tx, person_id)
    failures = failures_since(tx, person_id, tx.now - _GUESSES_WITHIN)
    if len(failures) >= _GUESSES:
        return CheckIn(Presence.LATER)
    best: tuple[AttendanceVerdict, Session] | None = None
    for session in _own_sessions(tx, employee.id):
        verdict = judge_attendance(
            typed,
            secret=tx.settings.require_key(),
            session_id=session.id,
            starts_at=session.starts_at,
            ends_at=session.ends_at,
            now=tx.now,
            window=WINDOW,
        )
        if verdict is AttendanceVerdict.PRESENT:
            return _present(tx, person_id, employee.id, session)
        if best is None or _BEST_FIRST.index(verdict) < _BEST_FIRST.index(best[0]):
            best = (verdict, session)
    if best is None:
        return CheckIn(Presence.NO_SESSION)
    if best[0] in (AttendanceVerdict.WRONG, AttendanceVerdict.CHANGED):
        count_failure(tx, person_id)
    return CheckIn(Presence(best[0].value), _title(tx, best[1]), best[1])


def _present(tx: Transaction, person_id: int, employee_id: int, session: Session) -> CheckIn:
    fresh = mark_present(tx, session.id, employee_id, BY_CODE)
    drop_waiting(tx, subject_of(session.training_id), "attended", person_id)
    return CheckIn(Presence.PRESENT if fresh else Presence.ALREADY, _title(tx, session), session)


def _own_sessions(tx: Transaction, employee_id: int) -> list[Session]:
    """Of trainings in which the employee has a seat, a day around now."""
    mine = {one.training_id for one in enrolments_of_employee(tx, employee_id) if one.state is State.SEATED}
    near = sessions_between(tx, tx.now - _DAY, tx.now + _DAY)
    return [session for session in near if session.training_id in mine]


def _title(tx: Transaction, session: Session) -> str:
    found = training_by_id(tx, session.training_id)
    return found.title if found else ""


# The trainer's side


@dataclass(frozen=True, slots=True)
class ShownCode:
    """`code` as it stands on the screen until `changes_at`; `payload` for the deep link. `present` of `seated` are there."""

    training: Training
    session: Session
    code: str
    payload: str
    changes_at: datetime
    present: int
    seated: int


@dataclass(frozen=True, slots=True)
class Participant:
    employee_id: int
    name: str
    present: bool


def sessions_to_show(tx: Transaction, trainer_id: int) -> list[tuple[Training, Session]]:
    """Sessions of yesterday, today and tomorrow, today's first."""
    require_trainer(tx, trainer_id)
    found = []
    for session in sessions_between(tx, tx.now - _DAY, tx.now + _DAY):
        training = training_by_id(tx, session.training_id)
        if training is not None:
            found.append((training, session))
    today = tx.now.astimezone(city_zone()).date()
    return sorted(found, key=lambda one: one[1].starts_at.astimezone(city_zone()).date() != today)


def shown_code(tx: Transaction, trainer_id: int, session_id: int) -> ShownCode:
    """Raises FeedbackbotError outside the session's time: a code shown then would prove nothing."""
    training, session = _session(tx, trainer_id, session_id)
    if not session.starts_at - WINDOW.opens_before <= tx.now <= session.ends_at + WINDOW.closes_after:
        raise FeedbackbotError("attend-not-now")
    hold_session(tx, session.id, trainer_id)
    code = attendance_code(tx.settings.require_key(), session.id, tx.now, WINDOW)
    people = participants(tx, trainer_id, session_id)
    return ShownCode(
        training,
        session,
        code,
        f"hadir_{code}",
        next_code_at(tx.now, WINDOW),
        sum(one.present for one in people),
        len(people),
    )


def participants(tx: Transaction, trainer_id: int, session_id: int) -> list[Participant]:
    """Everybody with a seat, by name."""
    training, _ = _session(tx, trainer_id, session_id)
    present = present_at(tx, session_id)
    people = []
    for one in enrolments_in(tx, training.id, (State.SEATED,)):
        employee = employee_by_id(tx, one.employee_id)
        if employee is not None:
            people.append(Participant(employee.id, employee.full_name, employee.id in present))
    return sorted(people, key=lambda one: one.name)


def correct(tx: Transaction, trainer_id: int, session_id: int, employee_id: int, *, present: bool) -> None:
    """Note one employee present or not, of the own sessions of the last days (a setting); credits follow where the training is closed
    already. What is noted so already is left: whoever taps twice turns nothing back."""
    training, session = _session(tx, trainer_id, session_id)
    days = tx.settings.attendance_change_days
    if session.ends_at < tx.now - timedelta(days=days):
        raise FeedbackbotError("attend-too-old", days=days)
    hold_session(tx, session.id, trainer_id)
    lock_training(tx, training.id)
    one = enrolment_of(tx, training.id, employee_id)
    if one is None or one.state is not State.SEATED:
        raise FeedbackbotError("attend-not-a-participant")
    if present and not mark_present(tx, session_id, employee_id, BY_TRAINER, trainer_id):
        return
    if not present and not mark_absent(tx, session_id, employee_id):
        return
    record(
        tx,
        trainer_id,
        "attendance-corrected",
        f"session:{session_id}",
        before={"employee": employee_id, "present": not present},
        after={"employee": employee_id, "present": present},
    )
    if training.closed_at is not None or is_over(tx, training):
        settle(tx, training, one)


def require_trainer(tx: Transaction, person_id: int) -> None:
    """Raises FeedbackbotError for whoever is neither trainer nor admin (any more)."""
    if not roles_of(tx, person_id) & TRAINERS:
        raise FeedbackbotError("attend-not-trainer")


def _session(tx: Transaction, trainer_id: int, session_id: int) -> tuple[Training, Session]:
    require_trainer(tx, trainer_id)
    session = session_by_id(tx, session_id)
    training = training_by_id(tx, session.training_id) if session else None
    if session is None or training is None or session.cancelled or training.cancelled_at is not None:
        raise FeedbackbotError("training-unknown")
    _require_own(tx, trainer_id, session)
    return training, session


def _require_own(tx: Transaction, trainer_id: int, session: Session) -> None:
    """A trainer opens what is on, a day around now; later only what was held by that trainer. An admin opens any."""
    if roles_of(tx, trainer_id) & ADMINS:
        return
    if not (
        session.starts_at - _DAY <= tx.now <= session.ends_at + _DAY
        or held_session(tx, session.id, trainer_id)
    ):
        raise FeedbackbotError("attend-not-yours")
