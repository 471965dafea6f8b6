"""An admin writes to many: audience, message, a look at it, and off it goes."""

from typing import Final

from conversations import entry_points as to
from conversations.siarkan.audience import AUDIENCE_STEPS, enter, start
from conversations.siarkan.memory import BroadcastDraft
from conversations.siarkan.message import MESSAGE_STEPS
from conversations.siarkan.notices import BROADCAST_NOTICES
from conversations.siarkan.review import REVIEW_STEPS
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Command, Conversation, Entry
from feedbackbot.dialogue.message import Message
from feedbackbot.usecases.broadcast.authority import BROADCASTERS


async def on_abandon(chat: Chat[BroadcastDraft]) -> Message | None:
    return Message(chat.t("broadcast-left")) if chat.data.broadcast_id else None


CONVERSATION: Final = Conversation(
    "siarkan",
    start,
    (*AUDIENCE_STEPS, *MESSAGE_STEPS, *REVIEW_STEPS),
    data=BroadcastDraft,
    commands=(Command("siarkan", roles=BROADCASTERS, aliases=("broadcast",)),),
    entries=(Entry(to.WRITE_BROADCAST, enter, BROADCASTERS),),
    notices=BROADCAST_NOTICES,
    on_abandon=on_abandon,
)
