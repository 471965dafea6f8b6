"""What is to be said: rows written in the transaction that causes them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import IntEnum

from sqlalchemy import func, insert, select, update

from feedbackbot.storage.pipeline.tables import content, outbox
from feedbackbot.storage.prepared import Deed, Prepared
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
class QueuedMessage:
    """An outbox row that is to be sent now. `body` is JSON of an Outgoing; for shared content it is the JSON of all its languages,
    and `language` is the reader's; for a `notice` it is the notice's fields until it is put into words. `attempts` counts this try
    too."""

    id: int
    address_id: int
    address: str
    lane: int
    kind: str
    body: str
    attempts: int = 1
    language: str = ""
    shared: bool = False
    subject: str | None = None
    gone: bool = False
    notice: str | None = None
    person_id: int = 0

    def ended(self, state: State, reason: str | None = None, message_ref: str | None = None) -> "SendOutcome":
        return SendOutcome(self.id, state, message_ref, reason, attempts=self.attempts)

    def next_try(self) -> "QueuedMessage":
        return replace(self, attempts=self.attempts + 1)


@dataclass(frozen=True, slots=True)
class SendOutcome:
    """What became of a row after so many `attempts`. For WAITING `due_at` says when it is tried again. `keeps_words`: of a message that was
    accepted and may yet fail, so that it could be sent again."""

    id: int
    state: State
    message_ref: str | None = None
    reason: str | None = None
    due_at: datetime | None = None
    attempts: int = 1
    keeps_words: bool = False


_ADD_REPLY = Prepared(
    insert(outbox)
    .values(lane=int(Lane.REPLY), kind=REPLY_KIND, state=int(State.UNDER_WAY), attempts=1)
    .returning(outbox.c.id),
    columns=("channel", "address_id", "body", "due_at", "owner"),
)


def add_reply(
    tx: Transaction,
    *,
    channel: str,
    address_id: int,
    where: str,
    body: str,
    owner: str,
    language: str = "",
    beside: Sequence[Deed] = (),
) -> QueuedMessage:
    """A reply that the calling process sends itself right after the commit; others take it over only if that process dies. `beside`:
    what is done in the same way over the network."""
    values = {"channel": channel, "address_id": address_id, "body": body, "due_at": tx.now, "owner": owner}
    row = _ADD_REPLY.first_beside(tx, values, beside)
    assert row is not None  # noqa: S101  an INSERT returns what it made
    return QueuedMessage(row[0], address_id, where, int(Lane.REPLY), REPLY_KIND, body, language=language)


def add_message(
    tx: Transaction,
    *,
    channel: str,
    address_id: int,
    lane: Lane,
    kind: str,
    body: str,
    notice: str | None = None,
    due_at: datetime | None = None,
    subject: str | None = None,
    once_key: str | None = None,
    planned_at: datetime | None = None,
    expires_at: datetime | None = None,
) -> bool:
    """A message that the delivery sends when it is due. With `once_key` it is added at most once; tells whether it was. `planned_at` and
    `expires_at` are what the contact policy asks for again when it is due."""
    tx.wakes_delivery = True
    row = {
        "channel": channel,
        "address_id": address_id,
        "lane": int(lane),
        "kind": kind,
        "body": body,
        "notice": notice,
        "state": int(State.WAITING),
        "due_at": due_at or tx.now,
        "subject": subject,
        "once_key": once_key,
        "planned_at": planned_at,
        "expires_at": expires_at,
    }
    statement = upsert(tx, outbox).values(**row).on_conflict_do_nothing(index_elements=["once_key"])
    return bool(tx.run(statement).rowcount)


def add_content(tx: Transaction, body: str) -> int:
    """Content that many rows share."""
    return int(
        tx.run(insert(content).values(body=body, created_at=tx.now).returning(content.c.id)).scalar_one()
    )


def readdress(tx: Transaction, row_id: int, address_id: int) -> None:
    """The person is reached at another address of the same chat service now."""
    tx.run(update(outbox).where(outbox.c.id == row_id).values(address_id=address_id))


def hand_over(tx: Transaction, row_id: int, channel: str, address_id: int) -> None:
    """The person writes on another chat service now: the sender of that one takes the row."""
    tx.wakes_delivery = True
    place = {"channel": channel, "address_id": address_id, "state": int(State.WAITING)}
    tx.run(update(outbox).where(outbox.c.id == row_id).values(**place, owner=None, started_at=None))


def due_by_lane(tx: Transaction) -> dict[Lane, tuple[int, datetime]]:
    """How many messages are due and wait, and since when the longest."""
    due = (outbox.c.state == State.WAITING) & (outbox.c.due_at <= tx.now)
    statement = (
        select(outbox.c.lane, func.count().label("depth"), func.min(outbox.c.due_at).label("since"))
        .where(due)
        .group_by(outbox.c.lane)
    )
    return {Lane(row.lane): (row.depth, row.since) for row in tx.run(statement)}
