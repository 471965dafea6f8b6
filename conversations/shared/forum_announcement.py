"""What a broadcast says of a topic of the forum, before its admin changes it."""

from typing import Any

from feedbackbot.dialogue.chat import Chat
from feedbackbot.domain.message_text import plain
from feedbackbot.usecases.forum.open_topic import steered_topic
from feedbackbot.wording.forum.files import topic_page


async def announcement(chat: Chat[Any], topic_id: int) -> str:
    """Raises FeedbackbotError for a topic that is not this person's to announce."""
    topic = await chat.run(steered_topic, chat.contact.person_id, topic_id)
    until = topic.course.closed_at or topic.course.closes_at
    lines = [chat.t("forum-announce", question=topic.question, until=until), chat.t("forum-announce-where")]
    return plain("\n".join(filter(None, (*lines, topic_page(chat.tx, topic_id)))))
