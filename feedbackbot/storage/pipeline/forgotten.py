"""Rows that the database believes to be under way and their process does not."""

from collections.abc import Collection
from datetime import timedelta

from sqlalchemy import func, select, update

from feedbackbot.storage.pipeline.outbox import Lane, State
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.transaction import Transaction


def under_way_for(tx: Transaction, channel: str, owner: str, *, longer_than: timedelta) -> set[int]:
    """This process's rows of a channel that have been under way so long."""
    since = func.coalesce(outbox.c.started_at, outbox.c.due_at)
    mine = (outbox.c.owner == owner, outbox.c.state == State.UNDER_WAY, outbox.c.channel == channel)
    return set(tx.run(select(outbox.c.id).where(*mine, since <= tx.now - longer_than)).scalars())


def give_back(tx: Transaction, owner: str, rows: Collection[int]) -> tuple[int, int]:
    """Nobody has these in hand: replies and reminders are sent again, a broadcast that may have arrived is not. Returns (to be sent
    again, unknown)."""
    mine = (outbox.c.id.in_(rows), outbox.c.owner == owner, outbox.c.state == State.UNDER_WAY)
    ended = {"state": State.UNKNOWN, "settled_at": tx.now, "reason": "database-forgot", "body": None}
    bulk = (outbox.c.lane == Lane.BULK, outbox.c.started_at.is_not(None))
    unknown = tx.run(update(outbox).where(*mine, *bulk).values(**ended, owner=None)).rowcount
    waits = {"state": State.WAITING, "owner": None, "started_at": None}
    again = tx.run(update(outbox).where(*mine).values(**waits, due_at=tx.now)).rowcount
    return again, unknown
