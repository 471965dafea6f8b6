"""Each step is for admins only, also when the role is taken away in the middle."""

from functools import wraps
from typing import Any

from conversations import entry_points as to
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Answer, Done, Take, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.usecases.broadcast.authority import BROADCASTERS


def for_admins(take: Take) -> Take:
    """The handler, for whoever still has a role that knows /siarkan."""

    @wraps(take)
    async def guarded(chat: Chat[Any], answer: Answer) -> Transition:
        if not chat.roles & BROADCASTERS:
            return no_longer(chat)
        return await take(chat, answer)

    return guarded


def no_longer(chat: Chat[Any]) -> Transition:
    home = Choice("menu", chat.t("to-menu"), opens=to.MENU)
    return Done(Message(chat.t("broadcast-no-longer-admin"), (home,)))
