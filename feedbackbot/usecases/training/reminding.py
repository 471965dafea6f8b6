"""The reminder ladder carried out: planned on what the database says, and planned again in the transaction that sends."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from feedbackbot.clock import city_zone
from feedbackbot.delivery.policy import contact_policy
from feedbackbot.delivery.tell import NotifyResult, tell
from feedbackbot.domain.contact_policy import Kind
from feedbackbot.domain.training.enrolment import State, standing
from feedbackbot.domain.training.notices import (
    EarlyReminder,
    LessonReminder,
    SessionDayReminder,
    TrainingReminder,
)
from feedbackbot.domain.training.reminders import (
    EARLY,
    AllowedAt,
    DueReminder,
    Ladder,
    Rung,
    SessionDates,
    Standing,
    TrainingDates,
    plan_reminders,
)
from feedbackbot.domain.training.reminders import Enrolment as Rungs
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.training.alive import not_cancelled
from feedbackbot.storage.training.attendance import attended_sessions
from feedbackbot.storage.training.courses import change_progress, daily_learners
from feedbackbot.storage.training.enrolments import Enrolment
from feedbackbot.storage.training.reminder_candidates import people_of, reminder_candidates, with_chat
from feedbackbot.storage.training.reminder_marks import (
    forget_dropped,
    mark_sent,
    reminder_once_key,
    sent_keys,
    unmark_sent,
)
from feedbackbot.storage.training.trainings import Training, training_by_id
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.training.subjects import subject_of

_REMINDED_AT_ONCE = _LEARNERS_AT_ONCE = 10


def ladder_of(tx: Transaction) -> Ladder:
    return Ladder(no_answer_after=timedelta(days=tx.settings.training_no_answer_days))


def due_reminders(tx: Transaction, only: Sequence[int] | None = None) -> dict[int, DueReminder]:
    """What is due now, by enrolment; `only` looks at these enrolments."""
    unanswered_since = tx.now - ladder_of(tx).no_answer_after
    enrolled = reminder_candidates(tx, unanswered_since) if only is None else with_chat(tx, only)
    by_training: dict[int, list[Enrolment]] = {}
    for one in enrolled:
        by_training.setdefault(one.training_id, []).append(one)
    if not by_training:
        return {}
    found = not_cancelled(tx, by_training)
    sent = sent_keys(tx, list(by_training), only)
    attended = attended_sessions(
        tx, list(by_training), None if only is None else [one.employee_id for one in enrolled]
    )
    dates = [_dates(each, by_training[each.id], sent, attended) for each in found]
    due = plan_reminders(
        dates,
        tx.now,
        _allowed_at(tx, Kind.REMINDER),
        ladder_of(tx),
        working_at=_allowed_at(tx, Kind.EARLY_REMINDER),
    )
    return {one.person: one for one in due}


def _allowed_at(tx: Transaction, kind: Kind) -> AllowedAt:
    policy = contact_policy(tx.settings)
    return lambda moment: policy.next_allowed(kind, moment)


def _dates(
    one: Training,
    enrolled: Sequence[Enrolment],
    sent: dict[int, set[str]],
    attended: dict[tuple[int, int], set[int]],
) -> TrainingDates:
    """`person` of the rules is the enrolment's id here: unlike an employee's it names one training."""
    sessions = [
        SessionDates(each.id, each.starts_at, each.ends_at, each.sequence, moved_at=each.moved_at)
        for each in one.sessions
    ]
    rungs = [
        Rungs(
            each.id,
            _standing(each),
            invited_at=each.invited_at or each.changed_at,
            seated_at=each.seated_at,
            remind_at=each.remind_at,
            sent=frozenset(sent.get(each.id, ())),
            attended=frozenset(attended.get((each.training_id, each.employee_id), ())),
        )
        for each in enrolled
    ]
    return TrainingDates(one.id, sessions, rungs, answer_by=one.answer_by)


def _standing(one: Enrolment) -> Standing:
    """Who said yes and found no seat has answered, though an invitation is all there is."""
    if one.state is State.INVITED and one.answered_at is not None:
        return Standing.OUT
    return standing(one.state)


async def remind(runtime: Runtime) -> dict[str, int]:
    """What is due is planned beside the writer, and sent some at a time."""
    due = list(await runtime.read(due_reminders))
    return {"sent": sum(await runtime.write_in_slices(due, _REMINDED_AT_ONCE, send_reminders))}


def send_reminders(tx: Transaction, enrolment_ids: Sequence[int]) -> int:
    """What is still due to these enrolments goes into the outbox: whoever has acted since the plan gets nothing. Returns how many."""
    due = due_reminders(tx, enrolment_ids)
    trainings: dict[int, Training | None] = {}
    people = people_of(tx, list(due))
    sent = 0
    for enrolment_id, reminder in due.items():
        if reminder.training not in trainings:
            trainings[reminder.training] = training_by_id(tx, reminder.training)
        about, person_id = trainings[reminder.training], people.get(enrolment_id)
        if about is not None and person_id is not None:
            sent += _remind(tx, about, person_id, enrolment_id, reminder)
    return sent


def _remind(
    tx: Transaction,
    about: Training,
    person_id: int,
    enrolment_id: int,
    due: DueReminder,
) -> bool:
    """Whether it is on its way. What the policy drops is not marked as sent: the next look tries again while it is of use."""
    forget_dropped(tx, enrolment_id, due.key)
    if not mark_sent(tx, enrolment_id, due.key):
        return False
    told = tell(
        tx,
        person_id,
        _notice(tx, about, due),
        subject=subject_of(about.id),
        once_key=reminder_once_key(enrolment_id, due.key),
        expires=due.useful_until,
    )
    if told is NotifyResult.DROPPED:
        unmark_sent(tx, enrolment_id, due.key)
        return False
    return True


def _notice(tx: Transaction, about: Training, due: DueReminder) -> TrainingReminder:
    """The one whose rules of contact fit the distance."""
    if due.rung in EARLY:
        return EarlyReminder(about.id, due.rung.value, due.session)
    days = {_city_day(one.starts_at) for one in about.sessions if one.id == due.session}
    if due.rung is not Rung.MISSED and _city_day(tx.now) in days:
        return SessionDayReminder(about.id, due.rung.value, due.session)
    return TrainingReminder(about.id, due.rung.value, due.session)


# A lesson a day


def remind_learners(tx: Transaction) -> dict[str, int]:
    """Once a day to whoever wants a lesson a day and has not read one today. One bounded step; counts nothing when all are done."""
    today = tx.now.astimezone(city_zone()).date()
    sent = 0
    some = daily_learners(tx, today, _LEARNERS_AT_ONCE)
    for row in some:
        change_progress(tx, row.training_id, row.employee_id, reminded_on=today)
        if row.read_at is not None and _city_day(row.read_at) == today:
            continue
        _remind_of_lesson(tx, row.person_id, row.training_id, row.lessons + 1)
        sent += 1
    return {"looked_at": len(some), "sent": sent}


def _city_day(moment: datetime) -> date:
    return moment.astimezone(city_zone()).date()


def _remind_of_lesson(tx: Transaction, person_id: int, training_id: int, lesson: int) -> None:
    tell(
        tx,
        person_id,
        LessonReminder(training_id, lesson),
        subject=subject_of(training_id),
        expires=tx.now + timedelta(hours=20),
    )
