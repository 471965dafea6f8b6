"""Which broadcasts are due, under way or halted."""

from collections.abc import Collection
from datetime import timedelta

from sqlalchemy import select

from feedbackbot.storage.broadcast.broadcasts import OPEN, Stage
from feedbackbot.storage.broadcast.tables import (
    broadcast,
)
from feedbackbot.storage.transaction import Transaction

# whoever was away longer finds it in the list
_SHOWN_WITHIN = timedelta(days=1)


def due_broadcasts(tx: Transaction) -> list[int]:
    """Ids of planned ones whose time has come, oldest first."""
    rows = tx.run(
        select(broadcast.c.id)
        .where(broadcast.c.state == Stage.PLANNED, broadcast.c.due_at <= tx.now)
        .order_by(broadcast.c.due_at, broadcast.c.id)
    )
    return list(rows.scalars())


def open_broadcasts(tx: Transaction) -> list[int]:
    """Ids of those that have begun and are not finished, or whose end has not been shown yet."""
    unfinished = broadcast.c.finished_at.is_(None) & broadcast.c.state.in_(list(OPEN))
    unshown = (broadcast.c.finished_at > tx.now - _SHOWN_WITHIN) & (
        broadcast.c.card_at.is_(None) | (broadcast.c.card_at < broadcast.c.finished_at)
    )
    rows = tx.run(
        select(broadcast.c.id)
        .where(broadcast.c.started_at.is_not(None), unfinished | unshown)
        .order_by(broadcast.c.id)
    )
    return list(rows.scalars())


def running(tx: Transaction) -> list[int]:
    """Ids of those that are being sent, oldest first."""
    rows = tx.run(select(broadcast.c.id).where(broadcast.c.state == Stage.RUNNING).order_by(broadcast.c.id))
    return list(rows.scalars())


def halted_among(tx: Transaction, ids: Collection[int]) -> dict[int, Stage]:
    """Which of these are paused or cancelled."""
    rows = tx.run(
        select(broadcast.c.id, broadcast.c.state).where(
            broadcast.c.id.in_(list(ids)), broadcast.c.state.in_([Stage.PAUSED, Stage.CANCELLED])
        )
    )
    return {row.id: Stage(row.state) for row in rows}
