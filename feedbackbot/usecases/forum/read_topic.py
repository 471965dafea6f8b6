"""A topic as everybody may read it, from the stored result: nothing of it below the floor of voters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from feedbackbot.domain.forum.result import ForumResult
from feedbackbot.domain.forum.topic import Stage
from feedbackbot.storage.forum.results import result_of
from feedbackbot.storage.forum.statements import shown_statements
from feedbackbot.storage.forum.topics import Topic, topics_begun
from feedbackbot.storage.forum.votes import count_doubtful, count_voters
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.forum.voice import topic_for

__all__ = ["Stage", "Topic"]


@dataclass(frozen=True, slots=True)
class TopicView:
    """`result` is None while too few have voted or nothing is computed yet; `words` of the shown statements. A statement that was hidden
    since is in no list."""

    topic: Topic
    stage: Stage
    voters: int
    doubtful: int
    least: int
    words: Mapping[int, str]
    result: ForumResult | None
    at: datetime | None


def topic_view(tx: Transaction, topic_id: int) -> TopicView:
    """Raises FeedbackbotError for a topic that is not there."""
    topic = topic_for(tx, topic_id)
    voters, least = count_voters(tx, topic_id), tx.settings.forum_least_voters
    kept = result_of(tx, topic_id) if voters >= least else None
    shown = kept is not None and kept[0].voters >= least
    return TopicView(
        topic,
        topic.stage(tx.now),
        voters,
        count_doubtful(tx, topic_id),
        least,
        {one.id: one.words for one in shown_statements(tx, topic_id)},
        kept[0] if kept and shown else None,
        kept[1] if kept and shown else None,
    )


def public_topics(tx: Transaction) -> Sequence[tuple[Topic, Stage]]:
    """The newest first."""
    return [(topic, topic.stage(tx.now)) for topic in topics_begun(tx)]
