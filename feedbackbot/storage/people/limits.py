"""Limits that hold on after somebody's data were erased: keyed hashes of the address, each until its window is over.

Without them, erasing would be a way to vote twice, to go on guessing codes, or to get rid of an officer's mark.
"""

import hmac
from collections.abc import Collection, Sequence
from datetime import datetime
from enum import StrEnum

from sqlalchemy import bindparam, insert, select

from feedbackbot.storage.people.tables import address, kept_limit
from feedbackbot.storage.prepared import ForEach, Prepared
from feedbackbot.storage.transaction import Transaction


class Limit(StrEnum):
    """What is limited."""

    VOICE = "voice"  # one rating a unit and period
    ELSEWHERE = "else"  # the same, in another chat of the same person by then
    GUESS = "guess"  # of codes
    CASE = "case"  # cases a day
    FLAG = "flag"  # an officer took a case for abuse
    TIP = "tip"  # tips a day


_PLACES = Prepared(
    select(address.c.channel, address.c.address).where(address.c.person_id == bindparam("who"))
)
_ANY_KEPT = ForEach(select(kept_limit.c.hash).where(kept_limit.c.until > bindparam("at")), kept_limit.c.hash)


def keep_limit(
    tx: Transaction,
    person_id: int,
    limit: Limit,
    moments: Collection[tuple[datetime, datetime]],
    subject: str = "",
) -> None:
    """Each moment is (when it happened, when it is forgotten), for every address of the person. `subject`: of what, "unit:3"."""
    rows = [
        {"limit": limit.value, "hash": name, "at": at, "until": until}
        for name in _names(tx, person_id, limit, subject)
        for at, until in moments
        if until > tx.now
    ]
    if rows:
        tx.run(insert(kept_limit), rows)


def kept_moments(
    tx: Transaction, person_id: int, limit: Limit, subject: str = ""
) -> list[tuple[datetime, datetime]]:
    """What still counts against the person from before an erasing: (when it happened, when it is forgotten), oldest first."""
    return _kept(tx, _names(tx, person_id, limit, subject))


def kept_until(tx: Transaction, person_id: int, limits: Collection[Limit], subject: str) -> datetime | None:
    """When the last of it is forgotten; None where nothing counts against the person."""
    places = _places(tx, person_id)
    kept = _kept(tx, [name for limit in limits for name in _hashes(tx, places, limit, subject)])
    return max((until for _, until in kept), default=None)


def _kept(tx: Transaction, names: list[str]) -> list[tuple[datetime, datetime]]:
    if not _ANY_KEPT.all(tx, {"at": tx.now}, names):  # nearly always so
        return []
    mine = kept_limit.c.hash.in_(names) & (kept_limit.c.until > tx.now)
    rows = tx.run(select(kept_limit.c.at, kept_limit.c.until).where(mine).order_by(kept_limit.c.at))
    return [(row.at, row.until) for row in rows]


def _names(tx: Transaction, person_id: int, limit: Limit, subject: str) -> list[str]:
    """One for each address; nothing else can be joined by it."""
    return _hashes(tx, _places(tx, person_id), limit, subject)


def _places(tx: Transaction, person_id: int) -> Sequence[Sequence[str]]:
    return _PLACES.all(tx, {"who": person_id})


def _hashes(tx: Transaction, places: Sequence[Sequence[str]], limit: Limit, subject: str) -> list[str]:
    key = tx.settings.require_key()
    return [
        hmac.digest(key, f"limit:{limit}:{subject}:{channel}:{where}".encode(), "sha256").hex()
        for channel, where in places
    ]
