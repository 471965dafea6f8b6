"""Write a statement, see what became of the own ones, object to a decision."""

from dataclasses import dataclass
from typing import Final

from feedbackbot.delivery.tell import tell
from feedbackbot.domain.calendar import city_day
from feedbackbot.domain.cases.words import shown_to_others
from feedbackbot.domain.forum.likeness import same_statement
from feedbackbot.domain.forum.notices import StatementsWait
from feedbackbot.domain.forum.rules import judge
from feedbackbot.domain.forum.statement import LONGEST, StatementState, as_kept
from feedbackbot.domain.people.roles import Role
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.forum.statements import (
    Statement,
    add_statement,
    change_statement,
    lock_statement,
    standing_words,
    statement_by_id,
    statements_of,
)
from feedbackbot.storage.forum.topics import Topic
from feedbackbot.storage.people.roles import holders
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.forum.voice import topic_for

__all__ = ["Statement", "statement_by_id"]

LONGEST_APPEAL: Final = 200


@dataclass(frozen=True, slots=True)
class Written:
    """`problem` is a key of the catalogue, "" where the statement waits for a moderator. `like` says the same already."""

    problem: str = ""
    like: Statement | None = None


def write_statement(tx: Transaction, who: str, topic_id: int, typed: str) -> Written:
    """Raises FeedbackbotError for a topic that is not there."""
    topic = topic_for(tx, topic_id)
    if not topic.course.takes_votes(tx.now):
        return Written("forum-closed-for-words")
    if len(typed) > 20 * LONGEST:
        return Written("forum-rule-too-long")
    words = as_kept(typed)
    ruling = judge(words)
    if ruling.objection is not None:
        return Written(f"forum-rule-{ruling.objection}")
    mine = statements_of(tx, who, topic_id)
    if len(mine) >= tx.settings.forum_statements_each:
        return Written("forum-rule-enough")
    like = same_statement(words, standing_words(tx, topic_id))
    if like is not None:
        return Written("forum-rule-like", statement_by_id(tx, like))
    add_statement(tx, topic_id, who, words, StatementState.WAITING, ", ".join(ruling.doubts)[:200])
    tell_moderators(tx, topic)
    return Written()


def tell_moderators(tx: Transaction, topic: Topic) -> None:
    """Once a day and topic."""
    for person_id in moderators_of(tx, topic):
        key = f"forum-waiting:{topic.id}:{person_id}:{city_day(tx.now).isoformat()}"
        tell(tx, person_id, StatementsWait(topic.id), subject=f"forum:{topic.id}", once_key=key)


def moderators_of(tx: Transaction, topic: Topic) -> list[int]:
    """Those of the unit; the programme's admins for the city, or where a unit has none."""
    own = []
    if topic.unit_id is not None:
        own = [one for role in (Role.UNIT_ADMIN, Role.HEAD) for one in holders(tx, role, topic.unit_id)]
    found = own or [one for role in (Role.PROGRAMME_ADMIN, Role.SUPERADMIN) for one in holders(tx, role)]
    return list(dict.fromkeys(found))


def own_statements(tx: Transaction, who: str, topic_id: int | None = None) -> list[Statement]:
    """The newest first."""
    return statements_of(tx, who, topic_id)


def object_to_decision(tx: Transaction, who: str, statement_id: int, typed: str) -> None:
    """Once; somebody else than who decided looks at it again. Raises FeedbackbotError where there is nothing to object to."""
    found = lock_statement(tx, statement_id)
    if found is None or found.author != who:
        raise FeedbackbotError("forum-statement-gone")
    if found.state not in (StatementState.REFUSED, StatementState.HIDDEN) or found.appeal:
        raise FeedbackbotError("forum-appeal-once")
    words = " ".join(shown_to_others(typed).split())[:LONGEST_APPEAL]
    if not words:
        raise FeedbackbotError("case-no-letters")
    change_statement(tx, statement_id, appeal=words, appealed=True)
    tell_moderators(tx, topic_for(tx, found.topic_id))
