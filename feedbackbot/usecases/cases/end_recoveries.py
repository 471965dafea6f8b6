"""A citizen no longer agrees to be asked."""

from feedbackbot.storage.cases.blanking import blank_recoveries_of
from feedbackbot.storage.cases.talks import alerts_of_person
from feedbackbot.storage.transaction import Transaction


def end_recoveries(tx: Transaction, person_id: int) -> int:
    """What was written is erased, and nothing leads from the alerts to the person any more. Returns how many there were."""
    alerts = list(alerts_of_person(tx, person_id).values())
    return blank_recoveries_of(tx, alerts)
