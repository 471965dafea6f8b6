"""What messages are about: to take back those that wait and have become untrue, and to know one that a person replies to."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import func, select, update

from feedbackbot.storage.people.tables import address
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.transaction import Transaction


def drop_waiting(
    tx: Transaction,
    subject: str,
    reason: str,
    person_id: int | None = None,
    *,
    notices: Collection[str] = (),
    most: int | None = None,
) -> int:
    """Messages of a subject that are not under way yet, to one person or to all; of these notices alone, where they are named; so many
    at most. Returns how many."""
    waiting = (outbox.c.subject == subject) & (outbox.c.state == State.WAITING)
    if notices:
        waiting &= outbox.c.notice.in_(list(notices))
    if person_id is not None:
        places = select(address.c.id).where(address.c.person_id == person_id)
        waiting &= outbox.c.address_id.in_(places)
    which = waiting if most is None else outbox.c.id.in_(select(outbox.c.id).where(waiting).limit(most))
    dropped = tx.run(
        update(outbox)
        .where(which)
        .values(state=State.DROPPED, reason=reason[:120], settled_at=tx.now, body=None)
    )
    return dropped.rowcount


def subject_of_message(tx: Transaction, address_id: int, message_ref: str) -> str:
    """What a message that was sent to this chat is about, "" where that is not known (any more)."""
    sent = select(outbox.c.subject).where(
        outbox.c.address_id == address_id, outbox.c.message_ref == message_ref
    )
    return tx.run(sent.order_by(outbox.c.id.desc()).limit(1)).scalar() or ""


def reached_by_key(tx: Transaction, keys: Collection[str]) -> dict[str, datetime]:
    """When the messages that are told once, by these keys, reached whom they were for; without those that did not."""
    if not keys:
        return {}
    sent = select(outbox.c.once_key, outbox.c.settled_at).where(
        outbox.c.once_key.in_(list(keys)), outbox.c.state == State.SENT
    )
    return {row.once_key: row.settled_at for row in tx.run(sent)}


def last_reached(tx: Transaction, subject: str, person_id: int) -> datetime | None:
    """When the newest message of a subject reached this person; None where none did, or where it is not known any more."""
    sent = (
        select(func.max(outbox.c.settled_at))
        .join(address, address.c.id == outbox.c.address_id)
        .where(outbox.c.subject == subject, outbox.c.state == State.SENT, address.c.person_id == person_id)
    )
    found: datetime | None = tx.run(sent).scalar()
    return found
