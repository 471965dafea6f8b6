"""The forum for those who answer for it: check statements, close and hide, answer, say what was done."""

from typing import Final

from conversations import entry_points as to
from conversations.forum_moderasi.answering import ANSWERING_STEPS
from conversations.forum_moderasi.checking import CHECKING_STEPS
from conversations.forum_moderasi.memory import Steering
from conversations.forum_moderasi.steering import STEERING_STEPS, enter, start
from feedbackbot.dialogue.conversation import Command, Conversation, Entry
from feedbackbot.usecases.forum.open_topic import OPENERS

CONVERSATION: Final = Conversation(
    "forum_moderasi",
    start,
    (*STEERING_STEPS, *CHECKING_STEPS, *ANSWERING_STEPS),
    data=Steering,
    commands=(Command("forum_moderasi", roles=OPENERS),),
    entries=(Entry(to.STEER_FORUM, enter, OPENERS),),
)
