"""Which processes are alive, so that what a dead one had under way is taken over."""

import os
import socket
from datetime import timedelta
from pathlib import Path

from sqlalchemy import delete, select

from feedbackbot.storage.pipeline.dispatch import release_orphans
from feedbackbot.storage.pipeline.tables import process
from feedbackbot.storage.transaction import Transaction, upsert

BEAT_EVERY = timedelta(seconds=3)
# far longer than a beat: a loop that stalls for a moment must not lose its rows
DEAD_AFTER = timedelta(seconds=30)


_mine: set[str] = set()  # tests run several bots in one process


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


def take_over(tx: Transaction) -> tuple[int, int]:
    """Release what dead processes had under way; returns (rows to be sent again, rows whose fate is unknown).

    On this machine the operating system tells who is dead; of other machines only their silence does.
    """
    host, pid = _host(), os.getpid()
    dead = []
    for row in tx.run(select(process).where(process.c.id.not_in(_mine))):
        silent = tx.now - row.beat_at > DEAD_AFTER
        if silent or (row.host == host and (row.pid == pid or not _alive(row.pid))):
            dead.append(row.id)
    if dead:
        tx.run(delete(process).where(process.c.id.in_(dead)))
    return release_orphans(tx)


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
