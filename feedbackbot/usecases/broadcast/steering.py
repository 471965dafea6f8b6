"""Pause, resume, cancel: each exact to the row, and each said once more changes nothing."""

from datetime import timedelta

from feedbackbot.errors import StateChanged
from feedbackbot.storage.broadcast.broadcast_rows import state_counts
from feedbackbot.storage.broadcast.broadcasts import Stage, move, set_values
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.broadcast.authority import managed
from feedbackbot.usecases.broadcast.follow_stage import follow_stage


def pause(tx: Transaction, broadcast_id: int, person_id: int) -> int:
    """How many are held. What is under way in this moment still goes. Raises StateChanged where it does not run."""
    found = managed(tx, broadcast_id, person_id)
    if not move(tx, broadcast_id, (Stage.RUNNING,), Stage.PAUSED):
        raise StateChanged("broadcast-not-running", stage=found.stage.value)
    held = _follow(tx, broadcast_id, State.WAITING)
    record(
        tx, person_id, "broadcast-paused", found.subject, before={"stage": found.stage}, after={"held": held}
    )
    _show_soon(tx, broadcast_id)
    return held


def resume(tx: Transaction, broadcast_id: int, person_id: int) -> int:
    """How many wait again. Raises StateChanged where it is not paused."""
    found = managed(tx, broadcast_id, person_id)
    if not move(tx, broadcast_id, (Stage.PAUSED,), Stage.RUNNING):
        raise StateChanged("broadcast-not-paused", stage=found.stage.value)
    released = _follow(tx, broadcast_id, State.PAUSED)
    record(
        tx,
        person_id,
        "broadcast-resumed",
        found.subject,
        before={"stage": found.stage},
        after={"released": released},
    )
    _show_soon(tx, broadcast_id)
    return released


def cancel(tx: Transaction, broadcast_id: int, person_id: int) -> int:
    """How many will not get it. What was sent stays sent. Raises StateChanged where it is over already."""
    found = managed(tx, broadcast_id, person_id)
    begun = (Stage.RUNNING, Stage.PAUSED)
    if found.stage in begun:
        moved = move(tx, broadcast_id, begun, Stage.CANCELLED)
    else:
        moved = move(
            tx,
            broadcast_id,
            (Stage.PLANNED, Stage.AWAITING, Stage.OVERDUE),
            Stage.CANCELLED,
            finished_at=tx.now,
        )
    if not moved:
        raise StateChanged("broadcast-already-over", stage=found.stage.value)
    dropped = _follow(tx, broadcast_id, State.WAITING, State.PAUSED)
    record(
        tx,
        person_id,
        "broadcast-cancelled",
        found.subject,
        before={"stage": found.stage},
        after={"dropped": dropped},
    )
    _show_soon(tx, broadcast_id)
    return dropped


def _follow(tx: Transaction, broadcast_id: int, *states: State) -> int:
    """How many rows are not where they should be now. The first of them go there at once, the others with `follow_stages`."""
    counts = state_counts(tx, broadcast_id)
    follow_stage(tx, broadcast_id, None)
    return sum(counts.get(state, 0) for state in states)


def _show_soon(tx: Transaction, broadcast_id: int) -> None:
    """The card shows it with its next look."""
    set_values(tx, broadcast_id, card_at=tx.now - timedelta(minutes=1))
