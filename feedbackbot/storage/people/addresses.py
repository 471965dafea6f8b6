"""Where a person is reached, and what became of an address."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, case, select, update

from feedbackbot.domain.contact_policy.templates import WINDOW
from feedbackbot.storage.people.tables import address, person
from feedbackbot.storage.prepared import Prepared
from feedbackbot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a person is reached now, and in which language."""

    address_id: int
    channel: str
    address: str
    language: str


def rename_address(tx: Transaction, channel: str, old: str, new: str) -> bool:
    """The chat service calls the same account otherwise now. False where nobody is known by the old name, or somebody by the new one."""
    taken = select(address.c.id).where(address.c.channel == channel, address.c.address == new)
    if tx.run(taken).first() is not None:
        return False
    mine = (address.c.channel == channel, address.c.address == old)
    return bool(tx.run(update(address).where(*mine).values(address=new)).rowcount)


_HEARD = Prepared(
    update(address)
    .where(
        address.c.id == bindparam("where_to"),
        address.c.heard_at.is_(None) | (address.c.heard_at < bindparam("moment")),
    )
    .values(heard_at=bindparam("moment"))
)


def note_heard(tx: Transaction, address_id: int, at: datetime) -> bool:
    """The person wrote at that moment, by the chat service's own time; tells whether it is the latest so far."""
    return bool(_HEARD.run(tx, {"where_to": address_id, "moment": at}))


def mark_gone(tx: Transaction, address_id: int, reason: str) -> None:
    """Nothing is sent there until the person writes again."""
    tx.run(
        update(address)
        .where(address.c.id == address_id, address.c.gone_at.is_(None))
        .values(gone_at=tx.now, gone_reason=reason[:64])
    )


def is_shut(open_since: Any) -> ColumnElement[int]:
    """1 where somebody would have to knock, and be paid for it; where everything may be said comes before that."""
    return case((address.c.heard_at.is_(None) | (address.c.heard_at > open_since), 0), else_=1)


_REACH = Prepared(
    select(address.c.id, address.c.channel, address.c.address, person.c.language)
    .join(person)
    .where(address.c.person_id == bindparam("who"), address.c.gone_at.is_(None))
    .order_by(is_shut(bindparam("open_since")), address.c.id.desc())
    .limit(1)
)


def reach_at(tx: Transaction, address_id: int) -> Reach | None:
    """One certain address; None where it is gone."""
    columns = select(address.c.id, address.c.channel, address.c.address, person.c.language).join(person)
    row = tx.run(columns.where(address.c.id == address_id, address.c.gone_at.is_(None))).first()
    return None if row is None else Reach(row.id, row.channel, row.address, row.language)


def reach(tx: Transaction, person_id: int) -> Reach | None:
    """The newest live address of a person where everything may be said, else the newest; None where nothing reaches them."""
    row = _REACH.first(tx, {"who": person_id, "open_since": tx.now - WINDOW})
    return Reach(*row) if row is not None else None
