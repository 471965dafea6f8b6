"""Rounds of messages to those who took part: since nothing leads from a voice to a person, everybody is looked at."""

from dataclasses import dataclass

from sqlalchemy import insert, select, update

from feedbackbot.storage.forum.tables import forum_telling
from feedbackbot.storage.transaction import Transaction

AUTHORS = "authors"
_C = forum_telling.c


@dataclass(frozen=True, slots=True)
class Telling:
    """`topic_id` is None for a round to authors."""

    id: int
    topic_id: int | None
    what: str
    told_up_to: int


def add_telling(tx: Transaction, what: str, topic_id: int | None = None) -> int:
    row = {"topic_id": topic_id, "what": what, "at": tx.now, "told_up_to": 0}
    return int(tx.run(insert(forum_telling).values(**row).returning(_C.id)).scalar_one())


def next_telling(tx: Transaction) -> Telling | None:
    """The oldest that is not over; locked, so that two schedulers take turns."""
    columns = select(_C.id, _C.topic_id, _C.what, _C.told_up_to).where(_C.told_up_to.is_not(None))
    row = tx.run(columns.order_by(_C.id).limit(1).with_for_update()).one_or_none()
    return Telling(*tuple(row)) if row else None


def authors_are_told(tx: Transaction) -> bool:
    """Whether such a round is under way."""
    under_way = select(_C.id).where(_C.what == AUTHORS, _C.told_up_to.is_not(None)).limit(1)
    return tx.run(under_way).first() is not None


def told_up_to(tx: Transaction, telling_id: int, person_id: int | None) -> None:
    tx.run(update(forum_telling).where(_C.id == telling_id).values(told_up_to=person_id))
