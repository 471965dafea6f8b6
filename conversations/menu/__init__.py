"""Home: what waits for somebody today and what else there is to do, for each role its own."""

from typing import Final

from conversations import entry_points as to
from conversations.menu.homes import HOME_STEPS, enter, open_letters, start
from conversations.menu.memory import HomeMemory
from feedbackbot.dialogue.conversation import Conversation, Entry

CONVERSATION: Final = Conversation(
    "menu",
    start,
    HOME_STEPS,
    data=HomeMemory,
    entries=(Entry(to.MENU, enter, by_link=start), Entry(to.OPEN_LETTERS, open_letters)),
)
