"""Certificates of trainings elsewhere: an employee sends one, an admin books its JP or says why not."""

from typing import Final

from conversations import entry_points as to
from conversations.sertifikat.deciding import DECIDING_STEPS, enter
from conversations.sertifikat.memory import Certificate
from conversations.sertifikat.notices import EXTERNAL_NOTICES
from conversations.sertifikat.sending import SENDING_STEPS, start
from feedbackbot.dialogue.conversation import Command, Conversation, Entry
from feedbackbot.domain.people.roles import ADMINS, EMPLOYEE

CONVERSATION: Final = Conversation(
    "sertifikat",
    start,
    (*SENDING_STEPS, *DECIDING_STEPS),
    data=Certificate,
    drafts=("title", "organiser", "number"),
    commands=(Command("sertifikat", roles=frozenset({EMPLOYEE}), aliases=("certificates",)),),
    entries=(Entry(to.EXTERNAL, enter, ADMINS),),
    notices=EXTERNAL_NOTICES,
)
