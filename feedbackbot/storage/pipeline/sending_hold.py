"""After a restore: what may have gone out since the backup waits for an operator's word. Replies in chats go on."""

from datetime import datetime

from sqlalchemy import and_, delete, func, or_, select, update

from feedbackbot.storage.pipeline.operation_tables import installation
from feedbackbot.storage.pipeline.outbox import Lane, State
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.transaction import Transaction, upsert

_NAME = "held-since-restore"
HELD = "restored"
"""The reason that stands with a row that is held."""
# a citizen's own affair, and words to whoever runs the bot: twice does less harm than never
_NEVER_HELD = ("case-update", "admin")
_NOT_HELD_WHEN_NEW = (*_NEVER_HELD, "emergency")
_MINE = (outbox.c.state == int(State.PAUSED), outbox.c.reason == HELD)


def hold_all(tx: Transaction) -> int:
    """From now on; returns how many rows of the backup wait."""
    value = tx.now.isoformat()
    tx.run(
        upsert(tx, installation)
        .values(name=_NAME, value=value)
        .on_conflict_do_update(index_elements=["name"], set_={"value": value})
    )
    unsent = outbox.c.state.in_([int(State.WAITING), int(State.UNDER_WAY)])
    return tx.run(
        update(outbox)
        .where(unsent, outbox.c.lane != int(Lane.REPLY), outbox.c.kind.not_in(_NEVER_HELD))
        .values(state=int(State.PAUSED), reason=HELD, owner=None, started_at=None)
    ).rowcount


def held_since(tx: Transaction) -> datetime | None:
    """When the restore was; None where nothing is held."""
    kept = tx.run(select(installation.c.value).where(installation.c.name == _NAME)).scalar_one_or_none()
    return None if kept is None else datetime.fromisoformat(kept)


def holds(kind: str) -> bool:
    """Whether a message of this kind, queued after the restore, waits too. New words of danger never do."""
    return kind not in _NOT_HELD_WHEN_NEW


def count_held(tx: Transaction) -> dict[str, int]:
    """How many wait, by kind."""
    rows = tx.run(select(outbox.c.kind, func.count().label("held")).where(*_MINE).group_by(outbox.c.kind))
    return {row.kind: row.held for row in rows}


def release_held(tx: Transaction) -> int:
    """They go, each as the contact policy permits it then."""
    tx.run(delete(installation).where(installation.c.name == _NAME))
    tx.wakes_delivery = True
    return tx.run(update(outbox).where(*_MINE).values(state=int(State.WAITING), reason=None)).rowcount


def drop_held(tx: Transaction) -> int:
    """They never go, and leave no words; nor does what jobs have queued since the restore and nobody has claimed yet, as it is due later
    or the hour forbids it."""
    tx.run(delete(installation).where(installation.c.name == _NAME))
    queued_since = (
        outbox.c.state == int(State.WAITING),
        outbox.c.lane != int(Lane.REPLY),
        outbox.c.kind.not_in(_NOT_HELD_WHEN_NEW),
    )
    over = {"state": int(State.DROPPED), "settled_at": tx.now, "body": None}
    return tx.run(update(outbox).where(or_(and_(*_MINE), and_(*queued_since))).values(over)).rowcount
