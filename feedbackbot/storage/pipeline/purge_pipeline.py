"""What is thrown away, and when."""

from datetime import timedelta

from sqlalchemy import ColumnElement, Table, delete, select

from feedbackbot.storage.pipeline.inbox import DEAD, DONE
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import inbox, outbox
from feedbackbot.storage.transaction import Transaction

# WhatsApp repeats webhooks for up to 7 days: until then a key must be known
INBOX_KEPT = timedelta(days=8)
# time enough to mend what they died of; they hold people's words
DEAD_UPDATES_KEPT = timedelta(days=30)
REPLIES_KEPT = timedelta(days=8)
_MOST_AT_ONCE = 5_000  # a long delete would keep turns waiting


def purge_pipeline(tx: Transaction) -> dict[str, int]:
    """One bounded step; call again until all counts are 0."""
    answered = ((inbox.c.state == DONE) & (inbox.c.received_at < tx.now - INBOX_KEPT)) | (
        (inbox.c.state == DEAD) & (inbox.c.received_at < tx.now - DEAD_UPDATES_KEPT)
    )
    settled = (
        (outbox.c.settled_at < tx.now - REPLIES_KEPT)
        & outbox.c.topic.is_(None)
        & outbox.c.state.in_([State.SENT, State.GONE, State.DROPPED, State.UNKNOWN])
    )
    return {"inbox": _delete_some(tx, inbox, answered), "outbox": _delete_some(tx, outbox, settled)}


def _delete_some(tx: Transaction, table: Table, condition: ColumnElement[bool]) -> int:
    ids = select(table.c.id).where(condition).limit(_MOST_AT_ONCE)
    return tx.run(delete(table).where(table.c.id.in_(ids))).rowcount
