"""Topics: opened, steered, answered."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, insert, select, update

from feedbackbot.domain.forum.topic import Audience, Course, Stage
from feedbackbot.storage.forum.tables import forum_topic
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.tables import unit


@dataclass(frozen=True, slots=True)
class Topic:
    """`unit` is the short name of the unit asked about, "" for the whole city; so is `answer_unit` of the one that answers."""

    id: int
    unit_id: int | None
    unit: str
    question: str
    audience: Audience
    course: Course
    author_id: int | None
    improvement_id: int | None
    answer: str
    answer_unit: str
    kept_words: str
    hidden_why: str

    def stage(self, now: datetime) -> Stage:
        return self.course.stage(now)


_C = forum_topic.c
_ASKED, _ANSWERS = unit.alias("asked"), unit.alias("answers")
_TOPICS = (
    select(forum_topic, _ASKED.c.short_name.label("asked"), _ANSWERS.c.short_name.label("answers"))
    .outerjoin(_ASKED, _ASKED.c.id == _C.unit_id)
    .outerjoin(_ANSWERS, _ANSWERS.c.id == _C.answer_unit_id)
)


def add_topic(tx: Transaction, values: Mapping[str, Any]) -> int:
    row = {"created_at": tx.now, **values}
    return int(tx.run(insert(forum_topic).values(**row).returning(_C.id)).scalar_one())


def topic_by_id(tx: Transaction, topic_id: int) -> Topic | None:
    found = _read(tx, _C.id == topic_id)
    return found[0] if found else None


def open_topics(tx: Transaction, most: int = 20) -> list[Topic]:
    """Those that take votes now, the one that ends first before the others."""
    now = (_C.opens_at <= tx.now) & (_C.closes_at > tx.now)
    quiet = _C.closed_at.is_(None) & _C.hidden_at.is_(None) & _C.answered_at.is_(None)
    return _read(tx, now, quiet, most=most, order=_C.closes_at)


def topics_begun(tx: Transaction, most: int = 40) -> list[Topic]:
    """Open or over, not hidden, the newest first."""
    return _read(tx, _C.opens_at <= tx.now, _C.hidden_at.is_(None), most=most)


def topics_of_units(tx: Transaction, unit_ids: Collection[int] | None, most: int = 30) -> list[Topic]:
    """Of these units; None: all, and those of the whole city too."""
    return _read(tx, *([] if unit_ids is None else [_C.unit_id.in_(unit_ids)]), most=most)


def topics_unanswered(tx: Transaction) -> list[Topic]:
    """All that are over and were never answered."""
    over = _C.closed_at.is_not(None) | (_C.closes_at <= tx.now)
    silent = _C.answered_at.is_(None) & _C.kept_at.is_(None) & _C.hidden_at.is_(None)
    return _read(tx, over, silent, most=None)


def topics_overdue(tx: Transaction, today: date, most: int) -> list[Topic]:
    """The promised day is over and nobody said that it was done."""
    silent = _C.kept_at.is_(None) & _C.reopened_at.is_(None) & _C.hidden_at.is_(None)
    return _read(tx, _C.answered_at.is_not(None), silent, _C.due_on < today, most=most)


def change_topic(tx: Transaction, topic_id: int, **values: Any) -> None:
    tx.run(update(forum_topic).where(_C.id == topic_id).values(**values))


def _read(
    tx: Transaction, *conditions: ColumnElement[bool], most: int | None = 1, order: Any = None
) -> list[Topic]:
    statement = (
        _TOPICS.where(*conditions).order_by(_C.id.desc() if order is None else order, _C.id).limit(most)
    )
    return [_topic(row) for row in tx.run(statement)]


def _topic(row: Any) -> Topic:
    course = Course(
        row.opens_at,
        row.closes_at,
        row.closed_at,
        row.hidden_at,
        row.answered_at,
        row.due_on,
        row.kept_at,
        row.reopened_at,
    )
    return Topic(
        row.id,
        row.unit_id,
        row.asked or "",
        row.question,
        Audience(row.audience),
        course,
        row.author_id,
        row.improvement_id,
        row.answer,
        row.answers or "",
        row.kept_words,
        row.hidden_why,
    )
