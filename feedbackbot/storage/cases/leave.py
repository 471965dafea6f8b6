"""Officers who are away for some days."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, select

from feedbackbot.storage.cases.tables import desk_leave
from feedbackbot.storage.transaction import Transaction, upsert


def set_leave(tx: Transaction, person_id: int, until: datetime | None) -> None:
    """None: back again."""
    if until is None:
        tx.run(delete(desk_leave).where(desk_leave.c.person_id == person_id))
        return
    statement = upsert(tx, desk_leave).values(person_id=person_id, until=until)
    tx.run(statement.on_conflict_do_update(index_elements=["person_id"], set_={"until": until}))


def away_until(tx: Transaction, people: Collection[int]) -> dict[int, datetime]:
    """Of these people who are away now."""
    away = desk_leave.c.person_id.in_(list(people)) & (desk_leave.c.until > tx.now)
    rows = tx.run(select(desk_leave.c.person_id, desk_leave.c.until).where(away))
    return {row.person_id: row.until for row in rows}
