"""Rows that wait until a person writes: some chat services let nothing but templates pass before."""

from sqlalchemy import literal_column, update

from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.transaction import Transaction

WAITS = "window"
"""The beginning of the reason of such rows."""


def free_waiting(tx: Transaction, address_id: int) -> int:
    """The person has written: what waited for it goes now. Returns how many."""
    freed = tx.run(
        update(outbox)
        .where(
            outbox.c.address_id == address_id,
            outbox.c.state == literal_column(str(int(State.WAITING))),
            outbox.c.reason.like(f"{WAITS}%"),
        )
        .values(due_at=tx.now)
    ).rowcount
    tx.wakes_delivery = tx.wakes_delivery or freed > 0
    return freed
