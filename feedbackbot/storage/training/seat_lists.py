"""Heads and tails of a training's waiting list and of its offers, and how many the rest are: never the whole list."""

from collections.abc import Collection

from sqlalchemy import func, select

from feedbackbot.domain.training.enrolment import State
from feedbackbot.domain.training.seat_book import Others
from feedbackbot.storage.training.enrolments import Enrolment, enrolments_where
from feedbackbot.storage.training.tables import enrolment
from feedbackbot.storage.transaction import Transaction

_C = enrolment.c


def first_waiting(tx: Transaction, training_id: int, most: int) -> list[Enrolment]:
    """Who has waited longest."""
    mine = (_C.training_id == training_id, _C.state == State.WAITING.value)
    return enrolments_where(tx, *mine, order=(_C.queued, _C.id), most=most)


def due_offers(tx: Transaction, training_id: int, most: int) -> list[Enrolment]:
    """Offers that ran out, those who have waited longest first."""
    mine = (_C.training_id == training_id, _C.state == State.OFFERED.value, _C.offered_until <= tx.now)
    return enrolments_where(tx, *mine, order=(_C.queued, _C.id), most=most)


def last_offers(tx: Transaction, training_id: int, most: int) -> list[Enrolment]:
    """Of those who have waited least."""
    mine = (_C.training_id == training_id, _C.state == State.OFFERED.value)
    return enrolments_where(tx, *mine, order=(_C.queued.desc(), _C.id.desc()), most=most)


def others_than(
    tx: Transaction, training_id: int, listed: Collection[Enrolment], first: int, who: Enrolment | None
) -> Others:
    """Those who are not among these; `first` of them are the head of the waiting list, and `who` is the one it is about."""
    before = _C.queued < who.queued if who is not None and who.state in _QUEUES else _C.queued.is_not(None)
    seated, offered, waiting = (_C.state == state.value for state in (State.SEATED, *_QUEUES))
    row = tx.run(
        select(
            func.count().filter(seated).label("seated"),
            func.count().filter(offered).label("offered"),
            func.count().filter(waiting & before).label("ahead"),
            func.count().filter(offered & before).label("offers_ahead"),
            func.count().filter(waiting).label("waiting"),
            func.max(_C.queued).label("last_queued"),
        ).where(_C.training_id == training_id)
    ).one()
    counted = [one for one in listed if who is None or who.state not in _QUEUES or one.queued < who.queued]
    return Others(
        row.seated - sum(one.state is State.SEATED for one in listed),
        row.offered - sum(one.state is State.OFFERED for one in listed),
        row.ahead - sum(one.state is State.WAITING for one in counted),
        row.offers_ahead - sum(one.state is State.OFFERED for one in counted),
        row.waiting - sum(one.state is State.WAITING for one in listed),
        first,
        row.last_queued or 0,
    )


_QUEUES = (State.OFFERED, State.WAITING)
