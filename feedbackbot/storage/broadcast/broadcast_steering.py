"""The outbox rows of a broadcast held back, let go, dropped, sent again and thrown away, each exact to the row."""

from sqlalchemy import select, update

from feedbackbot.storage.broadcast.broadcasts import topic_of
from feedbackbot.storage.broadcast.tables import broadcast_repeat
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.transaction import Transaction, upsert

_MOST_AT_ONCE = 5_000


def hold(tx: Transaction, broadcast_id: int) -> int:
    """Pause: whatever waits is not claimed any more."""
    return tx.run(
        update(outbox)
        .where(outbox.c.topic == topic_of(broadcast_id), outbox.c.state == State.WAITING)
        .values(state=State.PAUSED)
    ).rowcount


def release(tx: Transaction, broadcast_id: int) -> int:
    """Resume what was held."""
    tx.wakes_delivery = True
    return tx.run(
        update(outbox)
        .where(outbox.c.topic == topic_of(broadcast_id), outbox.c.state == State.PAUSED)
        .values(state=State.WAITING)
    ).rowcount


def drop(tx: Transaction, broadcast_id: int, reason: str) -> int:
    """Cancel what has not begun; what is under way runs to its end."""
    return tx.run(
        update(outbox)
        .where(
            outbox.c.topic == topic_of(broadcast_id),
            outbox.c.state.in_([State.WAITING, State.PAUSED]),
        )
        .values(state=State.DROPPED, settled_at=tx.now, reason=reason)
    ).rowcount


def send_again(tx: Transaction, broadcast_id: int, most_times: int) -> int:
    """Rows of which nobody knows whether they arrived wait once more, at most so often; each is counted as repeated.
    One bounded step; tells how many."""
    repeated = select(broadcast_repeat.c.outbox_id).where(broadcast_repeat.c.times >= most_times)
    ids = list(
        tx.run(
            select(outbox.c.id)
            .where(
                outbox.c.topic == topic_of(broadcast_id),
                outbox.c.state == State.UNKNOWN,
                outbox.c.id.not_in(repeated),
            )
            .limit(_MOST_AT_ONCE)
        ).scalars()
    )
    if not ids:
        return 0
    rows = [{"outbox_id": row, "broadcast_id": broadcast_id, "times": 1} for row in ids]
    statement = upsert(tx, broadcast_repeat)
    tx.run(
        statement.on_conflict_do_update(
            index_elements=["outbox_id"], set_={"times": broadcast_repeat.c.times + 1}
        ),
        rows,
    )
    tx.run(
        update(outbox)
        .where(outbox.c.id.in_(ids), outbox.c.state == State.UNKNOWN)
        .values(state=State.WAITING, settled_at=None, started_at=None, due_at=tx.now)
    )
    tx.wakes_delivery = True
    return len(ids)
