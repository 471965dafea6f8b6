"""The name under which somebody takes part: of the forum's own, the same over all chat services, no way back without the key."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from urllib.parse import quote

from feedbackbot.domain.forum.carried_voice import carry, name_in
from feedbackbot.domain.forum.topic import Audience
from feedbackbot.domain.survey.pseudonym import pseudonym
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.forum.topics import Topic, topic_by_id
from feedbackbot.storage.people.contacts import person_since
from feedbackbot.storage.people.limits import Limit, kept_moments
from feedbackbot.storage.staff.employees import employee_of
from feedbackbot.storage.transaction import Transaction

FORUM: Final = "forum"
_NAMES_OF_STATEMENTS: Final = "forum-statement"
_FRESH: Final = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Voice:
    """`fresh`: known for no longer than this visit. `doubts` are known beforehand, of a browser."""

    who: str
    channel: str
    fresh: bool = False
    doubts: str = ""


def forum_name(tx: Transaction, person_id: int) -> str:
    """Of a person."""
    return pseudonym(tx.settings.require_key(), FORUM, person_id)


def browser_name(tx: Transaction, voter: str) -> str:
    """Of a browser, by the number in its cookie; that of the person whose chat has led there."""
    return name_in(voter) or pseudonym(tx.settings.require_key(), FORUM, f"web:{voter}")


def page_link(tx: Transaction, person_id: int, topic_id: int) -> str:
    """The topic's page, with the voice of this chat; "" where the city has no address on the web."""
    base = tx.settings.public_url.rstrip("/")
    if not base:
        return ""
    token = carry(tx.settings.require_key(), topic_id, forum_name(tx, person_id), tx.now)
    return f"{base}/forum/{topic_id}/masuk?s={quote(token)}"


def statement_name(tx: Transaction, statement_id: int) -> str:
    """What a queued message calls a statement: its row names the reader, so it must not lead to the author's pseudonym."""
    return pseudonym(tx.settings.require_key(), _NAMES_OF_STATEMENTS, statement_id)


def elsewhere(topic_id: int) -> str:
    """What a limit calls a topic in which this chat has voted as another person's."""
    return f"forum:{topic_id}"


def voice_of(tx: Transaction, person_id: int, channel: str, topic_id: int) -> Voice:
    """Raises FeedbackbotError for a chat that was parted from somebody whose vote in the topic stands."""
    if kept_moments(tx, person_id, Limit.ELSEWHERE, elsewhere(topic_id)):
        raise FeedbackbotError("forum-voice-elsewhere")
    fresh = tx.now - person_since(tx, person_id) < _FRESH
    return Voice(forum_name(tx, person_id), channel, fresh=fresh)


def topic_for(tx: Transaction, topic_id: int) -> Topic:
    """Raises FeedbackbotError for one that is not there or hidden."""
    topic = topic_by_id(tx, topic_id)
    if topic is None or topic.course.hidden_at is not None or topic.course.opens_at > tx.now:
        raise FeedbackbotError("forum-gone")
    return topic


def may_take_part(tx: Transaction, person_id: int, topic: Topic) -> bool:
    """Staff topics are for whoever is linked to the registry."""
    return topic.audience is Audience.EVERYBODY or employee_of(tx, person_id) is not None
