"""Employees of the registry, and whom a broadcast to them would reach."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import insert, select

from feedbackbot.storage.broadcast.audiences import people_of
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.tables import unit
from tests.broadcast.city import join
from tests.talk import Talk

NIPS = {
    "Fajar": "198001012005011001",
    "Nurul": "198502022010012002",
    "Hasan": "197903032004011003",
    "Lepas": "198804042012011004",  # no chat
}


async def employ(
    talk: Talk,
    name: str,
    *,
    at: str = "disdukcapil",
    rank: str = "III",
    kind: str = "pns",
    linked: bool = True,
) -> int:
    """An employee of the registry; the id."""
    person = (await (await join(talk, name)).contact()).person_id if linked else None

    def work(tx: Transaction) -> int:
        unit_id = tx.run(select(unit.c.id).where(unit.c.code == at)).scalar_one()
        row: dict[str, Any] = {
            "nip": NIPS[name], "kind": kind, "name": name, "unit_id": unit_id, "rank_group": rank, "active": True,
            "person_id": person, "created_at": tx.now, "changed_at": tx.now,
        }  # fmt: skip
        return int(tx.run(insert(employee).returning(employee.c.id), row).scalar_one())

    return await talk.work(work)


async def names(talk: Talk, code: str) -> Sequence[str]:
    """Who is in an audience."""
    wanted = select(employee.c.name).order_by(employee.c.name)
    return await talk.work(
        lambda tx: list(tx.run(wanted.where(employee.c.person_id.in_(people_of(tx, code)))).scalars())
    )
