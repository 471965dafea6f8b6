"""What is said when a rating is left half-way."""

from conversations import entry_points as to
from conversations.nilai.memory import Rating
from conversations.shared.doors import menu_door
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.message import Choice, Message


async def keep_answers(chat: Chat[Rating]) -> Message | None:
    """Every answer is stored already; only say so, and how to go on."""
    data = chat.data
    if data.counts or not data.response_id:
        return None
    go_on = Choice(str(data.unit_id), chat.t("rating-go-on"), opens=to.RESUME_RATING)
    return Message(
        chat.t("rating-left", unit=data.unit_name, done=len(data.answers)), (go_on, menu_door(chat))
    )
