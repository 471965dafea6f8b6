"""Keys of units' applications."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, update

from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.tables import unit
from feedbackbot.storage.visits.tables import api_key


@dataclass(frozen=True, slots=True)
class ApiKey:
    """In force. `share`: of a hundred visits so many are invited."""

    id: int
    unit_id: int
    unit_code: str
    ending: str
    share: int
    made_at: datetime


_FOUND = (
    select(api_key.c.id, api_key.c.unit_id, unit.c.code, api_key.c.ending, api_key.c.share, api_key.c.made_at)
    .join(unit, unit.c.id == api_key.c.unit_id)
    .where(api_key.c.withdrawn_at.is_(None))
    .order_by(api_key.c.id)
)


def add_api_key(tx: Transaction, unit_id: int, hashed: str, ending: str, share: int) -> int:
    row = {"unit_id": unit_id, "hash": hashed, "ending": ending, "share": share, "made_at": tx.now}
    return int(tx.run(insert(api_key).returning(api_key.c.id), row).scalar_one())


def api_key_by_hash(tx: Transaction, hashed: str) -> ApiKey | None:
    """None also for one that was withdrawn."""
    row = tx.run(_FOUND.where(api_key.c.hash == hashed)).one_or_none()
    return ApiKey(*tuple(row)) if row else None


def api_keys_of(tx: Transaction, unit_id: int) -> list[ApiKey]:
    return [ApiKey(*tuple(row)) for row in tx.run(_FOUND.where(api_key.c.unit_id == unit_id))]


def withdraw_api_key(tx: Transaction, unit_id: int, key_id: int) -> bool:
    """False where the unit has no such key in force."""
    mine = (api_key.c.id == key_id) & (api_key.c.unit_id == unit_id) & api_key.c.withdrawn_at.is_(None)
    return bool(tx.run(update(api_key).where(mine).values(withdrawn_at=tx.now)).rowcount)
