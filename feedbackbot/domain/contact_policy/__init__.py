"""One decision for everything the city starts: send it now, wait, or let it go."""

from feedbackbot.domain.contact_policy.decision import (
    SEND,
    ContactPolicy,
    Contacts,
    Decision,
    Drop,
    HoldReason,
    Send,
    Wait,
)
from feedbackbot.domain.contact_policy.kinds import RULES, Cap, Kind, KindRule, Subscription

__all__ = [
    "RULES",
    "SEND",
    "Cap",
    "ContactPolicy",
    "Contacts",
    "Decision",
    "Drop",
    "HoldReason",
    "Kind",
    "KindRule",
    "Send",
    "Subscription",
    "Wait",
]
