"""Take back what waits in the outbox and has become untrue."""

from sqlalchemy import select, update

from feedbackbot.storage.outbox import State
from feedbackbot.storage.tables.people import address
from feedbackbot.storage.tables.pipeline import outbox
from feedbackbot.storage.transaction import Transaction


def drop_waiting(tx: Transaction, topic: str, reason: str, person_id: int | None = None) -> int:
    """Messages of a topic that are not under way yet, to one person or to all. Returns how many."""
    waiting = (outbox.c.topic == topic) & (outbox.c.state == State.WAITING)
    if person_id is not None:
        places = select(address.c.id).where(address.c.person_id == person_id)
        waiting &= outbox.c.address_id.in_(places)
    dropped = tx.run(
        update(outbox)
        .where(waiting)
        .values(state=State.DROPPED, reason=reason[:120], settled_at=tx.now, body=None)
    )
    return dropped.rowcount
