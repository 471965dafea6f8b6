"""Steer a topic: close it, hide it with a reason, answer it, say that the promise was kept; opened again where its day passes."""

from datetime import date, timedelta
from typing import Final

from feedbackbot.clock import city_zone
from feedbackbot.delivery.tell import tell
from feedbackbot.domain.cases.words import shown_to_others
from feedbackbot.domain.forum.notices import AnswerOwed
from feedbackbot.domain.forum.topic import LONGEST_ANSWER, Stage
from feedbackbot.domain.visible_text import letters_in
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.forum.tellings import add_telling
from feedbackbot.storage.forum.topics import (
    Topic,
    change_topic,
    topics_of_units,
    topics_overdue,
    topics_unanswered,
)
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import unit_by_id
from feedbackbot.usecases.forum.open_topic import steered_topic, steered_units
from feedbackbot.usecases.forum.write_statement import moderators_of

LONGEST_PROMISE: Final = timedelta(days=366)
_TOPICS_AT_ONCE: Final = 10
ANSWERED, KEPT, REOPENED = "answer", "kept", "reopened"


def topics_to_steer(tx: Transaction, person_id: int) -> list[Topic]:
    """The newest first."""
    return topics_of_units(tx, steered_units(tx, person_id))


def close_topic(tx: Transaction, person_id: int, topic_id: int) -> None:
    """Before its time. Raises FeedbackbotError where it takes no votes."""
    topic = steered_topic(tx, person_id, topic_id)
    if topic.stage(tx.now) not in (Stage.OPEN, Stage.COMING):
        raise FeedbackbotError("forum-closed-already")
    change_topic(tx, topic_id, closed_at=tx.now)
    record(tx, person_id, "forum-closed", f"forum:{topic_id}")


def hide_topic(tx: Transaction, person_id: int, topic_id: int, why: str) -> None:
    """Nobody sees it any more; the reason stands in the audit. Raises FeedbackbotError."""
    steered_topic(tx, person_id, topic_id)
    change_topic(tx, topic_id, hidden_at=tx.now, hidden_why=_words(why))
    record(tx, person_id, "forum-hidden", f"forum:{topic_id}", after={"why": _words(why)})


def answer_topic(
    tx: Transaction, person_id: int, topic_id: int, unit_id: int, words: str, due_on: date
) -> None:
    """The official answer; all who took part are told. Given again once the promise has passed. Raises FeedbackbotError while votes are
    taken, or for what is no promise."""
    topic = steered_topic(tx, person_id, topic_id)
    if topic.stage(tx.now) not in (Stage.OVER, Stage.REOPENED):
        raise FeedbackbotError("forum-answer-not-now")
    if unit_by_id(tx, unit_id) is None:
        raise FeedbackbotError("unit-gone")
    today = tx.now.astimezone(city_zone()).date()
    if not today < due_on <= today + LONGEST_PROMISE:
        raise FeedbackbotError("forum-due-range")
    change_topic(
        tx,
        topic_id,
        answer=_words(words),
        answer_unit_id=unit_id,
        due_on=due_on,
        answered_at=tx.now,
        reopened_at=None,
    )
    add_telling(tx, ANSWERED, topic_id)
    after = {"unit": unit_id, "due": due_on.isoformat(), "again": topic.stage(tx.now) is Stage.REOPENED}
    record(tx, person_id, "forum-answered", f"forum:{topic_id}", after=after)


def keep_promise(tx: Transaction, person_id: int, topic_id: int, words: str) -> None:
    """What was promised is done; all who took part are told. Raises FeedbackbotError where nothing was promised."""
    topic = steered_topic(tx, person_id, topic_id)
    if topic.stage(tx.now) not in (Stage.ANSWERED, Stage.REOPENED) or not topic.answer:
        raise FeedbackbotError("forum-nothing-promised")
    change_topic(tx, topic_id, kept_words=_words(words), kept_at=tx.now)
    add_telling(tx, KEPT, topic_id)
    record(tx, person_id, "forum-kept", f"forum:{topic_id}")


def reopen_overdue(tx: Transaction) -> dict[str, int]:
    """Promises whose day is over: an answer is owed again, and all who took part are told. Some at a time: call until it has none."""
    today = tx.now.astimezone(city_zone()).date()
    found = topics_overdue(tx, today, _TOPICS_AT_ONCE)
    for topic in found:
        change_topic(tx, topic.id, reopened_at=tx.now)
        add_telling(tx, REOPENED, topic.id)
        due = topic.course.due_on or today
        record(tx, None, "forum-reopened", f"forum:{topic.id}", after={"due": due.isoformat()})
        _owe(tx, topic, "reopened", due.isoformat())
    return {"reopened": len(found)}


async def ask_for_answers(runtime: Runtime) -> dict[str, int]:
    """Topics that are over and not answered: who answers for them is told once."""
    over = await runtime.read(topics_unanswered)
    told = await runtime.write_in_slices(
        over, _TOPICS_AT_ONCE, lambda tx, some: sum(_owe(tx, one, "over", "") for one in some)
    )
    return {"told": sum(told)}


def _owe(tx: Transaction, topic: Topic, why: str, which: str) -> int:
    told = 0
    for person_id in moderators_of(tx, topic):
        key = f"forum-owed:{topic.id}:{why}:{which}:{person_id}"
        told += tell(
            tx, person_id, AnswerOwed(topic.id, why), subject=f"forum:{topic.id}", once_key=key
        ).will_go
    return told


def _words(typed: str) -> str:
    """Raises FeedbackbotError where nothing is said, or too much."""
    words = shown_to_others(typed)
    if not letters_in(words):
        raise FeedbackbotError("case-no-letters")
    if len(words) > LONGEST_ANSWER:
        raise FeedbackbotError("follow-up-too-long", n=len(words), most=LONGEST_ANSWER)
    return words
