"""Somebody tells the inspectorate alone of bribery and the like: no name, no list, and a way back by code and PIN."""

from typing import Final

from conversations import entry_points as to
from conversations.wbs.coming_back import BACK_STEPS
from conversations.wbs.memory import TipDraft
from conversations.wbs.telling import TELL_STEPS, enter, start
from feedbackbot.dialogue.conversation import Command, Conversation, Entry

CONVERSATION: Final = Conversation(
    "wbs",
    start,
    (*TELL_STEPS, *BACK_STEPS),
    data=TipDraft,
    commands=(Command("wbs", aliases=("integritas",)),),
    entries=(Entry(to.TIP, enter, by_link=enter),),
)
