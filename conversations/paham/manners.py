"""Greetings, thanks, small talk: a word in return, and how to go on."""

from conversations.paham.memory import Words
from conversations.shared.doors import menu_door
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.understanding.aims import Aim


async def manners(chat: Chat[Words], aim: Aim) -> Message:
    doors = (
        Choice("baru", chat.t("to-report"), door="lapor"),
        Choice("baru", chat.t("menu-rate"), door="nilai"),
        menu_door(chat),
    )
    return Message(chat.t(f"manners-{aim}"), doors)
