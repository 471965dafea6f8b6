"""The forum for everybody: vote on short statements, add one, see what all agree on and what the city answers."""

from typing import Final

from conversations import entry_points as to
from conversations.forum.entering import ENTERING_STEPS, enter, start
from conversations.forum.memory import Forum
from conversations.forum.notices import FORUM_NOTICES
from conversations.forum.voting import VOTING_STEPS
from conversations.forum.writing import WRITING_STEPS
from feedbackbot.dialogue.conversation import Command, Conversation, Entry

CONVERSATION: Final = Conversation(
    "forum",
    start,
    (*ENTERING_STEPS, *VOTING_STEPS, *WRITING_STEPS),
    data=Forum,
    commands=(Command("forum"),),
    entries=(Entry(to.FORUM, enter, by_link=enter),),
    notices=FORUM_NOTICES,
)
