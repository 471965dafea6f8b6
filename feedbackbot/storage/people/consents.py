"""What people have agreed to: append-only, the newest row of a purpose counts."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, insert, select

from feedbackbot.storage.people.tables import consent
from feedbackbot.storage.prepared import Prepared
from feedbackbot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Said:
    """What counts for one purpose."""

    version: int
    given: bool


@dataclass(frozen=True, slots=True)
class Consent:
    """What was said last about one purpose."""

    purpose: str
    version: int
    given: bool
    at: datetime


_OF_PERSON = (
    select(consent.c.purpose, consent.c.version, consent.c.given, consent.c.at)
    .where(consent.c.person_id == bindparam("person"))
    .order_by(consent.c.id)
)
_NEWEST = Prepared(
    select(consent.c.version, consent.c.given)
    .where(consent.c.person_id == bindparam("person"), consent.c.purpose == bindparam("purpose"))
    .order_by(consent.c.id.desc())
    .limit(1)
)


def newest_consent(tx: Transaction, person_id: int, purpose: str) -> Said | None:
    row = _NEWEST.first(tx, {"person": person_id, "purpose": purpose})
    return Said(row[0], bool(row[1])) if row else None


def consent_history(tx: Transaction, person_id: int) -> list[Consent]:
    """Everything the person ever said, oldest first: the proof."""
    return [
        Consent(row.purpose, row.version, row.given, row.at)
        for row in tx.run(_OF_PERSON, {"person": person_id})
    ]


def add_consent(tx: Transaction, person_id: int, purpose: str, version: int, *, given: bool) -> None:
    tx.run(
        insert(consent),
        {"person_id": person_id, "purpose": purpose, "version": version, "given": given, "at": tx.now},
    )
