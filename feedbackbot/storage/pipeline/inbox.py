"""What arrived, kept before anybody is told that it was received."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any

from sqlalchemy import bindparam, func, literal_column, select, update

from feedbackbot.storage.pipeline.tables import inbox
from feedbackbot.storage.prepared import Deed, Prepared
from feedbackbot.storage.transaction import Transaction, insert_of

WAITING, DONE, DEAD = 0, 1, 2
# written out, not as a parameter: only so does a plan that PostgreSQL makes once for all values use the partial index
_IS_WAITING = inbox.c.state == literal_column(str(WAITING))


@dataclass(frozen=True, slots=True)
class Arrival:
    """One raw update. `update_key` is unique within the channel; `chat` is the address it belongs to ("" for none), within which
    `position` orders. `broken`: nobody can read it."""

    channel: str
    update_key: str
    chat: str
    position: int
    body: str
    broken: bool = False


@cache
def _keeping(on_postgresql: bool) -> Any:
    return (
        insert_of(inbox, on_postgresql=on_postgresql)
        .on_conflict_do_nothing(index_elements=["channel", "update_key"])
        .returning(inbox.c.channel, inbox.c.update_key)
    )


def keep_arrivals(tx: Transaction, arrivals: Sequence[Arrival]) -> list[Arrival]:
    """Store what is new; returns it in order. Repeats are dropped by their key.

    An update of no chat has nobody to be answered and is done at once; a broken one is kept for whoever mends the fault.
    """
    if not arrivals:
        return []
    new = {
        tuple(row) for row in tx.run(_keeping(tx.on_postgresql), [_row(tx, arrival) for arrival in arrivals])
    }
    fresh = []
    for arrival in arrivals:
        key = (arrival.channel, arrival.update_key)
        if key in new:
            new.discard(key)  # twice in one batch
            fresh.append(arrival)
    return fresh


def _row(tx: Transaction, arrival: Arrival) -> dict[str, object]:
    state = DEAD if arrival.broken else WAITING if arrival.chat else DONE
    return {
        "channel": arrival.channel,
        "update_key": arrival.update_key,
        "chat": arrival.chat,
        "position": arrival.position,
        "body": arrival.body if state != DONE else "",
        "received_at": tx.now,
        "state": state,
    }


@dataclass(frozen=True, slots=True)
class WaitingUpdate:
    """The oldest update of a chat that has not been answered."""

    id: int
    body: str
    attempts: int


OLDEST = (
    select(inbox.c.id, inbox.c.body, inbox.c.attempts)
    .where(inbox.c.channel == bindparam("channel"), inbox.c.chat == bindparam("chat"), _IS_WAITING)
    .order_by(inbox.c.position, inbox.c.id)
    .limit(1)
)
_OLDEST = Prepared(OLDEST)


def oldest_waiting(tx: Transaction, channel: str, chat: str) -> WaitingUpdate | None:
    row = _OLDEST.first(tx, {"channel": channel, "chat": chat})
    return WaitingUpdate(*row) if row else None


def next_waiting(tx: Transaction, channel: str, chat: str, most: int) -> list[WaitingUpdate]:
    """The oldest updates of a chat that have not been answered, in order."""
    rows = tx.run(
        select(inbox.c.id, inbox.c.body, inbox.c.attempts)
        .where(inbox.c.channel == channel, inbox.c.chat == chat, _IS_WAITING)
        .order_by(inbox.c.position, inbox.c.id)
        .limit(most)
    )
    return [WaitingUpdate(row.id, row.body, row.attempts) for row in rows]


_FINISH = Prepared(update(inbox).where(inbox.c.id == bindparam("row")).values(state=DONE, body=""))


def finish(tx: Transaction, update_id: int) -> None:
    """Answered: nobody's words stay in the inbox."""
    _FINISH.run(tx, {"row": update_id})


def finished(update_id: int) -> Deed:
    """As `finish`, beside something else."""
    return _FINISH, {"row": update_id}


def count_failure(tx: Transaction, update_id: int, error: str, *, dead: bool) -> None:
    """One more try failed; a dead update is kept with its body for whoever mends the fault."""
    values = {"attempts": inbox.c.attempts + 1, "error": error[:200]} | ({"state": DEAD} if dead else {})
    tx.run(update(inbox).where(inbox.c.id == update_id).values(**values))


@dataclass(frozen=True, slots=True)
class WaitingChat:
    """A chat with `count` unanswered updates."""

    channel: str
    chat: str
    count: int


def chats_waiting(tx: Transaction, *, older_than: timedelta = timedelta()) -> list[WaitingChat]:
    """All chats with an update that has not been answered for that long, those who wait longest first."""
    rows = tx.run(
        select(inbox.c.channel, inbox.c.chat, func.count().label("updates"))
        .where(_IS_WAITING, inbox.c.received_at <= tx.now - older_than)
        .group_by(inbox.c.channel, inbox.c.chat)
        .order_by(func.min(inbox.c.id))
    )
    return [WaitingChat(row.channel, row.chat, row.updates) for row in rows]


def rename_chat(tx: Transaction, channel: str, old: str, new: str) -> None:
    """What waits for an answer waits under the new name."""
    tx.run(update(inbox).where(inbox.c.channel == channel, inbox.c.chat == old, _IS_WAITING).values(chat=new))
