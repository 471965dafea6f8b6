"""What arrived, kept before anybody is told that it was received."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import bindparam, func, select, update

from feedbackbot.storage.tables.pipeline import inbox
from feedbackbot.storage.transaction import Transaction, upsert

WAITING, DONE, DEAD = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Arrival:
    """One raw update. `update_key` is unique within the channel; `chat` is the address it belongs to ("" for none), within which
    `position` orders."""

    channel: str
    update_key: str
    chat: str
    position: int
    body: str


def keep_arrivals(tx: Transaction, arrivals: list[Arrival]) -> list[Arrival]:
    """Store what is new; returns it in order. Repeats are dropped by their key."""
    statement = (
        upsert(tx, inbox)
        .values(
            channel=bindparam("channel"),
            update_key=bindparam("update_key"),
            chat=bindparam("chat"),
            position=bindparam("position"),
            body=bindparam("body"),
            received_at=tx.now,
            state=WAITING,
        )
        .on_conflict_do_nothing(index_elements=["channel", "update_key"])
    )
    fresh = []
    for arrival in arrivals:
        row = {
            "channel": arrival.channel,
            "update_key": arrival.update_key,
            "chat": arrival.chat,
            "position": arrival.position,
            "body": arrival.body,
        }
        if tx.run(statement, row).rowcount:
            fresh.append(arrival)
    return fresh


@dataclass(frozen=True, slots=True)
class WaitingUpdate:
    """The oldest update of a chat that has not been answered."""

    id: int
    body: str
    attempts: int


_OLDEST = (
    select(inbox.c.id, inbox.c.body, inbox.c.attempts)
    .where(
        inbox.c.channel == bindparam("channel"), inbox.c.chat == bindparam("chat"), inbox.c.state == WAITING
    )
    .order_by(inbox.c.position)
    .limit(1)
)


def oldest_waiting(tx: Transaction, channel: str, chat: str) -> WaitingUpdate | None:
    row = tx.run(_OLDEST, {"channel": channel, "chat": chat}).one_or_none()
    return WaitingUpdate(row.id, row.body, row.attempts) if row else None


_FINISH = (
    update(inbox).where(inbox.c.id == bindparam("row")).values(state=bindparam("to"), body=bindparam("rest"))
)


def finish(tx: Transaction, update_id: int) -> None:
    """Answered: nobody's words stay in the inbox."""
    tx.run(_FINISH, {"row": update_id, "to": DONE, "rest": ""})


def count_failure(tx: Transaction, update_id: int, error: str, *, dead: bool) -> None:
    """One more try failed; a dead update is kept with its body for whoever mends the fault."""
    values = {"attempts": inbox.c.attempts + 1, "error": error[:200]} | ({"state": DEAD} if dead else {})
    tx.run(update(inbox).where(inbox.c.id == update_id).values(**values))


def chats_waiting(tx: Transaction, *, older_than: timedelta = timedelta()) -> list[tuple[str, str]]:
    """(channel, chat) of all chats with an unanswered update, those who wait longest first."""
    rows = tx.run(
        select(inbox.c.channel, inbox.c.chat)
        .where(inbox.c.state == WAITING, inbox.c.received_at <= tx.now - older_than)
        .group_by(inbox.c.channel, inbox.c.chat)
        .order_by(func.min(inbox.c.id))
    )
    return [(row.channel, row.chat) for row in rows]
