"""Statements and what became of them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, insert, or_, select, update

from feedbackbot.domain.forum.result import Counts
from feedbackbot.domain.forum.statement import Reason, StatementState
from feedbackbot.storage.forum.tables import forum_statement, forum_topic
from feedbackbot.storage.transaction import Transaction

_C = forum_statement.c
_UNTOLD = _C.decided_at.is_not(None) & _C.telling_id.is_(None) & _C.pseudonym.is_not(None)
_WAITS = or_(_C.state == StatementState.WAITING.value, _C.appealed)


@dataclass(frozen=True, slots=True)
class Statement:
    """`author` is a pseudonym, None for those of the city; `counts` are the votes of all."""

    id: int
    topic_id: int
    author: str | None
    words: str
    state: StatementState
    reason: Reason | None
    doubts: str
    moderator_id: int | None
    appeal: str
    appealed: bool
    decided_at: datetime | None
    counts: Counts


def add_statement(
    tx: Transaction, topic_id: int, author: str | None, words: str, state: StatementState, doubts: str = ""
) -> int:
    row = {
        "topic_id": topic_id,
        "pseudonym": author,
        "words": words,
        "state": state.value,
        "doubts": doubts,
        "added_at": tx.now.replace(minute=0, second=0, microsecond=0),
    }
    return int(tx.run(insert(forum_statement).values(**row).returning(_C.id)).scalar_one())


def statement_by_id(tx: Transaction, statement_id: int) -> Statement | None:
    found = _read(tx, _C.id == statement_id)
    return found[0] if found else None


def lock_statement(tx: Transaction, statement_id: int) -> Statement | None:
    """The same, held until the end: of two who decide in one moment the second sees what the first did."""
    tx.run(select(_C.id).where(_C.id == statement_id).with_for_update())
    return statement_by_id(tx, statement_id)


def shown_statements(tx: Transaction, topic_id: int) -> list[Statement]:
    return _read(tx, _C.topic_id == topic_id, _C.state == StatementState.SHOWN.value)


def standing_words(tx: Transaction, topic_id: int) -> dict[int, str]:
    """Of all that are shown or may be: what a new one must not repeat."""
    standing = _C.state.in_([StatementState.SHOWN.value, StatementState.WAITING.value])
    rows = tx.run(select(_C.id, _C.words).where(_C.topic_id == topic_id, standing).order_by(_C.state, _C.id))
    return {row.id: row.words for row in rows}


def vote_counts(tx: Transaction, topic_id: int) -> dict[int, int]:
    """How many have seen each shown statement."""
    shown = (_C.topic_id == topic_id) & (_C.state == StatementState.SHOWN.value)
    rows = tx.run(select(_C.id, _C.agree + _C.disagree + _C.passed).where(shown))
    return {number: int(count) for number, count in map(tuple, rows)}


def statements_of(tx: Transaction, author: str, topic_id: int | None = None) -> list[Statement]:
    """An author's own, the newest first."""
    of_topic = [] if topic_id is None else [_C.topic_id == topic_id]
    return _read(tx, _C.pseudonym == author, *of_topic)[::-1]


def waiting_statements(tx: Transaction, unit_ids: Collection[int] | None, most: int = 50) -> list[Statement]:
    """For a person to look at, appeals too, the oldest first; of these units' topics, None: of all."""
    return _read(tx, _WAITS, *_of_units(unit_ids), most=most)


def count_waiting(tx: Transaction, topic_id: int) -> int:
    counted = select(func.count()).select_from(forum_statement).where(_C.topic_id == topic_id, _WAITS)
    return int(tx.run(counted).scalar_one())


def change_statement(tx: Transaction, statement_id: int, **values: Any) -> None:
    tx.run(update(forum_statement).where(_C.id == statement_id).values(**values))


def are_untold(tx: Transaction) -> bool:
    """Whether something was decided whose author was not told."""
    return tx.run(select(_C.id).where(_UNTOLD).limit(1)).first() is not None


def begin_round(tx: Transaction, telling_id: int) -> None:
    """Everything decided whose author was not told goes into one round."""
    tx.run(update(forum_statement).where(_UNTOLD).values(telling_id=telling_id))


def of_round(tx: Transaction, telling_id: int, authors: Collection[str]) -> Sequence[Statement]:
    return _read(tx, _C.telling_id == telling_id, _C.pseudonym.in_(list(authors)))


def decided_in(tx: Transaction, topic_id: int) -> list[Statement]:
    """Of citizens, in the topic."""
    return _read(tx, _C.topic_id == topic_id, _C.decided_at.is_not(None), _C.pseudonym.is_not(None))


def _of_units(unit_ids: Collection[int] | None) -> list[ColumnElement[bool]]:
    if unit_ids is None:
        return []
    return [_C.topic_id.in_(select(forum_topic.c.id).where(forum_topic.c.unit_id.in_(unit_ids)))]


def _read(tx: Transaction, *conditions: ColumnElement[bool], most: int = 2_000) -> list[Statement]:
    rows = tx.run(select(forum_statement).where(*conditions).order_by(_C.id).limit(most))
    return [
        Statement(
            row.id,
            row.topic_id,
            row.pseudonym,
            row.words,
            StatementState(row.state),
            Reason(row.reason) if row.reason in set(Reason) else None,
            row.doubts,
            row.moderator_id,
            row.appeal,
            row.appealed,
            row.decided_at,
            Counts(row.agree, row.disagree, row.passed),
        )
        for row in rows
    ]
