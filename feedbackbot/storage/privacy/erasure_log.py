"""The log of erasures: keyed hashes of addresses, kept in the transaction that erases and copied to a file outside the database.

A restored backup still holds who was erased after it was made. The file tells who that is, to whoever has the secret key.
"""

import hashlib
import hmac
import secrets
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import insert, select

from feedbackbot.domain.calendar import city_day
from feedbackbot.storage.people.tables import address
from feedbackbot.storage.privacy.tables import erasure_log
from feedbackbot.storage.transaction import Transaction

_AT_ONCE = 500
# ids are given before the commit: on PostgreSQL a smaller one may appear after a larger one
_LATE_IDS = 1_000


@dataclass(frozen=True, slots=True)
class ErasedAddress:
    """One address of an erased person. `token` is of chance, `day` that of the erasing in the city."""

    token: str
    address_hash: str
    day: date


def address_hash(key: bytes, channel: str, where: str) -> str:
    """64 hexadecimal characters of HMAC-SHA256, for this log only: nothing else can be joined by it."""
    return hmac.new(key, f"erased:{channel}:{where}".encode(), hashlib.sha256).hexdigest()


def log_erasure(tx: Transaction, person_id: int) -> int:
    """To be called while the person still has all addresses; returns how many were put down."""
    key = tx.settings.require_key()
    rows = tx.run(select(address.c.channel, address.c.address).where(address.c.person_id == person_id)).all()
    for row in rows:
        put_down(
            tx,
            [
                ErasedAddress(
                    secrets.token_hex(16), address_hash(key, row.channel, row.address), city_day(tx.now)
                )
            ],
        )
    return len(rows)


def put_down(tx: Transaction, erased: Iterable[ErasedAddress]) -> None:
    """Into the table, as they are."""
    for one in erased:
        tx.run(insert(erasure_log).values(token=one.token, address_hash=one.address_hash, day=one.day))


def logged_after(tx: Transaction, newest_id: int) -> tuple[list[ErasedAddress], int]:
    """Erasures with a larger id, a few known ones among them; and the largest id."""
    statement = select(erasure_log).where(erasure_log.c.id > newest_id - _LATE_IDS)
    rows = tx.run(statement.order_by(erasure_log.c.id)).all()
    found = [ErasedAddress(row.token, row.address_hash, row.day) for row in rows]
    return found, max([newest_id, *(row.id for row in rows)])


def not_logged(tx: Transaction, erased: Collection[ErasedAddress]) -> list[ErasedAddress]:
    """Those that this database knows nothing of."""
    known = set(tx.run(select(erasure_log.c.token)).scalars())
    return [one for one in {each.token: each for each in erased}.values() if one.token not in known]


def addresses_of(tx: Transaction, erased: Collection[ErasedAddress]) -> dict[int, int]:
    """Who of them is still here: person's id → id of one of the addresses. Reads all addresses."""
    hashes, key = {one.address_hash for one in erased}, tx.settings.require_key()
    rows = tx.run(select(address.c.id, address.c.person_id, address.c.channel, address.c.address))
    return {row.person_id: row.id for row in rows if address_hash(key, row.channel, row.address) in hashes}


def oldest_kept(today: date, kept_days: int) -> date:
    """Erasures of earlier days are forgotten: no backup is that old."""
    return today - timedelta(days=kept_days)
