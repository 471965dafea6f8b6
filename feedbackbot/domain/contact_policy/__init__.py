"""One decision for everything the city starts: send it now, wait, or let it go."""

from feedbackbot.domain.contact_policy.decision import (
    SEND,
    ContactPolicy,
    Contacts,
    Decision,
    Drop,
    Reason,
    Send,
    Wait,
)
from feedbackbot.domain.contact_policy.kinds import RULES, Cap, Kind, KindRule, Topic

__all__ = [
    "RULES",
    "SEND",
    "Cap",
    "ContactPolicy",
    "Contacts",
    "Decision",
    "Drop",
    "Kind",
    "KindRule",
    "Reason",
    "Send",
    "Topic",
    "Wait",
]
