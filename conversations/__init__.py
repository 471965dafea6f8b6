"""What is said: one file per conversation, each of them without knowledge of the chat service and of each other."""

from typing import Final

from conversations import audit, bahasa, hasil, langganan, menu, nilai, peran, privasi, siaran, siarkan
from feedbackbot.dialogue.conversation import Conversation

HOME: Final = "menu"
ALL: Final[tuple[Conversation, ...]] = (
    menu.CONVERSATION,
    nilai.CONVERSATION,
    hasil.CONVERSATION,
    bahasa.CONVERSATION,
    privasi.CONVERSATION,
    langganan.CONVERSATION,
    siarkan.CONVERSATION,
    siaran.CONVERSATION,
    peran.CONVERSATION,
    peran.ACCEPTING,
    audit.CONVERSATION,
)
