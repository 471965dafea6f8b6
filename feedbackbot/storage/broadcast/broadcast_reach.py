"""How many of an audience a broadcast would reach, and why not the others: counted for whoever is about to send it."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, func, select

from feedbackbot.storage.broadcast.audiences import EVERYBODY, People
from feedbackbot.storage.people.tables import address, opt_out
from feedbackbot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Reach:
    """Of an audience of `people`, how many would get a row, and how many not, by reason."""

    people: int
    reachable: int
    left_out: dict[str, int]


def reach(tx: Transaction, audience: People, subscription: str | None) -> Reach:
    """`subscription`: whoever switched it off is left out. It reads indexes alone where nobody is gone: a city is counted in a moment."""
    total = _count(tx, audience)
    with_address = _count(tx, _live(audience))
    off = 0 if subscription is None else _count(tx, _live(audience).where(_switched_off(subscription)))
    # nobody is asked for a reason where everybody is reached
    left_out = _gone(tx, audience) if with_address < total else {}
    without = total - with_address - sum(left_out.values())
    left_out |= {name: count for name, count in (("no-address", without), ("opted-out", off)) if count}
    return Reach(total, with_address - off, left_out)


def _count(tx: Transaction, rows: People) -> int:
    return int(tx.run(select(func.count()).select_from(rows.subquery())).scalar_one())


def _live(audience: People) -> Select[tuple[int]]:
    """People of the audience who have an address that is not gone."""
    found = select(address.c.person_id).where(address.c.gone_at.is_(None)).distinct()
    # an address is always somebody's: asking for each whether its person exists would take most of the time
    return found if audience is EVERYBODY else found.where(address.c.person_id.in_(audience))


def _switched_off(subscription: str) -> ColumnElement[bool]:
    return address.c.person_id.in_(select(opt_out.c.person_id).where(opt_out.c.subscription == subscription))


def _gone(tx: Transaction, audience: People) -> dict[str, int]:
    """Why people without a live address cannot be reached, by the reason of their newest one."""
    other = address.alias()
    live = select(other.c.id).where(other.c.person_id == address.c.person_id, other.c.gone_at.is_(None))
    newest = (
        select(func.max(address.c.id))
        .where(address.c.gone_at.is_not(None), address.c.person_id.in_(audience), ~live.exists())
        .group_by(address.c.person_id)
    )
    rows = tx.run(
        select(func.coalesce(address.c.gone_reason, "gone").label("reason"), func.count().label("n"))
        .where(address.c.id.in_(newest))
        .group_by(address.c.gone_reason)
    )
    return {row.reason: row.n for row in rows}
