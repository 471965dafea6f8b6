"""Greetings, thanks, small talk: a word in return, and how to go on."""

import re
from typing import Final

from conversations import entry_points as to
from conversations.paham.memory import Words
from conversations.shared.doors import menu_door
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.understanding.aims import Aim

_SALAM: Final = re.compile(r"salam\w*alai?ku|alai?kum|\bass(lm)?\b|\baslm\b|\bsaleum|\bsalam\b")
"""A salam is answered with its own answer, another greeting is not."""


async def manners(chat: Chat[Words], aim: Aim) -> Message:
    """Who insults once more is shown the way out, in other words than the first time."""
    report, rate = (
        Choice("baru", chat.t("to-report"), opens=to.REPORT_CASE),
        Choice("baru", chat.t("menu-rate"), opens=to.RATE),
    )
    if aim is Aim.ABUSE:
        return Message(chat.t("manners-abuse", times=chat.data.insults), (report, menu_door(chat)))
    doors = (report, rate, menu_door(chat))
    salam = aim is Aim.GREETING and _SALAM.search(chat.data.text.casefold())
    return Message(chat.t("manners-greeting-salam" if salam else f"manners-{aim}"), doors)
