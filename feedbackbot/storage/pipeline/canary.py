"""Whether the secret key is the one that this database was made with: another would tie nobody to anything any more."""

import hashlib
import hmac

from sqlalchemy import select

from feedbackbot.errors import SettingsError
from feedbackbot.settings import PREFIX
from feedbackbot.storage.pipeline.operation_tables import installation
from feedbackbot.storage.transaction import Transaction, upsert

_NAME = "secret-key"


def key_matches(tx: Transaction) -> bool:
    """True also for a database that was not yet told its key."""
    kept = tx.run(select(installation.c.value).where(installation.c.name == _NAME)).scalar_one_or_none()
    return kept is None or hmac.compare_digest(kept, _canary(tx))


def check_key(tx: Transaction) -> None:
    """Raises SettingsError for another key."""
    if not key_matches(tx):
        raise SettingsError(
            f"{PREFIX}SECRET_KEY is not the key that this database was made with: put the old one back, nothing was changed"
        )


def keep_canary(tx: Transaction) -> None:
    """The first key is the right one. Raises SettingsError for any other later."""
    check_key(tx)
    tx.run(upsert(tx, installation).values(name=_NAME, value=_canary(tx)).on_conflict_do_nothing())


def _canary(tx: Transaction) -> str:
    return hmac.new(tx.settings.require_key(), b"canary", hashlib.sha256).hexdigest()
