"""Campaigns belong to the programme's admins."""

from feedbackbot.domain.people.roles import ADMINS
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.campaigns.campaigns import Campaign, campaign_by_id, lock_campaign
from feedbackbot.storage.people.contacts import roles_of
from feedbackbot.storage.transaction import Transaction

CAMPAIGNERS = ADMINS
"""Roles that know /kampanye."""


def require_campaigner(tx: Transaction, person_id: int) -> None:
    """Raises FeedbackbotError where the role was taken away meanwhile."""
    if not roles_of(tx, person_id) & CAMPAIGNERS:
        raise FeedbackbotError("campaign-only-admins")


def the_campaign(tx: Transaction, person_id: int, campaign_id: int, *, lock: bool = False) -> Campaign:
    """For an admin. Raises FeedbackbotError for anybody else, and for a campaign that does not exist."""
    require_campaigner(tx, person_id)
    found = lock_campaign(tx, campaign_id) if lock else campaign_by_id(tx, campaign_id)
    if found is None:
        raise FeedbackbotError("campaign-unknown")
    return found
