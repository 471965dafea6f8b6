"""Seats change hands: the rules decide on the whole list, and everybody concerned is told.

Whoever changes a training's seats holds its lock until the commit, so two processes never give the same seat.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from feedbackbot.delivery.tell import tell
from feedbackbot.domain.training.enrolment import State, seat_state
from feedbackbot.domain.training.notices import OfferEnded, SeatOffered
from feedbackbot.domain.training.seat_book import (
    EffectKind,
    OfferRule,
    Others,
    Place,
    SeatBook,
    SeatEffect,
    SeatState,
)
from feedbackbot.domain.training.seats import (
    Outcome,
    cancel,
    change_capacity,
    expire_offers,
    offer_free,
    withdraw_offers,
)
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.staff.employees import inactive_ids
from feedbackbot.storage.training.alive import (
    trainings_with_due_offers,
    trainings_with_free_seats,
    trainings_with_too_many_offers,
)
from feedbackbot.storage.training.enrolments import (
    Enrolment,
    add_enrolment,
    change_enrolment,
    enrolment_of,
    let_lapse,
    places_held_by,
)
from feedbackbot.storage.training.seat_lists import due_offers, first_waiting, last_offers, others_than
from feedbackbot.storage.training.trainings import Training, lock_training
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.training.subjects import subject_of

_EXPIRED_AT_ONCE, _LAPSED_AT_ONCE, _OFFERED_AT_ONCE, _WITHDRAWN_AT_ONCE = 5, 200, 10, 10
Step = Callable[[SeatBook, OfferRule], Outcome]

_ENDED = {
    EffectKind.OFFER_LAPSED: "lapsed",
    EffectKind.OFFER_WITHDRAWN: "withdrawn",
}


def change_seats(
    tx: Transaction,
    training: Training,
    step: Step,
    *,
    answering: int | None = None,
    concerning: int | None = None,
) -> tuple[SeatEffect, ...]:
    """Apply one step of `domain.training.seats` to a locked training. `answering`: the employee whose own turn this is, who needs no
    message besides the answer; `concerning`: whom it is about otherwise."""
    enrolled, others = _enrolled(tx, training, answering or concerning)
    book = SeatBook(training.seats, tuple(_places(enrolled.values())), others)
    rule = OfferRule(timedelta(hours=tx.settings.training_offer_hours), training.answer_by)
    after, effects = step(book, rule)
    before = {place.person: place for place in book.places}
    for place in after.places:
        if before.get(place.person) != place:
            enrolled[place.person] = _store(tx, training, enrolled.get(place.person), place, answering)
    for effect in effects:
        if effect.person is not None and effect.person != answering:
            _tell(tx, training, enrolled[effect.person], effect)
    return effects


def _enrolled(tx: Transaction, training: Training, who: int | None) -> tuple[dict[int, Enrolment], Others]:
    """Whoever matters to the decision: who has waited longest, whose offer ran out or may not fit any more, and the one whom it is about.
    Of all others the number is enough."""
    own = enrolment_of(tx, training.id, who) if who is not None else None
    first = first_waiting(tx, training.id, _OFFERED_AT_ONCE)
    offers = due_offers(tx, training.id, _EXPIRED_AT_ONCE)
    if training.seats is not None:
        offers += last_offers(tx, training.id, _WITHDRAWN_AT_ONCE)
    found = {one.employee_id: one for one in (*first, *offers, *([own] if own else []))}
    return found, others_than(tx, training.id, found.values(), len(first), own)


def _places(enrolled: Iterable[Enrolment]) -> Iterable[Place]:
    for one in enrolled:
        state = seat_state(one.state)
        if state is not None:
            held = one.offered_until if state is SeatState.OFFERED else None
            yield Place(one.employee_id, state, one.queued, held)


def _store(
    tx: Transaction, training: Training, before: Enrolment | None, place: Place, answering: int | None
) -> Enrolment:
    state = State(place.state.value)
    values: dict[str, object] = {"queued": place.queued, "offered_until": place.offered_until}
    if state is State.SEATED:
        values["seated_at"] = tx.now
    if place.person == answering and (before is None or before.answered_at is None):
        values["answered_at"] = tx.now
    if before is None:
        add_enrolment(tx, training.id, place.person, state, **values)
    else:
        change_enrolment(tx, before.id, state, **values)
    found = enrolment_of(tx, training.id, place.person)
    assert found is not None  # noqa: S101  just stored
    return found


def _tell(tx: Transaction, training: Training, one: Enrolment, effect: SeatEffect) -> None:
    if one.person_id is None:
        return
    if effect.kind is EffectKind.OFFERED and effect.until is not None:
        until = effect.until
        tell(
            tx,
            one.person_id,
            SeatOffered(training.id, until),
            subject=subject_of(training.id),
            once_key=f"offer:{one.id}:{tx.now:%Y%m%dT%H%M%S%f}",
            expires=until,
        )
    elif why := _ENDED.get(effect.kind):
        tell(tx, one.person_id, OfferEnded(training.id, why), subject=subject_of(training.id))


async def expire_due_offers(runtime: Runtime) -> dict[str, int]:
    """Let go of offers nobody took in time; their seats are offered to the next. One training after the other, some offers at a time."""
    trainings = await runtime.read(trainings_with_due_offers)
    for training_id in trainings:
        await runtime.write_until_done(lambda tx, one=training_id: expire_some(tx, one))  # type: ignore[misc]
    return {"trainings": len(trainings)}


def expire_some(tx: Transaction, training_id: int) -> int:
    """Of one training; returns how many, 0 where none is left."""
    training = lock_training(tx, training_id)
    if training is None:
        return 0
    if training.cancelled_at is not None:
        return let_lapse(tx, training_id, _LAPSED_AT_ONCE)
    effects = change_seats(
        tx, training, lambda book, rule: expire_offers(book, now=tx.now, rule=rule, most=_EXPIRED_AT_ONCE)
    )
    return sum(effect.kind is EffectKind.OFFER_LAPSED for effect in effects)


async def offer_free_seats(runtime: Runtime) -> dict[str, int]:
    """Seats that are free while somebody waits, as there are after many more seats were made, are offered, some at a time; offers for
    which there is no seat any more are withdrawn."""
    withdrawn = offered = 0
    for training_id in await runtime.read(trainings_with_too_many_offers):
        withdrawn += await runtime.write_until_done(lambda tx, one=training_id: withdraw_some(tx, one))  # type: ignore[misc]
    for training_id in await runtime.read(trainings_with_free_seats):
        offered += await runtime.write_until_done(lambda tx, one=training_id: offer_some(tx, one))  # type: ignore[misc]
    return {"offered": offered, "withdrawn": withdrawn}


def offer_some(tx: Transaction, training_id: int) -> int:
    """Of one training; returns how many, 0 where no seat is free or nobody waits any more."""
    training = lock_training(tx, training_id)
    if training is None or not training.is_open(tx.now):
        return 0
    effects = change_seats(
        tx, training, lambda book, rule: offer_free(book, now=tx.now, rule=rule, most=_OFFERED_AT_ONCE)
    )
    return len(effects)


def withdraw_some(tx: Transaction, training_id: int) -> int:
    """Of one training that became smaller; returns how many, 0 where all that are left fit."""
    training = lock_training(tx, training_id)
    if training is None or training.cancelled_at is not None:
        return 0
    effects = change_seats(tx, training, lambda book, rule: withdraw_offers(book, most=_WITHDRAWN_AT_ONCE))
    return len(effects)


def set_seats(tx: Transaction, training: Training, seats: int | None) -> tuple[SeatEffect, ...]:
    """Another number of seats for a locked training; the caller stores the number unless it was refused. The first who wait are offered
    one, the others by `offer_free_seats`, which withdraws the rest of the offers that do not fit, too."""
    return change_seats(
        tx,
        replace(training, seats=seats),
        lambda book, rule: change_capacity(book, seats, now=tx.now, rule=rule, most=_OFFERED_AT_ONCE),
    )


def release_seats_of(tx: Transaction, nips: Sequence[str]) -> int:
    """Employees who left give back what they hold in trainings that have not begun. Returns how many places."""
    ids = inactive_ids(tx, nips)
    released = 0
    for start in range(0, len(ids), 500):
        for one in places_held_by(tx, ids[start : start + 500]):
            released += _release(tx, one)
    return released


def _release(tx: Transaction, one: Enrolment) -> bool:
    training = lock_training(tx, one.training_id)
    if training is None or not training.is_open(tx.now):
        return False
    person = one.employee_id
    change_seats(
        tx, training, lambda book, rule: cancel(book, person, now=tx.now, rule=rule), concerning=person
    )
    return True
