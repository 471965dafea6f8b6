"""What an employee answers to an invitation or an offer, and what the head of unit says to it."""

from dataclasses import dataclass
from datetime import datetime

from feedbackbot.delivery.tell import tell
from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.training.enrolment import EnrolmentReason, State
from feedbackbot.domain.training.notices import ConsentAsked, ConsentDecided
from feedbackbot.domain.training.seat_book import EffectKind, SeatEffect
from feedbackbot.domain.training.seats import accept, cancel, decline, wait
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.people.roles import units_of
from feedbackbot.storage.pipeline.outbox_subjects import drop_waiting
from feedbackbot.storage.staff.employees import Employee, employee_by_id
from feedbackbot.storage.training.enrolments import (
    Enrolment,
    add_enrolment,
    asking_consent,
    change_enrolment,
    enrolment_by_id,
    enrolment_of,
)
from feedbackbot.storage.training.trainings import Training, lock_training, training_by_id
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.staff.authority import heads_of, require_employee
from feedbackbot.usecases.training.seats import change_seats
from feedbackbot.usecases.training.subjects import subject_of

LONGEST_REASON = 300


@dataclass(frozen=True, slots=True)
class Standing:
    """How the employee stands after the answer; `place` in the waiting list from 1. `full`: there is no seat."""

    training: Training
    state: State | None
    place: int | None = None
    full: bool = False
    offered_until: datetime | None = None


def standing_of(tx: Transaction, person_id: int, training_id: int) -> Standing:
    """How things are, without changing them."""
    employee = require_employee(tx, person_id)
    training = _known(training_by_id(tx, training_id))
    one = enrolment_of(tx, training_id, employee.id)
    return Standing(training, one.state if one else None, offered_until=one.offered_until if one else None)


def say_yes(tx: Transaction, person_id: int, training_id: int) -> Standing:
    """Take a seat, confirm an offered one, or ask the head of unit where the training wants that."""
    employee = require_employee(tx, person_id)
    training = _open(tx, lock_training(tx, training_id))
    _no_more_reminders(tx, training, person_id)
    one = enrolment_of(tx, training_id, employee.id)
    if training.needs_consent and (heads := _heads_to_ask(tx, employee, one)):
        return _ask_heads(tx, training, employee, heads)
    standing = _take_seat(tx, training, employee.id)
    if standing.full and one is not None and one.state in (State.INVITED, State.LATER):
        # an answer all the same: who found no seat is not asked to answer again
        change_enrolment(tx, one.id, State.INVITED, answered_at=tx.now)
    return standing


def join_waiting(tx: Transaction, person_id: int, training_id: int) -> Standing:
    """Onto the end of the waiting list; a seat that is free meanwhile is offered at once."""
    employee = require_employee(tx, person_id)
    training = _open(tx, lock_training(tx, training_id))
    person = employee.id
    effects = change_seats(
        tx,
        training,
        lambda book, rule: wait(book, person, now=tx.now, rule=rule),
        answering=person,
    )
    return _standing(tx, training, person, effects)


def say_no(
    tx: Transaction, person_id: int, training_id: int, reason: EnrolmentReason | None, words: str = ""
) -> Standing:  # fmt: skip
    """Decline an invitation or an offer, or give a seat back; the reason may follow in a second call."""
    employee = require_employee(tx, person_id)
    training = _known(lock_training(tx, training_id))
    _no_more_reminders(tx, training, person_id)
    person = employee.id
    before = enrolment_of(tx, training_id, person)
    if before is None or before.state not in _OVER:
        change_seats(
            tx, training, lambda book, rule: decline(book, person, now=tx.now, rule=rule), answering=person
        )  # fmt: skip
    if reason is not None:
        after = enrolment_of(tx, training_id, person)
        assert after is not None  # noqa: S101  just declined
        change_enrolment(tx, after.id, reason=reason.value, reason_words=words[:LONGEST_REASON] or None)
    return standing_of(tx, person_id, training_id)


_OVER = frozenset({State.DECLINED, State.CANCELLED, State.REFUSED})


def give_back(tx: Transaction, person_id: int, training_id: int) -> Standing:
    """A seat, an offer or a place in the waiting list, as long as the training has not begun."""
    employee = require_employee(tx, person_id)
    training = _known(lock_training(tx, training_id))
    if training.starts_at is not None and training.starts_at <= tx.now:
        raise FeedbackbotError("training-has-begun")
    _no_more_reminders(tx, training, person_id)
    person = employee.id
    change_seats(
        tx, training, lambda book, rule: cancel(book, person, now=tx.now, rule=rule), answering=person
    )  # fmt: skip
    return standing_of(tx, person_id, training_id)


def say_later(tx: Transaction, person_id: int, training_id: int, remind_at: datetime) -> Standing:
    """Ask again at that moment. A seat that one has is kept."""
    employee = require_employee(tx, person_id)
    training = _open(tx, lock_training(tx, training_id))
    if training.answer_by is not None and remind_at >= training.answer_by:
        raise FeedbackbotError("invite-later-too-late")
    one = enrolment_of(tx, training_id, employee.id)
    if one is not None and one.state in (State.INVITED, State.LATER):
        _no_more_reminders(tx, training, person_id)
        change_enrolment(tx, one.id, State.LATER, remind_at=remind_at, answered_at=one.answered_at or tx.now)
    return standing_of(tx, person_id, training_id)


