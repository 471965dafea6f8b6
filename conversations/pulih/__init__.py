"""After a low score: the officer's side, the citizen's side, and the second look."""

from typing import Final

from conversations.pulih.citizen import CITIZEN_STEPS, agree, enter_again, enter_reply
from conversations.pulih.memory import Recovery
from conversations.pulih.notices import AGAIN_DOOR, CITIZEN_DOOR, OFFICER_DOOR, TALK_NOTICES
from conversations.pulih.officer import OFFICER_STEPS, enter, start
from conversations.pulih.open_talk import ANSWER_STEP, open_questions
from conversations.pulih.replying import REPLY_STEP, take_reply
from feedbackbot.dialogue.conversation import Conversation, Door
from feedbackbot.usecases.cases.staff import DESK_ROLES

CONVERSATION: Final = Conversation(
    "pulih",
    start,
    (*OFFICER_STEPS, *CITIZEN_STEPS, REPLY_STEP, ANSWER_STEP),
    data=Recovery,
    doors=(
        Door(OFFICER_DOOR, enter, roles=DESK_ROLES),
        Door("bolehtanya", agree),
        Door(CITIZEN_DOOR, enter_reply),
        Door(AGAIN_DOOR, enter_again),
    ),
    notices=TALK_NOTICES,
    take_reply=take_reply,
    open_questions=open_questions,
)
