"""Which processes are alive, so that what a dead one had under way is taken over."""

import os
import socket
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic

from sqlalchemy import delete, select

from feedbackbot.storage.pipeline.dispatch import release_orphans
from feedbackbot.storage.pipeline.tables import process
from feedbackbot.storage.transaction import Transaction, upsert

BEAT_EVERY = timedelta(seconds=3)
# far longer than a beat: a loop that stalls for a moment must not lose its rows
DEAD_AFTER = timedelta(seconds=30)


# a clock that jumped makes everybody look silent until they beat again
LOOKED_AT_FOR = timedelta(seconds=10)

_mine: set[str] = set()  # tests run several bots in one process
_suspects: dict[str, tuple[datetime, float]] = {}


def _host() -> str:
    """Where process ids mean the same: containers that share a host's name have their own."""
    try:
        space = Path("/proc/self/ns/pid").readlink().name
    except OSError:  # not Linux
        space = ""
    return f"{socket.gethostname()[:60]}{space}"[:80]


def beat(tx: Transaction, process_id: str) -> None:
    """This process is alive."""
    _mine.add(process_id)
    values = {
        "id": process_id,
        "host": _host(),
        "pid": os.getpid(),
        "started_at": tx.now,
        "beat_at": tx.now,
    }
    tx.run(
        upsert(tx, process)
        .values(**values)
        .on_conflict_do_update(index_elements=["id"], set_={"beat_at": tx.now})
    )


def take_over(tx: Transaction, ticks: Callable[[], float] = monotonic) -> tuple[int, int]:
    """Release what dead processes had under way; returns (rows to be sent again, rows whose fate is unknown).

    On this machine the operating system tells who is dead; of other machines only their silence does. `ticks` are seconds that no
    change of the clock touches.
    """
    host, pid = _host(), os.getpid()
    others = tx.run(select(process).where(process.c.id.not_in(_mine))).all()
    silent = {row.id for row in others if _is_silent(row.id, row.beat_at, tx.now, ticks())}
    here = {row.id for row in others if row.host == host and (row.pid == pid or not _alive(row.pid))}
    dead = silent | here
    if dead:
        tx.run(delete(process).where(process.c.id.in_(dead)))
    return release_orphans(tx)


def _is_silent(process_id: str, beat_at: datetime, now: datetime, ticks: float) -> bool:
    """By the clock, in whichever direction it may have jumped, and by having been looked at for a while without a beat."""
    if abs(now - beat_at) <= DEAD_AFTER:
        _suspects.pop(process_id, None)
        return False
    seen, since = _suspects.get(process_id, (None, ticks))
    if seen != beat_at:
        _suspects[process_id] = (beat_at, ticks)
        return False
    return ticks - since >= LOOKED_AT_FOR.total_seconds()


def sign_off(tx: Transaction, process_id: str) -> None:
    """A process that stops in order leaves what it did not send to the others."""
    _mine.discard(process_id)
    tx.run(delete(process).where(process.c.id == process_id))
    release_orphans(tx)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
