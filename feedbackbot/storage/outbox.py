"""What is to be said: rows written in the transaction that causes them, and what became of each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import IntEnum

from sqlalchemy import bindparam, insert, select, update

from feedbackbot.storage.tables.people import address, person
from feedbackbot.storage.tables.pipeline import content, outbox
from feedbackbot.storage.transaction import Transaction, upsert


class State(IntEnum):
    """Of an outbox row; stored as its number."""

    WAITING = 0
    UNDER_WAY = 1
    SENT = 2
    GONE = 3
    REJECTED = 4
    UNKNOWN = 5
    DROPPED = 6
    PAUSED = 7


class Lane(IntEnum):
    """The order of importance: lower goes first."""

    REPLY = 0
    REMINDER = 1
    BULK = 2


REPLY_KIND = "reply"


@dataclass(frozen=True, slots=True)
class Letter:
    """An outbox row that is to be sent now. `body` is JSON of an Outgoing; for shared content it is the JSON of all its languages,
    and `language` is the reader's."""

    id: int
    address_id: int
    address: str
    lane: int
    kind: str
    body: str
    attempts: int = 0
    language: str = ""
    shared: bool = False
    topic: str | None = None
    gone: bool = False

    def next_try(self) -> "Letter":
        return replace(self, attempts=self.attempts + 1)


_INSERT = insert(outbox).returning(outbox.c.id)


def add_reply(tx: Transaction, *, channel: str, address_id: int, where: str, body: str, owner: str) -> Letter:
    """A reply that the calling process sends itself right after the commit; others take it over only if that process dies."""
    row_id = tx.run(
        _INSERT,
        {
            "channel": channel,
            "address_id": address_id,
            "lane": int(Lane.REPLY),
            "kind": REPLY_KIND,
            "body": body,
            "state": int(State.UNDER_WAY),
            "due_at": tx.now,
            "attempts": 0,
            "owner": owner,
        },
    ).scalar_one()
    return Letter(row_id, address_id, where, int(Lane.REPLY), REPLY_KIND, body)


def add_message(
    tx: Transaction,
    *,
    channel: str,
    address_id: int,
    lane: Lane,
    kind: str,
    body: str,
    due_at: datetime | None = None,
    topic: str | None = None,
    once_key: str | None = None,
) -> bool:
    """A message that the delivery sends when it is due. With `once_key` it is added at most once; tells whether it was."""
    tx.wakes_delivery = True
    row = {
        "channel": channel,
        "address_id": address_id,
        "lane": int(lane),
        "kind": kind,
        "body": body,
        "state": int(State.WAITING),
        "due_at": due_at or tx.now,
        "topic": topic,
        "once_key": once_key,
    }
    statement = upsert(tx, outbox).values(**row).on_conflict_do_nothing(index_elements=["once_key"])
    return bool(tx.run(statement).rowcount)


def add_content(tx: Transaction, body: str) -> int:
    """Content that many rows share."""
    return int(
        tx.run(insert(content).values(body=body, created_at=tx.now).returning(content.c.id)).scalar_one()
    )


_SOMETHING_DUE = (
    select(outbox.c.id)
    .where(
        outbox.c.channel == bindparam("channel"),
        outbox.c.state == State.WAITING,
        outbox.c.due_at <= bindparam("at"),
    )
    .limit(1)
)


def something_due(tx: Transaction, channel: str) -> bool:
    """A cheap look before a claim, which takes the database's write lock."""
    return tx.run(_SOMETHING_DUE, {"channel": channel, "at": tx.now}).first() is not None


