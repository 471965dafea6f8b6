"""Limits that hold on after somebody's data were erased: keyed hashes of the address, each until its window is over.

Without them, erasing would be a way to vote twice, to go on guessing codes, or to get rid of an officer's mark.
"""

import hashlib
import hmac
from collections.abc import Collection
from datetime import datetime
from enum import StrEnum

from sqlalchemy import insert, select

from feedbackbot.storage.people.tables import address, kept_limit
from feedbackbot.storage.transaction import Transaction


class Limit(StrEnum):
    """What is limited."""

    VOICE = "voice"  # one rating a unit and period
    ELSEWHERE = "else"  # the same, in another chat of the same person by then
    GUESS = "guess"  # of codes
    CASE = "case"  # cases a day
    FLAG = "flag"  # an officer took a case for abuse
    TIP = "tip"  # tips a day


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
    names = _names(tx, person_id, limit, subject)
    mine = kept_limit.c.hash.in_(names) & (kept_limit.c.until > tx.now)
    rows = tx.run(select(kept_limit.c.at, kept_limit.c.until).where(mine).order_by(kept_limit.c.at))
    return [(row.at, row.until) for row in rows]


def _names(tx: Transaction, person_id: int, limit: Limit, subject: str) -> list[str]:
    """One for each address; nothing else can be joined by it."""
    places = tx.run(select(address.c.channel, address.c.address).where(address.c.person_id == person_id))
    key = tx.settings.require_key()
    return [
        hmac.new(
            key, f"limit:{limit}:{subject}:{row.channel}:{row.address}".encode(), hashlib.sha256
        ).hexdigest()
        for row in places
    ]
