"""How a topic becomes known: its link with a code, its poster, a broadcast that is written already."""

from typing import Any, Final

from conversations import entry_points as to
from conversations.forum_moderasi.memory import Steering
from conversations.shared.links import code_of, links_to
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.usecases.broadcast.authority import BROADCASTERS
from feedbackbot.wording.forum.files import topic_page, topic_payload, topic_poster

SIZES: Final = ("a4", "a5", "tenda")


def link_message(chat: Chat[Steering]) -> Message:
    """To be shared or printed: the chats' links with their codes, and the page's address."""
    number = chat.data.topic
    payload = topic_payload(number)
    link = links_to(chat, payload)
    text = "\n".join(filter(None, (chat.t("forum-link"), link, topic_page(chat.tx, number))))
    return Message(text, picture=code_of(chat, payload, f"forum-{number}.png") if link else None)


async def poster_message(chat: Chat[Steering], size: str) -> Message:
    """In this size, with buttons for the others."""
    number, language = chat.data.topic, chat.contact.language
    made = await chat.run(topic_poster, chat.contact.person_id, number, language, size)
    others = tuple(
        Choice(f"{number}.{one}", chat.t(f"poster-print-{one}"), opens=to.STEER_FORUM)
        for one in SIZES
        if one != size
    )
    return Message(chat.t("forum-poster-made"), others, document=made)


def broadcast_door(chat: Chat[Any], topic_id: int) -> tuple[Choice, ...]:
    """For those who may send broadcasts."""
    if not chat.roles & BROADCASTERS:
        return ()
    return (Choice(f"forum.{topic_id}", chat.t("forum-do-siarkan"), opens=to.WRITE_BROADCAST),)
