"""The outbox rows of a broadcast made, held back, let go, dropped and sent again, each exact to the row and one slice at a time."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, update

from feedbackbot.domain.contact_policy.templates import WINDOW
from feedbackbot.storage.broadcast.broadcasts import subject_of
from feedbackbot.storage.broadcast.tables import broadcast_repeat
from feedbackbot.storage.people.addresses import is_shut
from feedbackbot.storage.people.tables import address, opt_out
from feedbackbot.storage.pipeline.outbox import Lane, State
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.transaction import Transaction, upsert

SLICE = 500
"""So many rows at once: some milliseconds of the writer's time."""


@dataclass(frozen=True, slots=True)
class Draught:
    """What all its rows have in common. `subscription`: whoever switched it off gets none. `reason` is that of rows which are over."""

    content_id: int
    kind: str
    lane: Lane
    subscription: str | None
    due_at: datetime
    planned_at: datetime
    state: State
    reason: str | None = None


def make_rows(tx: Transaction, broadcast_id: int, people: Sequence[int], row: Draught) -> dict[str, int]:
    """A row for each of these who can be reached, where `reach` would find them; tells how many got none, by reason."""
    where = (
        select(address.c.id, address.c.person_id, address.c.channel, address.c.gone_at, address.c.gone_reason)
        .where(address.c.person_id.in_(people))
        # the last one counts
        .order_by(is_shut(tx.now - WINDOW).desc(), address.c.id)
    )
    live: dict[int, tuple[int, str]] = {}
    gone: dict[int, str] = {}
    for one in tx.run(where):
        if one.gone_at is None:
            live[one.person_id] = one.id, one.channel
        else:
            gone[one.person_id] = one.gone_reason or "gone"
    off = _switched_off(tx, people, row.subscription)
    left_out = Counter(
        "opted-out" if one in live else gone.get(one, "no-address")
        for one in people
        if one not in live or one in off
    )
    same = {
        "lane": int(row.lane), "kind": row.kind, "subject": subject_of(broadcast_id), "content_id": row.content_id,
        "state": int(row.state), "due_at": row.due_at, "planned_at": row.planned_at, "reason": row.reason,
        "settled_at": tx.now if row.state is State.DROPPED else None,
    }  # fmt: skip
    rows = [
        {"address_id": live[one][0], "channel": live[one][1], **same}
        for one in people
        if one in live and one not in off
    ]
    if rows:
        tx.run(insert(outbox), rows)
        tx.wakes_delivery = tx.wakes_delivery or row.state is State.WAITING
    return dict(left_out)


def _switched_off(tx: Transaction, people: Sequence[int], subscription: str | None) -> set[int]:
    if subscription is None:
        return set()
    off = select(opt_out.c.person_id).where(
        opt_out.c.subscription == subscription, opt_out.c.person_id.in_(people)
    )
    return set(tx.run(off).scalars())


def hold(tx: Transaction, broadcast_id: int) -> int:
    """Pause: whatever waits is not claimed any more. One slice, as the two below; tells how many."""
    return _move(tx, broadcast_id, (State.WAITING,), {"state": int(State.PAUSED)})


def release(tx: Transaction, broadcast_id: int) -> int:
    """Resume what was held."""
    tx.wakes_delivery = True
    return _move(tx, broadcast_id, (State.PAUSED,), {"state": int(State.WAITING)})


def drop(tx: Transaction, broadcast_id: int, reason: str) -> int:
    """Cancel what has not begun; what is under way runs to its end."""
    over = {"state": int(State.DROPPED), "settled_at": tx.now, "reason": reason}
    return _move(tx, broadcast_id, (State.WAITING, State.PAUSED), over)


def _move(tx: Transaction, broadcast_id: int, before: Sequence[State], after: dict[str, object]) -> int:
    standing = (outbox.c.subject == subject_of(broadcast_id), outbox.c.state.in_(list(before)))
    ids = list(tx.run(select(outbox.c.id).where(*standing).limit(SLICE)).scalars())
    if ids:
        # asked once more: a row that was claimed meanwhile is not ours to move
        tx.run(update(outbox).where(outbox.c.id.in_(ids), *standing).values(**after))
    return len(ids)


def send_again(tx: Transaction, broadcast_id: int, most_times: int) -> int:
    """Rows of which nobody knows whether they arrived wait once more, at most so often; each is counted as repeated.
    One slice; tells how many."""
    repeated = select(broadcast_repeat.c.outbox_id).where(broadcast_repeat.c.times >= most_times)
    ids = list(
        tx.run(
            select(outbox.c.id)
            .where(
                outbox.c.subject == subject_of(broadcast_id),
                outbox.c.state == State.UNKNOWN,
                outbox.c.id.not_in(repeated),
            )
            .limit(SLICE)
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
