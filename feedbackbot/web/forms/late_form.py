"""A form that was open too long is shown again for the same visit."""

from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.forms.rate_on_page import RatedPlace
from feedbackbot.usecases.visits.receipts import is_good, open_receipt
from feedbackbot.web.forms.page_token import PageToken, old_page_token, page_token


def late_token(tx: Transaction, place: RatedPlace, token: str, voter: str) -> str:
    """A new token for what the old one was about, with its receipt while that is good; "" for a browser that keeps no cookie."""
    key = tx.settings.require_key()
    return (
        page_token(key, _about(tx, place, old_page_token(key, token, voter)), voter, tx.now) if voter else ""
    )


def _about(tx: Transaction, place: RatedPlace, late: PageToken | None) -> PageToken:
    plain = PageToken(place.unit.id, place.counter.code if place.counter else "")
    if late is None or late.unit_id != place.unit.id or not late.receipt:
        return plain
    visit = open_receipt(tx, late.receipt)
    return late if visit is not None and is_good(tx, visit) else plain
