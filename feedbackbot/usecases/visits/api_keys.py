"""Keys by which a unit's own application tells of visits: made and withdrawn in the chat, shown once, kept hashed."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass

from feedbackbot.storage.people.audit import record
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.visits.api_keys import (
    ApiKey,
    add_api_key,
    api_key_by_hash,
    api_keys_of,
    withdraw_api_key,
)
from feedbackbot.usecases.reports.read_reports import readable_unit

__all__ = ["ApiKey", "api_keys_of"]

SHARES = (10, 25, 50, 100)
"""Of a hundred visits so many may be invited."""


@dataclass(frozen=True, slots=True)
class NewKey:
    """`text` is told once and never again."""

    text: str
    unit_name: str


def make_key(tx: Transaction, person_id: int, unit_id: int, share: int) -> NewKey:
    """Raises FeedbackbotError for a unit that is not this person's."""
    unit = readable_unit(tx, person_id, unit_id)
    if share not in SHARES:
        raise ValueError(f"a share is one of {SHARES}")
    text = f"skm_{secrets.token_urlsafe(24)}"
    key_id = add_api_key(tx, unit.id, _hashed(tx, text), text[-4:], share)
    record(tx, person_id, "api-key-made", f"api-key:{key_id}", after={"unit": unit.code, "share": share})
    return NewKey(text, unit.name)


def withdraw_key(tx: Transaction, person_id: int, unit_id: int, key_id: int) -> bool:
    """From this moment it opens nothing. False where there is none. Raises FeedbackbotError for a unit that is not this person's."""
    unit = readable_unit(tx, person_id, unit_id)
    gone = withdraw_api_key(tx, unit.id, key_id)
    if gone:
        record(tx, person_id, "api-key-withdrawn", f"api-key:{key_id}", before={"unit": unit.code})
    return gone


def key_of(tx: Transaction, text: str) -> ApiKey | None:
    """None for a text that is no key in force."""
    return api_key_by_hash(tx, _hashed(tx, text)) if text else None


def _hashed(tx: Transaction, text: str) -> str:
    return hmac.new(tx.settings.require_key(), f"api-key:{text}".encode(), hashlib.sha256).hexdigest()
