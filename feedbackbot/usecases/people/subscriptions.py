"""What a person wants to hear of."""

from feedbackbot.domain.contact_policy import Subscription
from feedbackbot.domain.people.consents import MARKETING
from feedbackbot.storage.people.consents import add_consent, newest_consent
from feedbackbot.storage.pipeline.contact_history import opted_out, set_opt_out
from feedbackbot.storage.transaction import Transaction

_WORDING = 1


def subscriptions(tx: Transaction, person_id: int) -> dict[Subscription, bool]:
    """Every subscription, and whether the person hears of it."""
    off = opted_out(tx, person_id)
    return {subscription: subscription.value not in off for subscription in Subscription}


def subscribe(tx: Transaction, person_id: int, subscription: Subscription, *, on: bool) -> None:
    """Said twice changes nothing more."""
    set_opt_out(tx, person_id, subscription.value, off=not on)
    if subscription not in (Subscription.NEWS, Subscription.SUGGESTIONS):
        return
    newest = newest_consent(tx, person_id, MARKETING)
    if newest is None or newest.given is not on:
        add_consent(tx, person_id, MARKETING, _WORDING, given=on)
