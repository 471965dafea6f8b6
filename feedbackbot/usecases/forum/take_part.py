"""Take part: one statement at a time, one voice a person over all chat services, each vote in one short transaction."""

from dataclasses import dataclass
from enum import StrEnum

from feedbackbot.domain.forum.statement import StatementState
from feedbackbot.domain.forum.voting import Vote, next_statement
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.forum.statements import Statement, statement_by_id, vote_counts
from feedbackbot.storage.forum.topics import Topic, open_topics, topics_begun
from feedbackbot.storage.forum.votes import add_voter, keep_vote, seen_by, voter_id
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.forum.voice import Voice, may_take_part, topic_for

__all__ = ["Statement", "Topic", "Vote"]

_SHOWN = 8


class VoteOutcome(StrEnum):
    """What became of a vote."""

    KEPT = "kept"
    SAME = "same"  # it had been given already
    CLOSED = "closed"  # the topic ended meanwhile: it is not counted
    GONE = "gone"  # the statement was taken away meanwhile


@dataclass(frozen=True, slots=True)
class Ballot:
    """What a voter sees of a topic: `statement` comes next, None where all were seen; `seen` of `all`."""

    topic: Topic
    statement: Statement | None
    seen: int
    all: int


def topics_for(tx: Transaction, person_id: int) -> tuple[list[Topic], list[Topic]]:
    """Those that are open to this person, and the newest that are over."""
    open_now = [topic for topic in open_topics(tx) if may_take_part(tx, person_id, topic)]
    known = {topic.id for topic in open_now}
    over = [
        topic for topic in topics_begun(tx) if topic.id not in known and not topic.course.takes_votes(tx.now)
    ]
    return open_now[:_SHOWN], over[:_SHOWN]


def check_may_vote(tx: Transaction, person_id: int, topic_id: int) -> Topic:
    """Raises FeedbackbotError for whom the topic is not."""
    topic = topic_for(tx, topic_id)
    if not may_take_part(tx, person_id, topic):
        raise FeedbackbotError("forum-staff-only")
    return topic


def ballot_for(tx: Transaction, who: str, topic_id: int) -> Ballot:
    """Raises FeedbackbotError for a topic that is not there."""
    topic = topic_for(tx, topic_id)
    voter = voter_id(tx, topic_id, who) if who else None
    seen = seen_by(tx, voter) if voter is not None else {}
    counts = vote_counts(tx, topic_id)
    found = next_statement(counts, seen, who)
    statement = statement_by_id(tx, found) if found is not None else None
    return Ballot(topic, statement, len(counts.keys() & seen.keys()), len(counts))


def cast_vote(tx: Transaction, voice: Voice, topic_id: int, statement_id: int, vote: Vote) -> VoteOutcome:
    """Kept when this transaction is committed. Raises FeedbackbotError for a topic that is not there."""
    topic = topic_for(tx, topic_id)
    if not topic.course.takes_votes(tx.now):
        return VoteOutcome.CLOSED
    statement = statement_by_id(tx, statement_id)
    if statement is None or statement.topic_id != topic_id or statement.state is not StatementState.SHOWN:
        return VoteOutcome.GONE
    voter = voter_id(tx, topic_id, voice.who, lock=True)
    if voter is None:
        voter = add_voter(tx, topic_id, voice.who, voice.channel, fresh=voice.fresh, doubts=voice.doubts)
    return VoteOutcome.KEPT if keep_vote(tx, voter, statement_id, vote) else VoteOutcome.SAME
