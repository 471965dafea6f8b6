"""A citizen sends a complaint, a wish or a question: asked only what is missing, shown before it goes."""

from typing import Final

from conversations import entry_points as to
from conversations.lapor.checking import CHECK_STEPS
from conversations.lapor.draft import CaseDraft
from conversations.lapor.entering import ENTRY_STEPS, enter, start
from conversations.lapor.filling import FILL_STEPS, takes_late_files, takes_the_story
from conversations.lapor.integrity import INTEGRITY_STEPS
from conversations.shared.doors import can_be_stopped
from feedbackbot.dialogue.conversation import Command, Conversation, Entry

CONVERSATION: Final = Conversation(
    "lapor",
    start,
    tuple(
        can_be_stopped(takes_late_files(takes_the_story(step)))
        for step in (*ENTRY_STEPS, *INTEGRITY_STEPS, *FILL_STEPS, *CHECK_STEPS)
    ),
    data=CaseDraft,
    drafts=("what", "happened", "place", "name"),
    commands=(Command("lapor", aliases=("report",)),),
    entries=(Entry(to.REPORT_CASE, enter, by_link=enter),),
)
