"""Moderate: a person looks at each statement before others see it, never at an own one; an appeal is for somebody else."""

from dataclasses import dataclass

from feedbackbot.domain.forum.statement import Reason, StatementState
from feedbackbot.errors import FeedbackbotError, StateChanged
from feedbackbot.storage.forum.statements import (
    Statement,
    change_statement,
    lock_statement,
    shown_statements,
    waiting_statements,
)
from feedbackbot.storage.forum.topics import Topic, topic_by_id
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.forum.open_topic import steered_topic, steered_units
from feedbackbot.usecases.forum.voice import forum_name

__all__ = ["Reason", "Statement", "StatementState", "Topic"]


@dataclass(frozen=True, slots=True)
class ToModerate:
    """The next one; `left` others wait behind it."""

    topic: Topic
    statement: Statement
    left: int


def next_to_moderate(tx: Transaction, person_id: int, after: int = 0) -> ToModerate | None:
    """The oldest behind `after` that this person may decide; from the beginning again where none is behind it."""
    open_ones = _to_decide(tx, person_id)
    if not open_ones:
        return None
    found = next((one for one in open_ones if one.id > after), open_ones[0])
    topic = topic_by_id(tx, found.topic_id)
    return ToModerate(topic, found, len(open_ones) - 1) if topic is not None else None


def statements_to_moderate(tx: Transaction, person_id: int) -> list[int]:
    """Ids of those that wait for this person."""
    return [one.id for one in _to_decide(tx, person_id)]


def _to_decide(tx: Transaction, person_id: int) -> list[Statement]:
    waiting = waiting_statements(tx, steered_units(tx, person_id))
    return [one for one in waiting if _may_decide(tx, person_id, one)]


def decide(tx: Transaction, person_id: int, statement_id: int, reason: Reason | None) -> None:
    """Show it, or refuse it for this reason. Raises FeedbackbotError for what is not this person's to decide, StateChanged where somebody
    else has decided."""
    found = _held(tx, person_id, statement_id)
    if found.state is not StatementState.WAITING and not found.appealed:
        raise StateChanged("forum-decided-already")
    if not _may_decide(tx, person_id, found):
        raise FeedbackbotError(
            "forum-own-statement" if _is_own(tx, person_id, found) else "forum-appeal-other"
        )
    _settle(tx, person_id, found, StatementState.REFUSED if reason else StatementState.SHOWN, reason)


def hide_statement(tx: Transaction, person_id: int, statement_id: int, reason: Reason) -> None:
    """Take away what is shown. Raises as `decide` does."""
    found = _held(tx, person_id, statement_id)
    if found.state is not StatementState.SHOWN:
        raise StateChanged("forum-decided-already")
    if _is_own(tx, person_id, found):
        raise FeedbackbotError("forum-own-statement")
    _settle(tx, person_id, found, StatementState.HIDDEN, reason)


def statements_to_hide(tx: Transaction, person_id: int, topic_id: int) -> list[Statement]:
    """Those that are shown."""
    return shown_statements(tx, steered_topic(tx, person_id, topic_id).id)


def _settle(
    tx: Transaction, person_id: int, found: Statement, state: StatementState, reason: Reason | None
) -> None:
    change_statement(
        tx,
        found.id,
        state=state.value,
        reason=reason.value if reason else "",
        appealed=False,
        decided_at=tx.now,
        moderator_id=person_id,
        telling_id=None,
    )
    before = {"state": found.state.value}
    after = {"state": state.value, "reason": reason.value if reason else "", "appeal": found.appealed}
    record(
        tx, person_id, f"forum-statement-{state}", f"forum-statement:{found.id}", before=before, after=after
    )


def _held(tx: Transaction, person_id: int, statement_id: int) -> Statement:
    found = lock_statement(tx, statement_id)
    if found is None:
        raise FeedbackbotError("forum-statement-gone")
    steered_topic(tx, person_id, found.topic_id)
    return found


def _is_own(tx: Transaction, person_id: int, found: Statement) -> bool:
    return found.author is not None and found.author == forum_name(tx, person_id)


def _may_decide(tx: Transaction, person_id: int, found: Statement) -> bool:
    return not _is_own(tx, person_id, found) and not (found.appealed and found.moderator_id == person_id)
