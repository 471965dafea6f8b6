"""A course in the chat: one lesson at a time, then its quiz."""

from typing import Final

from conversations import entry_points as to
from conversations.belajar.lessons import LESSON_STEPS, enter_course, start
from conversations.belajar.memory import Studying
from conversations.belajar.quiz import QUIZ_STEPS
from feedbackbot.dialogue.conversation import Command, Conversation, Entry

CONVERSATION: Final = Conversation(
    "belajar",
    start,
    (*LESSON_STEPS, *QUIZ_STEPS),
    data=Studying,
    commands=(Command("belajar", roles=frozenset({"employee"}), aliases=("learn",)),),
    entries=(Entry(to.LEARN, enter_course, frozenset({"citizen", "employee"})),),
)
