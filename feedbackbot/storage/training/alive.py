"""Trainings that go on, those whose sessions are all over, and those of whose change not everybody knows."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, select

from feedbackbot.domain.training.catalogue import Mode, TrainingKind
from feedbackbot.storage.training.tables import training, training_session
from feedbackbot.storage.training.trainings import Training, trainings_where
from feedbackbot.storage.transaction import Transaction

_ALIVE = (training.c.cancelled_at.is_(None), training.c.closed_at.is_(None))


def alive_trainings(
    tx: Transaction,
    *,
    ids: Iterable[int] | None = None,
    kind: TrainingKind | None = None,
    mode: Mode | None = None,
    element: str | None = None,
) -> list[Training]:
    """Neither cancelled nor closed, oldest first; all conditions that are given must hold."""
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
