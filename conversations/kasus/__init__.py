"""The officers' desk: what lies there, one case after the other, and writing to its citizen without knowing who it is."""

from typing import Final

from conversations import entry_points as to
from conversations.kasus.desk import DESK_STEPS, enter
from conversations.kasus.handing import HANDING_STEPS
from conversations.kasus.lapor import LAPOR_STEP
from conversations.kasus.memory import DeskMemory
from conversations.kasus.notices import DESK_NOTICES
from conversations.kasus.one_case import CASE_STEPS
from conversations.kasus.replying import REPLY_STEP, take_reply
from conversations.kasus.seldom import SELDOM_STEPS
from conversations.kasus.which_case import WHICH_STEP, start_with_words
from conversations.kasus.writing import WRITING_STEPS
from feedbackbot.dialogue.conversation import Command, Conversation, Entry
from feedbackbot.usecases.cases.staff import DESK_ROLES

CONVERSATION: Final = Conversation(
    "kasus",
    start_with_words,
    (
        *DESK_STEPS,
        *CASE_STEPS,
        *WRITING_STEPS,
        *HANDING_STEPS,
        *SELDOM_STEPS,
        LAPOR_STEP,
        WHICH_STEP,
        REPLY_STEP,
    ),
    data=DeskMemory,
    commands=(Command("kasus", roles=DESK_ROLES, aliases=("cases",)),),
    entries=(Entry(to.DESK, enter, roles=DESK_ROLES),),
    notices=DESK_NOTICES,
    take_reply=take_reply,
)
