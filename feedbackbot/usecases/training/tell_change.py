"""Everybody concerned is told that a training was cancelled or moved: the first with the admin's tap, the others by a job.

How far it has come stands in the training's row, so a crash or a second process doubles nothing. A change meanwhile begins anew.
"""

from feedbackbot.delivery.tell import tell
from feedbackbot.domain.training.enrolment import HAS_PLACE, State
from feedbackbot.domain.training.notices import (
    EarlyReminder,
    SessionDayReminder,
    TrainingCancelled,
    TrainingMoved,
    TrainingReminder,
)
from feedbackbot.storage.pipeline.outbox_subjects import drop_waiting
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.training.alive import changes_to_tell, told_until
from feedbackbot.storage.training.enrolments import enrolments_after, with_chat_in
from feedbackbot.storage.training.trainings import (
    Training,
    change_training,
    lock_training,
)
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.training.subjects import subject_of

_CONCERNED = (*HAS_PLACE, State.ASKED)
_TOLD_AT_ONCE, _DROPPED_AT_ONCE = 10, 200
# an invitation or an offer says the new time when it is sent; a reminder was planned by the old one
_UNTRUE = (TrainingReminder.name, EarlyReminder.name, SessionDayReminder.name)


def begin_to_tell(tx: Transaction, training_id: int) -> int:
    """Nobody knows yet of the change just made; the first are told at once. Returns how many will be."""
    change_training(tx, training_id, told_until=0)
    tell_some(tx, training_id)
    return with_chat_in(tx, training_id, _CONCERNED)


async def tell_changes(runtime: Runtime) -> dict[str, int]:
    """All that is left to be told."""
    done = 0
    for training_id in await runtime.read(changes_to_tell):
        done += await runtime.write_until_done(lambda tx, one=training_id: tell_some(tx, one))  # type: ignore[misc]
    return {"rows": done}


def tell_some(tx: Transaction, training_id: int) -> int:
    """First what has become untrue is taken back, then people are told. Returns how many rows, 0: it is done."""
    about, after = lock_training(tx, training_id), told_until(tx, training_id)
    if about is None or after is None:
        return 0
    dropped = _take_back(tx, about)
    if dropped == _DROPPED_AT_ONCE:
        return dropped
    some = enrolments_after(tx, training_id, _CONCERNED, after, _TOLD_AT_ONCE)
    kind = TrainingMoved if about.cancelled_at is None else TrainingCancelled
    for one in some:
        if one.person_id is not None:
            tell(tx, one.person_id, kind(training_id), subject=f"change:{training_id}")
    over = len(some) < _TOLD_AT_ONCE
    change_training(tx, training_id, told_until=None if over else some[-1].id)
    return dropped + len(some)


def _take_back(tx: Transaction, about: Training) -> int:
    if about.cancelled_at is not None:
        return drop_waiting(tx, subject_of(about.id), "training cancelled", most=_DROPPED_AT_ONCE)
    return drop_waiting(tx, subject_of(about.id), "training moved", notices=_UNTRUE, most=_DROPPED_AT_ONCE)
