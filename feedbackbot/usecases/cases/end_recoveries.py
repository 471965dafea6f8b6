"""A citizen no longer agrees to be asked."""

from feedbackbot.storage.cases.recovery_tables import low_score_alert
from feedbackbot.storage.cases.talks import alerts_of_person
from feedbackbot.storage.privacy.erasing import blank_recoveries
from feedbackbot.storage.transaction import Transaction


def end_recoveries(tx: Transaction, person_id: int) -> int:
    """What was written is erased, and nothing leads from the alerts to the person any more. Returns how many there were."""
    alerts = list(alerts_of_person(tx, person_id).values())
    return blank_recoveries(tx, low_score_alert.c.id.in_(alerts)) if alerts else 0
