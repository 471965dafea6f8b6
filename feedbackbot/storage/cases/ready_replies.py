"""Answers that a unit gives often."""

from dataclasses import dataclass

from sqlalchemy import delete, insert, select

from feedbackbot.storage.cases.tables import ready_reply
from feedbackbot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class ReadyReply:
    id: int
    unit_id: int
    title: str
    words: str


_COLUMNS = select(ready_reply.c.id, ready_reply.c.unit_id, ready_reply.c.title, ready_reply.c.words)


def add_ready_reply(tx: Transaction, unit_id: int, title: str, words: str, author_id: int) -> int:
    values = {"unit_id": unit_id, "title": title, "words": words, "author_id": author_id, "at": tx.now}
    return int(tx.run(insert(ready_reply).values(**values).returning(ready_reply.c.id)).scalar_one())


def ready_replies(tx: Transaction, unit_id: int) -> list[ReadyReply]:
    """By their titles."""
    statement = _COLUMNS.where(ready_reply.c.unit_id == unit_id).order_by(
        ready_reply.c.title, ready_reply.c.id
    )
    return [ReadyReply(*tuple(row)) for row in tx.run(statement)]


def ready_reply_by_id(tx: Transaction, reply_id: int) -> ReadyReply | None:
    row = tx.run(_COLUMNS.where(ready_reply.c.id == reply_id)).one_or_none()
    return ReadyReply(*tuple(row)) if row else None


def drop_ready_reply(tx: Transaction, reply_id: int) -> None:
    tx.run(delete(ready_reply).where(ready_reply.c.id == reply_id))
