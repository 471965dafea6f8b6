"""Rows of the outbox that are under way for a process that is dead."""

from sqlalchemy import select, update

from feedbackbot.storage.pipeline.dispatch import UNDER_WAY
from feedbackbot.storage.pipeline.outbox import Lane, State
from feedbackbot.storage.pipeline.tables import outbox, process
from feedbackbot.storage.prepared import Prepared
from feedbackbot.storage.transaction import Transaction

_ORPHANED = (UNDER_WAY, outbox.c.owner.not_in(select(process.c.id)))
_ORPHAN = Prepared(select(outbox.c.id).where(*_ORPHANED).limit(1))


def release_orphans(tx: Transaction) -> tuple[int, int]:
    """Take over what is under way for no living process: replies and reminders are sent again, a broadcast that may have arrived is not.
    Returns (to be sent again, unknown).

    Not by the names of the processes that are being buried: a PostgreSQL under load may carry out a process's last commit when that is
    dead and buried already, and nobody would ever come for such rows.
    """
    if _ORPHAN.first(tx, {}) is None:
        return 0, 0
    unknown = tx.run(
        update(outbox)
        .where(*_ORPHANED, outbox.c.lane == Lane.BULK, outbox.c.started_at.is_not(None))
        .values(state=State.UNKNOWN, settled_at=tx.now, reason="process-died", body=None, owner=None)
    ).rowcount
    again = tx.run(
        update(outbox).where(*_ORPHANED).values(state=State.WAITING, owner=None, started_at=None)
    ).rowcount
    return again, unknown
