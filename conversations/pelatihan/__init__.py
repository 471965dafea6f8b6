"""Staff browse trainings and answer invitations; admins change what is planned."""

from typing import Final

from conversations import entry_points as to
from conversations.pelatihan.answering import ANSWER_STEPS, Answering, enter_answer, enter_consent
from conversations.pelatihan.browsing import BROWSE_STEPS, enter_details, start
from conversations.pelatihan.managing import MANAGE_STEPS, enter_managing
from conversations.pelatihan.notices import NOTICES
from conversations.pelatihan.open_invitations import open_questions
from feedbackbot.dialogue.conversation import Command, Conversation, Entry
from feedbackbot.domain.people.roles import ADMINS, Role

CONVERSATION: Final = Conversation(
    "pelatihan",
    start,
    (*BROWSE_STEPS, *ANSWER_STEPS, *MANAGE_STEPS),
    data=Answering,
    commands=(Command("pelatihan", roles=frozenset({"employee"}) | ADMINS, aliases=("trainings",)),),
    entries=(
        Entry(to.TRAINING, enter_details, frozenset({"employee", Role.TRAINER.value}) | ADMINS),
        Entry(to.INVITATION, enter_answer),
        Entry(to.HEADS_CONSENT, enter_consent),
        Entry(to.MANAGE_TRAINING, enter_managing, ADMINS),
    ),
    notices=NOTICES,
    open_questions=open_questions,
)
