"""Trainings that go on, those whose sessions are all over, whose change not everybody knows, or whose seats wait for somebody."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, func, select

from feedbackbot.domain.training.catalogue import Mode, TrainingKind
from feedbackbot.domain.training.enrolment import State
from feedbackbot.storage.training.tables import enrolment, training, training_session
from feedbackbot.storage.training.trainings import Training, trainings_where
from feedbackbot.storage.transaction import Transaction

_ALIVE = (training.c.cancelled_at.is_(None), training.c.closed_at.is_(None))


def alive_trainings(
    tx: Transaction,
    *,
    ids: Collection[int] | None = None,
    kind: TrainingKind | None = None,
    mode: Mode | None = None,
    element: str | None = None,
) -> list[Training]:
    """Neither cancelled nor closed, oldest first; all conditions that are given must hold."""
    if ids is not None and not ids:
        return []  # who was asked nothing is looked up at each free word
    conditions: list[ColumnElement[bool]] = list(_ALIVE)
    if ids is not None:
        conditions.append(training.c.id.in_(list(ids)))
    if kind is not None:
        conditions.append(training.c.kind == kind.value)
    if mode is not None:
        conditions.append(training.c.mode == mode.value)
    if element is not None:
        conditions.append(training.c.element == element)
    return trainings_where(tx, *conditions)


def not_cancelled(tx: Transaction, ids: Iterable[int]) -> list[Training]:
    """Those of the ids that were not cancelled, closed ones too."""
    return trainings_where(tx, training.c.id.in_(list(ids)), training.c.cancelled_at.is_(None))


def ended_before(tx: Transaction, moment: datetime) -> list[int]:
    """Ids of running trainings all of whose sessions were over by then; one without sessions never is."""
    still = select(training_session.c.id).where(
        training_session.c.training_id == training.c.id,
        training_session.c.cancelled.is_(False),
        training_session.c.ends_at > moment,
    )
    any_session = select(training_session.c.id).where(
        training_session.c.training_id == training.c.id, training_session.c.cancelled.is_(False)
    )
    found = select(training.c.id).where(*_ALIVE, any_session.exists(), ~still.exists())
    return list(tx.run(found.order_by(training.c.id)).scalars())


def told_until(tx: Transaction, training_id: int) -> int | None:
    """Up to which enrolment a change has been told; None where nobody is left."""
    found: int | None = tx.run(select(training.c.told_until).where(training.c.id == training_id)).scalar()
    return found


def changes_to_tell(tx: Transaction) -> list[int]:
    """Trainings of whose change not everybody knows yet."""
    waiting = select(training.c.id).where(training.c.told_until.is_not(None)).order_by(training.c.id)
    return list(tx.run(waiting).scalars())


def trainings_with_due_offers(tx: Transaction) -> list[int]:
    """Trainings in which an offered seat was not taken in time."""
    rows = tx.run(
        select(enrolment.c.training_id)
        .where(enrolment.c.state == State.OFFERED.value, enrolment.c.offered_until <= tx.now)
        .distinct()
        .order_by(enrolment.c.training_id)
    )
    return list(rows.scalars())


def trainings_with_too_many_offers(tx: Transaction) -> list[int]:
    """Trainings that go on and became smaller than what is seated and offered."""
    mine = enrolment.c.training_id == training.c.id
    held = enrolment.c.state.in_([State.SEATED.value, State.OFFERED.value])
    offered = select(enrolment.c.id).where(mine, enrolment.c.state == State.OFFERED.value)
    taken = select(func.count()).select_from(enrolment).where(mine, held).scalar_subquery()
    found = select(training.c.id).where(*_ALIVE, offered.exists(), training.c.seats < taken)
    return list(tx.run(found.order_by(training.c.id)).scalars())


def trainings_with_free_seats(tx: Transaction) -> list[int]:
    """Trainings that go on in which somebody waits though a seat is free."""
    mine = enrolment.c.training_id == training.c.id
    waits = select(enrolment.c.id).where(mine, enrolment.c.state == State.WAITING.value)
    held = enrolment.c.state.in_([State.SEATED.value, State.OFFERED.value])
    taken = select(func.count()).select_from(enrolment).where(mine, held).scalar_subquery()
    found = select(training.c.id).where(
        training.c.cancelled_at.is_(None),
        training.c.closed_at.is_(None),
        waits.exists(),
        training.c.seats.is_(None) | (training.c.seats > taken),
    )
    return list(tx.run(found.order_by(training.c.id)).scalars())
