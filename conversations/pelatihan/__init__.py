"""Staff browse trainings and answer invitations; admins change what is planned."""

from typing import Final

from conversations.pelatihan.answering import ANSWER_STEPS, Answering, enter_answer, enter_consent
from conversations.pelatihan.browsing import BROWSE_STEPS, enter_details, start
from conversations.pelatihan.managing import MANAGE_STEPS, enter_managing
from conversations.pelatihan.notices import NOTICES
from conversations.pelatihan.open_invitations import open_questions
from feedbackbot.dialogue.conversation import Command, Conversation, Door
from feedbackbot.domain.people.roles import ADMINS, Role

CONVERSATION: Final = Conversation(
    "pelatihan",
    start,
    (*BROWSE_STEPS, *ANSWER_STEPS, *MANAGE_STEPS),
    data=Answering,
    commands=(Command("pelatihan", roles=frozenset({"employee"}) | ADMINS, aliases=("trainings",)),),
    doors=(
        Door("pelatihan", enter_details, frozenset({"employee", Role.TRAINER.value}) | ADMINS),
        Door("undangan", enter_answer),
        Door("izin_atasan", enter_consent),
        Door("atur", enter_managing, ADMINS),
    ),
    notices=NOTICES,
    open_questions=open_questions,
)
