"""The rota of a unit: one officer a weekday."""

from sqlalchemy import select

from feedbackbot.storage.cases.recovery_tables import duty
from feedbackbot.storage.transaction import Transaction, upsert


def on_duty(tx: Transaction, unit_id: int, weekday: int) -> int | None:
    """Person id; `weekday` from 1 (Monday)."""
    found = tx.run(select(duty.c.person_id).where(duty.c.unit_id == unit_id, duty.c.weekday == weekday))
    return found.scalar_one_or_none()


def rota_of(tx: Transaction, unit_id: int) -> dict[int, int]:
    """Person ids by weekday; days without anybody are left out."""
    rows = tx.run(select(duty.c.weekday, duty.c.person_id).where(duty.c.unit_id == unit_id))
    return {row.weekday: row.person_id for row in rows}


def set_duty(tx: Transaction, unit_id: int, weekday: int, person_id: int | None) -> None:
    """None: nobody in particular."""
    if person_id is None:
        tx.run(duty.delete().where(duty.c.unit_id == unit_id, duty.c.weekday == weekday))
        return
    values = {"unit_id": unit_id, "weekday": weekday, "person_id": person_id}
    statement = upsert(tx, duty).values(**values)
    tx.run(
        statement.on_conflict_do_update(index_elements=["unit_id", "weekday"], set_={"person_id": person_id})
    )
