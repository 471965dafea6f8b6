"""One person, one voice, also where a chat leaves its person."""

from feedbackbot.storage.forum.topics import topic_by_id
from feedbackbot.storage.forum.votes import voices_of
from feedbackbot.storage.people.limits import Limit, keep_limit
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.forum.voice import elsewhere, forum_name


def keep_forum_voices(tx: Transaction, person_id: int, parted: int) -> None:
    """The chat of `parted` leaves the person, whose votes stay: topics in which there is one take no second from there."""
    for _, topic_id in voices_of(tx, forum_name(tx, person_id)):
        topic = topic_by_id(tx, topic_id)
        if topic is not None and topic.course.takes_votes(tx.now):
            keep_limit(tx, parted, Limit.ELSEWHERE, [(tx.now, topic.course.closes_at)], elsewhere(topic_id))
