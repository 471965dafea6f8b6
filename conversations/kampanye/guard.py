"""Each step is for the programme's admins only, also when the role is taken away in the middle."""

from functools import wraps
from typing import Any

from conversations.shared.doors import menu_door
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Answer, Done, Take, Transition
from feedbackbot.dialogue.message import Message
from feedbackbot.usecases.campaigns.authority import CAMPAIGNERS


def for_campaigners(take: Take) -> Take:
    """The handler, for whoever still has the role."""

    @wraps(take)
    async def guarded(chat: Chat[Any], answer: Answer) -> Transition:
        if not chat.roles & CAMPAIGNERS:
            return Done(Message(chat.t("campaign-only-admins"), (menu_door(chat),)))
        return await take(chat, answer)

    return guarded
