"""Give, withdraw and ask for a consent."""

from feedbackbot.domain.people.consents import WORDING_IN_FORCE, Purpose, holds
from feedbackbot.storage.people.consents import add_consent, newest_consent
from feedbackbot.storage.transaction import Transaction


def has_consent(tx: Transaction, person_id: int, purpose: Purpose) -> bool:
    """Whether the person agreed to the wording now in force and has not withdrawn."""
    newest = newest_consent(tx, person_id, purpose)
    return newest is not None and holds(purpose, newest.version, given=newest.given)


def give_consent(tx: Transaction, person_id: int, purpose: Purpose) -> None:
    """Recorded once: saying it again to the same wording adds nothing."""
    if not has_consent(tx, person_id, purpose):
        add_consent(tx, person_id, purpose, WORDING_IN_FORCE[purpose], given=True)


def withdraw_consent(tx: Transaction, person_id: int, purpose: Purpose) -> None:
    """Also records a refusal of who never agreed."""
    newest = newest_consent(tx, person_id, purpose)
    if newest is None or newest.given:
        add_consent(tx, person_id, purpose, WORDING_IN_FORCE[purpose], given=False)