def claim(tx: Transaction, *, channel: str, owner: str, lanes: Sequence[Lane], most: int) -> list[Letter]:
    """Take over rows that are due, most important first, and mark them as begun in the same statement's commit."""
    due = (
        select(outbox.c.id)
        .where(
            outbox.c.channel == channel,
            outbox.c.state == State.WAITING,
            outbox.c.lane.in_([int(lane) for lane in lanes]),
            outbox.c.due_at <= tx.now,
        )
        .order_by(outbox.c.lane, outbox.c.due_at, outbox.c.id)
        .limit(most)
    )
    ids = tx.run(due.with_for_update(skip_locked=True)).scalars().all()
    if not ids:
        return []
    tx.run(
        update(outbox)
        .where(outbox.c.id.in_(ids))
        .values(state=State.UNDER_WAY, owner=owner, started_at=tx.now, attempts=outbox.c.attempts + 1)
    )
    return letters(tx, ids)


def letters(tx: Transaction, ids: Sequence[int]) -> list[Letter]:
    rows = tx.run(
        select(
            outbox.c.id,
            outbox.c.address_id,
            address.c.address,
            outbox.c.lane,
            outbox.c.kind,
            outbox.c.body,
            outbox.c.attempts,
            person.c.language,
            content.c.body.label("shared"),
            outbox.c.topic,
            address.c.gone_at,
        )
        .select_from(
            outbox.join(address).join(person).outerjoin(content, content.c.id == outbox.c.content_id)
        )
        .where(outbox.c.id.in_(ids))
        .order_by(outbox.c.lane, outbox.c.due_at, outbox.c.id)
    )
    return [
        Letter(
            row.id,
            row.address_id,
            row.address,
            row.lane,
            row.kind,
            row.body if row.body is not None else row.shared,
            row.attempts,
            row.language,
            row.body is None,
            row.topic,
            row.gone_at is not None,
        )
        for row in rows
    ]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a row. For WAITING `due_at` says when it is tried again."""

    id: int
    state: State
    message_ref: str | None = None
    reason: str | None = None
    due_at: datetime | None = None


# fenced by the owner: a process that was given up for dead settles nothing that another has taken over
_SETTLE = (
    update(outbox)
    .where(
        outbox.c.id == bindparam("row"), outbox.c.owner == bindparam("me"), outbox.c.state == State.UNDER_WAY
    )
    .values(
        state=bindparam("to"),
        settled_at=bindparam("at"),
        message_ref=bindparam("ref"),
        reason=bindparam("why"),
        body=None,
        owner=None,
    )
)
_RETRY = (
    update(outbox)
    .where(
        outbox.c.id == bindparam("row"), outbox.c.owner == bindparam("me"), outbox.c.state == State.UNDER_WAY
    )
    .values(
        state=State.WAITING,
        owner=None,
        started_at=None,
        due_at=bindparam("again_at"),
        reason=bindparam("why"),
    )
)


def settle(tx: Transaction, owner: str, outcomes: Sequence[Outcome]) -> None:
    """Write what became of rows of this owner; a settled row keeps no words."""
    final = [
        {"row": o.id, "me": owner, "to": int(o.state), "at": tx.now, "ref": o.message_ref, "why": o.reason}
        for o in outcomes
        if o.state is not State.WAITING
    ]
    later = [
        {"row": o.id, "me": owner, "again_at": o.due_at, "why": o.reason}
        for o in outcomes
        if o.state is State.WAITING
    ]
    if final:
        tx.run(_SETTLE, final)
    if later:
        tx.run(_RETRY, later)


def release(tx: Transaction, owners: Sequence[str]) -> tuple[int, int]:
    """Take over what dead processes had under way: replies and reminders are sent again, a broadcast that may have arrived is not.
    Returns (to be sent again, unknown)."""
    theirs = (outbox.c.state == State.UNDER_WAY, outbox.c.owner.in_(owners))
    unknown = tx.run(
        update(outbox)
        .where(*theirs, outbox.c.lane == Lane.BULK, outbox.c.started_at.is_not(None))
        .values(state=State.UNKNOWN, settled_at=tx.now, reason="process-died", body=None, owner=None)
    ).rowcount
    again = tx.run(
        update(outbox).where(*theirs).values(state=State.WAITING, owner=None, started_at=None)
    ).rowcount
    return again, unknown
