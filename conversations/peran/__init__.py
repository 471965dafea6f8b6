"""Who may do what: roles given by a code that works once, and taken away."""

from typing import Final

from conversations.peran.accepting import ask_before_accepting, enter_code
from conversations.peran.giving import GIVING_STEPS, Offer, show, start_giving, withdraw
from feedbackbot.dialogue.conversation import Command, Conversation, Door
from feedbackbot.dialogue.message import Message
from feedbackbot.dialogue.notices import Say, Transaction, Translate
from feedbackbot.domain.people.notices import LeaveUnknown
from feedbackbot.domain.people.roles import ADMINS


def say_leave_unknown(_: Transaction, t: Translate, notice: LeaveUnknown) -> Message:
    return Message(t("leave-unknown", year=str(notice.year)))


CONVERSATION: Final = Conversation(
    "peran",
    show,
    GIVING_STEPS,
    data=Offer,
    commands=(Command("peran", roles=ADMINS, aliases=("roles",)),),
    doors=(Door("peran", start_giving, ADMINS), Door("cabut", withdraw, ADMINS)),
    notices=(Say(LeaveUnknown, say_leave_unknown),),
)

# unlisted, and to a wrong code it answers as an unknown command does
ACCEPTING: Final = Conversation(
    "admin",
    enter_code,
    commands=(Command("admin", listed=False, keeps_conversation=True),),
    doors=(Door("admin", enter_code, by_link=ask_before_accepting),),
)
