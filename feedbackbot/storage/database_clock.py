"""The clock that all processes of a database share: each machine's own may be wrong."""

from datetime import UTC, datetime
from typing import Final

from sqlalchemy import func, select, text

from feedbackbot.storage.prepared import Prepared
from feedbackbot.storage.transaction import Transaction

_ON_POSTGRESQL: Final = text("SELECT clock_timestamp()")
_ON_SQLITE: Final = Prepared(select(func.strftime("%Y-%m-%d %H:%M:%f", "now")))


def database_now(tx: Transaction) -> datetime:
    """The present moment as the database's server sees it, whatever `tx.now` says; on SQLite that of its machine. Aware, UTC."""
    if tx.on_postgresql:
        moment: datetime = tx.run(_ON_POSTGRESQL).scalar_one()
        return moment.astimezone(UTC)
    (now,) = _ON_SQLITE.first(tx, {}) or ("",)
    return datetime.fromisoformat(now).replace(tzinfo=UTC)
