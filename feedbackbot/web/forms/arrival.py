"""What is known of a browser that opens the page: what it said before, and whether its receipt is good."""

from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.forms.rate_on_page import Begun, RatedPlace, begun
from feedbackbot.usecases.visits.receipts import is_good, open_receipt


def known_of(tx: Transaction, place: RatedPlace, voter: str, receipt: str) -> tuple[Begun, bool]:
    """`voter` and `receipt` are "" for a browser without."""
    visit = open_receipt(tx, receipt) if receipt else None
    good = visit is not None and visit.unit_id == place.unit.id and is_good(tx, visit)
    return begun(tx, voter, place.unit.id), good
