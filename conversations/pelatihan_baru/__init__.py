"""A programme admin makes a training, question by question, and looks at it before it is in the catalogue."""

from typing import Final

from conversations.pelatihan_baru.memory import TrainingMemory
from conversations.pelatihan_baru.questions import QUESTION_STEPS, start
from conversations.pelatihan_baru.review import REVIEW_STEPS
from feedbackbot.dialogue.conversation import Command, Conversation
from feedbackbot.domain.people.roles import ADMINS

CONVERSATION: Final = Conversation(
    "pelatihan_baru",
    start,
    (*QUESTION_STEPS, *REVIEW_STEPS),
    data=TrainingMemory,
    commands=(Command("pelatihan_baru", roles=ADMINS, aliases=("new_training",)),),
)
