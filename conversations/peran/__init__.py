"""Who may do what: roles given by a code that works once, and taken away."""

from typing import Final

from conversations import entry_points as to
from conversations.peran.accepting import ask_before_accepting, enter_code
from conversations.peran.giving import GIVING_STEPS, Offer, show, withdraw
from conversations.peran.notices import ROLE_NOTICES
from feedbackbot.dialogue.conversation import Command, Conversation, Entry
from feedbackbot.domain.people.roles import ADMINS

CONVERSATION: Final = Conversation(
    "peran",
    show,
    GIVING_STEPS,
    data=Offer,
    commands=(Command("peran", roles=ADMINS, aliases=("roles",)),),
    entries=(Entry(to.ROLES, show, ADMINS), Entry(to.WITHDRAW_ROLE, withdraw, ADMINS)),
    notices=ROLE_NOTICES,
)

# unlisted, and to a wrong code it answers as an unknown command does
ACCEPTING: Final = Conversation(
    "admin",
    enter_code,
    commands=(Command("admin", listed=False, keeps_conversation=True),),
    entries=(Entry(to.ROLE_CODE, enter_code, by_link=ask_before_accepting),),
)
