"""Which processes are alive, so that what a dead one had under way is taken over.

Nobody's own clock counts: beats bear the database's time, and a process is buried only by one that has watched it be silent while it
could beat itself.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import monotonic

from sqlalchemy import bindparam, delete, select

from feedbackbot.storage.database_clock import database_now
from feedbackbot.storage.pipeline.leases import let_go
from feedbackbot.storage.pipeline.machine import is_an_earlier_start, machine_id
from feedbackbot.storage.pipeline.orphans import release_orphans
from feedbackbot.storage.pipeline.tables import process
from feedbackbot.storage.prepared import Prepared, PreparedUpsert
from feedbackbot.storage.transaction import Transaction

BEAT_EVERY = timedelta(seconds=3)
# far longer than a beat: a loop that stalls for a moment must not lose its rows
DEAD_AFTER = timedelta(seconds=30)
# a database's clock that was set makes everybody look silent until they beat again
LOOKED_AT_FOR = timedelta(seconds=10)
# whoever could not beat for so long knows nothing about the others: perhaps nobody could
_LONGEST_GAP = 3 * BEAT_EVERY

_mine: set[str] = set()  # tests run several bots in one process


@dataclass
class Watch:
    """What one process has seen of the others' beats. `ticks` are seconds that no change of a clock touches."""

    ticks: Callable[[], float] = monotonic
    _beaten_at: float | None = None
    _seen: dict[str, tuple[datetime, float]] = field(default_factory=dict)

    def beaten(self) -> None:
        """A beat of this process was committed."""
        self._beaten_at = self.ticks()

    def begin_anew_after_a_gap(self) -> None:
        """Where this process could not beat for a while, all that it has seen counts for nothing."""
        gap = None if self._beaten_at is None else self.ticks() - self._beaten_at
        if gap is not None and gap > _LONGEST_GAP.total_seconds():
            self._seen.clear()

    def is_silent(self, process_id: str, beat_at: datetime, now: datetime) -> bool:
        """`beat_at` and `now` by the database's clock, in whichever direction that may have jumped."""
        if abs(now - beat_at) <= DEAD_AFTER:
            self._seen.pop(process_id, None)
            return False
        seen, since = self._seen.get(process_id, (None, 0.0))
        if seen != beat_at:
            self._seen[process_id] = (beat_at, self.ticks())
            return False
        return self.ticks() - since >= LOOKED_AT_FOR.total_seconds()


_BEATEN = PreparedUpsert(
    process,
    ("id", "host", "pid", "started_at", "beat_at"),
    lambda insert: insert.on_conflict_do_update(
        index_elements=["id"], set_={"beat_at": insert.excluded.beat_at}
    ),
)
_ANOTHER = Prepared(select(process.c.id).where(process.c.id != bindparam("me")).limit(1))


def beat(tx: Transaction, process_id: str) -> None:
    """This process is alive."""
    _mine.add(process_id)
    at = database_now(tx)
    values = {"id": process_id, "host": machine_id(), "pid": os.getpid(), "started_at": at, "beat_at": at}
    _BEATEN.on(tx).run(tx, values)


def is_alone(tx: Transaction, process_id: str) -> bool:
    """Whether there is no other process at all, dead or alive, by whatever machine it is."""
    return _ANOTHER.first(tx, {"me": process_id}) is None


def take_over(tx: Transaction, watch: Watch, process_id: str = "") -> tuple[int, int]:
    """Release what dead processes had under way; returns (rows to be sent again, rows whose fate is unknown).

    On this machine the operating system tells who is dead; of other machines only their silence does.
    """
    watch.begin_anew_after_a_gap()
    if is_alone(tx, process_id):
        return release_orphans(tx)
    host, pid, now = machine_id(), os.getpid(), database_now(tx)
    others = tx.run(select(process).where(process.c.id.not_in(_mine))).all()
    silent = {row.id for row in others if watch.is_silent(row.id, row.beat_at, now)}
    here = {row.id for row in others if row.host == host and (row.pid == pid or not _alive(row.pid))}
    dead = silent | here
    if not tx.on_postgresql:
        dead |= {row.id for row in others if is_an_earlier_start(row.host)}
    if dead:
        tx.run(delete(process).where(process.c.id.in_(dead)))
        let_go(tx, sorted(dead))
    return release_orphans(tx)


def others_alive(tx: Transaction) -> int:
    """How many other processes have beaten lately and are not known to be dead."""
    host, now = machine_id(), database_now(tx)
    others = tx.run(select(process).where(process.c.id.not_in(_mine))).all()
    return sum(
        abs(now - row.beat_at) <= DEAD_AFTER and not (row.host == host and not _alive(row.pid))
        for row in others
    )


def sign_off(tx: Transaction, process_id: str) -> None:
    """A process that stops in order leaves what it did not send to the others."""
    _mine.discard(process_id)
    tx.run(delete(process).where(process.c.id == process_id))
    let_go(tx, [process_id])
    release_orphans(tx)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
