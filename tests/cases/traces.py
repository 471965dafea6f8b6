"""What a person leaves behind, to be looked for."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Boolean, Date, Integer, LargeBinary, Numeric, String, Table, insert, select

from feedbackbot.storage.columns import UtcDateTime
from feedbackbot.storage.people.tables import address, person
from feedbackbot.storage.tables import metadata
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.survey.rate_unit import who_is

PHONE = "6281260009999"


def all_text(tx: Transaction) -> str:
    """Every value of every table."""
    return "\n".join(
        str(value)
        for table in metadata.sorted_tables
        for row in tx.run(select(table))
        for value in row
        if value is not None
    )


MARK = "tanda-warga"


def value_for(column: Any, number: int) -> Any:
    """Something that this column takes; words carry the person's mark."""
    kind = column.type
    if isinstance(kind, UtcDateTime):
        return datetime(2026, 1, 1, tzinfo=UTC)
    if isinstance(kind, Boolean):
        return False
    if isinstance(kind, Date):
        return date(2026, 1, 1)
    if isinstance(kind, Numeric) and not isinstance(kind, Integer):
        return Decimal(1)
    if isinstance(kind, String):
        return f"{MARK}{number}"[: kind.length or 40]
    if isinstance(kind, LargeBinary):
        return MARK.encode()
    return number


class Filler:
    """Puts a row into a table, and into those it refers to; `me` are the ids that references to people get."""

    def __init__(self, tx: Transaction, me: dict[str, int]) -> None:
        self.tx = tx
        self.me = me
        self.made: dict[str, int] = {}
        self.number = 1000

    def fill(self, table: Table) -> int:
        if table.name in self.me:
            return self.me[table.name]
        if table.name in self.made:
            return self.made[table.name]
        self.number += 1
        row: dict[str, Any] = {}
        for column in table.columns:
            if (
                column.name == "id"
                and column.primary_key
                and not column.foreign_keys
                and isinstance(column.type, Integer)
            ):
                continue
            target = next(iter(column.foreign_keys), None)
            if target is not None and target.column.table is table:
                continue
            if target is not None:
                row[column.key] = self.fill(target.column.table)
            elif column.name == "pseudonym":
                row[column.key] = self.me["pseudonym"]
            elif column.name == "person_id":
                row[column.key] = self.me["person"]
            else:
                row[column.key] = value_for(column, self.number)
        made = self.tx.run(insert(table).values(**row))
        key = made.inserted_primary_key
        self.made[table.name] = int(key[0]) if key and isinstance(key[0], int) else 0
        return self.made[table.name]


def a_person(tx: Transaction) -> dict[str, Any]:
    person_id = tx.run(
        insert(person).values(language="id", created_at=tx.now).returning(person.c.id)
    ).scalar_one()
    address_id = tx.run(
        insert(address)
        .values(person_id=person_id, channel="memory", address=PHONE, created_at=tx.now)
        .returning(address.c.id)
    ).scalar_one()
    return {"person": person_id, "address": address_id, "pseudonym": who_is(tx, person_id)}
