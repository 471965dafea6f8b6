"""After a low score: the officer's side, the citizen's side, and the second look."""

from typing import Final

from conversations import entry_points as to
from conversations.pulih.citizen import CITIZEN_STEPS, agree, enter_again, enter_reply
from conversations.pulih.memory import Recovery
from conversations.pulih.notices import TALK_NOTICES
from conversations.pulih.officer import OFFICER_STEPS, enter, start
from conversations.pulih.open_talk import ANSWER_STEP, open_questions
from conversations.pulih.replying import REPLY_STEP, take_reply
from feedbackbot.dialogue.conversation import Conversation, Entry
from feedbackbot.usecases.cases.staff import DESK_ROLES

CONVERSATION: Final = Conversation(
    "pulih",
    start,
    (*OFFICER_STEPS, *CITIZEN_STEPS, REPLY_STEP, ANSWER_STEP),
    data=Recovery,
    entries=(
        Entry(to.LOW_SCORE, enter, roles=DESK_ROLES),
        Entry(to.AGREE_TO_TALK, agree),
        Entry(to.TALK, enter_reply),
        Entry(to.RATE_AGAIN, enter_again),
    ),
    notices=TALK_NOTICES,
    take_reply=take_reply,
    open_questions=open_questions,
)
