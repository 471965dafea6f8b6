"""How far a broadcast has come, from the rows themselves."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from feedbackbot.storage.broadcast.broadcast_people import (
    answer_counts,
)
from feedbackbot.storage.broadcast.broadcast_rows import (
    UNSETTLED,
    any_in,
    reason_counts,
    repeated_count,
    settled_since,
    state_counts,
    told_counts,
    waiting_beyond,
)
from feedbackbot.storage.broadcast.broadcast_steering import (
    send_again,
)
from feedbackbot.storage.broadcast.broadcasts import (
    Broadcast,
    Stage,
    broadcast_by_id,
    finish,
)
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.transaction import Transaction

_WINDOW = timedelta(seconds=10)
# the chat service's own pauses are shorter, the contact policy's are longer
_SOON = timedelta(minutes=6)
_MOST_REPEATS = 3
FAILED = (State.GONE, State.REJECTED)


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts of rows. `left` wait, are held or under way; `held_back` of them wait for hours or the weekly cap. `rate` in messages a
    second over the last ten seconds. `unsure`: nobody knows whether they arrived; `repeated`: sent again for that reason.
    `delivered` and `read`: of those sent over a chat service that tells of it later."""

    broadcast: Broadcast
    sent: int
    failed: int
    left: int
    unsure: int
    dropped: int
    repeated: int
    held_back: int
    rate: float
    failures: Mapping[str, int]
    drops: Mapping[str, int]
    answers: Mapping[int, int]
    delivered: int = 0
    read: int = 0

    @property
    def total(self) -> int:
        return self.sent + self.failed + self.left + self.unsure + self.dropped

    @property
    def over(self) -> bool:
        return self.broadcast.finished_at is not None or (
            self.left == 0 and self.broadcast.rows_after is None
        )

    @property
    def seconds_left(self) -> float | None:
        """None where it does not move."""
        moving = self.left - self.held_back
        return moving / self.rate if self.rate > 0 and self.broadcast.stage is Stage.RUNNING else None


def read_progress(tx: Transaction, broadcast_id: int) -> Progress | None:
    """None for a broadcast that does not exist. Once the rows are thrown away, the counts kept at its end."""
    found = broadcast_by_id(tx, broadcast_id)
    if found is None:
        return None
    answers = answer_counts(tx, broadcast_id)
    delivered, read = told_counts(tx, broadcast_id)
    if found.result is not None:
        kept = found.result
        numbers = {name: kept.get(name, 0) for name in ("sent", "failed", "unsure", "dropped", "repeated")}
        return Progress(
            found, **numbers, left=0, held_back=0, rate=0.0, failures=_part(kept, "failed:"), drops=_part(kept, "dropped:"),
            answers=answers, delivered=delivered, read=read,
        )  # fmt: skip
    return replace(_from_rows(tx, found, answers), delivered=delivered, read=read)


def _from_rows(tx: Transaction, found: Broadcast, answers: Mapping[int, int]) -> Progress:
    counts = state_counts(tx, found.id)
    left = sum(counts.get(state, 0) for state in UNSETTLED)
    over = left == 0
    return Progress(
        found,
        sent=counts.get(State.SENT, 0),
        failed=sum(counts.get(state, 0) for state in FAILED),
        left=left,
        unsure=counts.get(State.UNKNOWN, 0),
        dropped=counts.get(State.DROPPED, 0),
        repeated=repeated_count(tx, found.id),
        held_back=waiting_beyond(tx, found.id, tx.now + _SOON) if left else 0,
        rate=_rate(tx, found),
        failures=reason_counts(tx, found.id, FAILED) if over else {},
        drops=reason_counts(tx, found.id, (State.DROPPED,)) if over else {},
        answers=answers,
    )


def _rate(tx: Transaction, found: Broadcast) -> float:
    """Over the window, or since the start where that was later."""
    since_start = tx.now - (found.started_at or tx.now)
    window = max(min(_WINDOW, since_start), timedelta(seconds=1))
    return settled_since(tx, found.id, tx.now - window) / window.total_seconds()


def count_at_end(tx: Transaction, broadcast_id: int) -> Progress | None:
    """The last counts, None while anything is left. They look at every row: call it beside the writer."""
    found = broadcast_by_id(tx, broadcast_id)
    if found is None or found.finished_at is not None or not _nothing_left(tx, found):
        return None
    return read_progress(tx, broadcast_id)


def finish_or_repeat(tx: Transaction, counted: Progress) -> bool:
    """What nobody knows of is sent again, a bounded number of times; then the broadcast is over and its counts are kept. Tells
    whether it is over."""
    found = broadcast_by_id(tx, counted.broadcast.id)
    if found is None or found.finished_at is not None or not _nothing_left(tx, found):
        return False
    repeats = found.stage is Stage.RUNNING and tx.settings.broadcast_repeat_unknown and counted.unsure
    if repeats and send_again(tx, found.id, _MOST_REPEATS):
        return False
    return finish(tx, found.id, _kept(counted))


def _nothing_left(tx: Transaction, found: Broadcast) -> bool:
    return found.rows_after is None and not any_in(tx, found.id, UNSETTLED)


def _kept(progress: Progress) -> dict[str, int]:
    counts = {name: getattr(progress, name) for name in ("sent", "failed", "unsure", "dropped", "repeated")}
    failed = {f"failed:{reason}": count for reason, count in progress.failures.items()}
    dropped = {f"dropped:{reason}": count for reason, count in progress.drops.items()}
    return counts | failed | dropped


def _part(kept: Mapping[str, int], prefix: str) -> dict[str, int]:
    return {name.removeprefix(prefix): count for name, count in kept.items() if name.startswith(prefix)}