# The head of unit


def _heads_to_ask(tx: Transaction, employee: Employee, one: Enrolment | None) -> list[int]:
    """Nobody where the head has agreed already, or the seat is the person's own."""
    if one is not None and (one.consented or one.state in (State.SEATED, State.OFFERED)):
        return []
    return heads_of(tx, employee)


def _ask_heads(tx: Transaction, training: Training, employee: Employee, heads: list[int]) -> Standing:
    enrolment_id = add_enrolment(tx, training.id, employee.id, State.ASKED)
    change_enrolment(tx, enrolment_id, State.ASKED, consented=None, answered_at=tx.now)

    notice = ConsentAsked(training.id, enrolment_id, employee.full_name)
    for head in heads:
        # a subject of its own: the head's own answer must not take the question back
        tell(tx, head, notice, subject=f"consent:{training.id}")
    return Standing(training, State.ASKED)


def head_decides(tx: Transaction, head_id: int, enrolment_id: int, *, agrees: bool) -> tuple[Standing, str]:
    """How the employee stands then, and the name. Raises FeedbackbotError for whoever is not the head, or where it was decided."""
    one = enrolment_by_id(tx, enrolment_id)
    employee = employee_by_id(tx, one.employee_id) if one else None
    if one is None or employee is None or head_id not in heads_of(tx, employee):
        raise FeedbackbotError("consent-not-yours")
    training = _known(lock_training(tx, one.training_id))
    one = enrolment_by_id(tx, enrolment_id)
    if one is None or one.state is not State.ASKED:
        raise FeedbackbotError("consent-decided")
    change_enrolment(tx, one.id, consented=agrees, consented_by=head_id)
    if not agrees:
        change_enrolment(tx, one.id, State.REFUSED)
        _tell_decision(tx, training, employee, "refused")
        return Standing(training, State.REFUSED), employee.full_name
    if not training.is_open(tx.now):
        raise FeedbackbotError("training-not-open")
    after = _take_seat(tx, training, employee.id)
    if after.full:
        # the yes was said: the next free seat is offered
        effects = change_seats(
            tx, training, lambda book, rule: wait(book, employee.id, now=tx.now, rule=rule), answering=employee.id
        )  # fmt: skip
        after = _standing(tx, training, employee.id, effects)
    decision = "given" if after.state is State.SEATED else "given-but-full"
    _tell_decision(tx, training, employee, decision)
    return after, employee.full_name


def consents_waiting(tx: Transaction, head_id: int) -> list[Enrolment]:
    """Employees of the head's units who said yes and wait for an answer; the own aside."""
    units = units_of(tx, head_id, Role.HEAD)
    return [one for one in asking_consent(tx, units) if one.person_id != head_id]


def consents_to_give(tx: Transaction, head_id: int) -> list[tuple[int, str, Training]]:
    """The same by the enrolment's id, with the employee's name and the training."""
    found = []
    for one in consents_waiting(tx, head_id):
        employee, training = employee_by_id(tx, one.employee_id), training_by_id(tx, one.training_id)
        if employee is not None and training is not None:
            found.append((one.id, employee.full_name, training))
    return found


def _tell_decision(tx: Transaction, training: Training, employee: Employee, decision: str) -> None:
    if employee.person_id is not None:
        notice = ConsentDecided(training.id, decision)
        tell(tx, employee.person_id, notice, subject=subject_of(training.id))


# Shared


def _take_seat(tx: Transaction, training: Training, person: int) -> Standing:
    effects = change_seats(
        tx, training, lambda book, rule: accept(book, person, now=tx.now, rule=rule), answering=person
    )  # fmt: skip
    return _standing(tx, training, person, effects)


def _standing(tx: Transaction, training: Training, person: int, effects: tuple[SeatEffect, ...]) -> Standing:
    own = [effect for effect in effects if effect.person == person]
    one = enrolment_of(tx, training.id, person)
    return Standing(
        training,
        one.state if one else None,
        next((effect.place for effect in own if effect.place is not None), None),
        any(effect.kind is EffectKind.FULL for effect in own),
        one.offered_until if one else None,
    )


def _no_more_reminders(tx: Transaction, training: Training, person_id: int) -> None:
    """Whoever has acted is not reminded of what was done."""
    drop_waiting(tx, subject_of(training.id), "answered", person_id)


def _known(training: Training | None) -> Training:
    if training is None:
        raise FeedbackbotError("training-unknown")
    return training


def _open(tx: Transaction, training: Training | None) -> Training:
    found = _known(training)
    if found.cancelled_at is not None:
        raise FeedbackbotError("training-was-cancelled")
    if not found.is_open(tx.now):
        raise FeedbackbotError("training-not-open")
    return found
