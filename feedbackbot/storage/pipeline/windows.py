"""Rows that wait until a person writes: some chat services let nothing but templates pass before."""

from typing import Final

from sqlalchemy import bindparam, case, func, literal_column, select, update

from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.prepared import Prepared
from feedbackbot.storage.transaction import Transaction

WAITS: Final = "window"
"""The beginning of the reason of such rows."""
KNOCKED: Final = f"{WAITS}-knocked"
"""The reason of those that somebody has knocked for."""
OPENED: Final = "opened"
"""The reason of those the person has opened the door for: a reply to their own tap, at whatever hour."""


_WAITING = (
    outbox.c.address_id == bindparam("where_to"),
    outbox.c.state == literal_column(str(int(State.WAITING))),
    outbox.c.reason.like(f"{WAITS}%"),
)


def count_waiting(tx: Transaction, address_id: int) -> int:
    """How many wait for the person to write."""
    wanted = select(func.count()).select_from(outbox).where(*_WAITING)
    return int(tx.run(wanted, {"where_to": address_id}).scalar_one())


_FREE = Prepared(
    update(outbox)
    .where(*_WAITING)
    .values(
        due_at=bindparam("at"),
        reason=case((outbox.c.reason == KNOCKED, OPENED), else_=outbox.c.reason),
    )
)


def free_waiting(tx: Transaction, address_id: int) -> int:
    """The person has written: what waited for it goes now. Returns how many."""
    freed = _FREE.run(tx, {"where_to": address_id, "at": tx.now})
    tx.wakes_delivery = tx.wakes_delivery or freed > 0
    return freed


def waiting_by_reason(tx: Transaction) -> dict[str, int]:
    """How many wait for people to write, by why they do."""
    rows = tx.run(
        select(outbox.c.reason, func.count().label("messages"))
        .where(outbox.c.state == literal_column(str(int(State.WAITING))), outbox.c.reason.like(f"{WAITS}%"))
        .group_by(outbox.c.reason)
        .order_by(outbox.c.reason)
    )
    return {row.reason: row.messages for row in rows}
