"""The rows of the city's file: put by code, and retired, never deleted, when the file no longer has them."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Table, select, update

from feedbackbot.storage.transaction import Transaction, upsert
from feedbackbot.storage.units.tables import counter, service, unit

Values = dict[str, Any]


def active_codes(tx: Transaction) -> set[str]:
    """Of units."""
    return set(tx.run(select(unit.c.code).where(unit.c.active)).scalars())


def put_units(tx: Transaction, rows: Sequence[Values]) -> dict[str, int]:
    """What the file says of its units; returns the ids by code."""
    _put(tx, unit, ("code",), rows)
    _retire(tx, unit, None, {row["code"] for row in rows})
    return {row.code: row.id for row in tx.run(select(unit.c.id, unit.c.code))}


def put_services(tx: Transaction, unit_id: int, rows: Sequence[Values]) -> None:
    _put_of_unit(tx, service, unit_id, rows)


def put_counters(tx: Transaction, unit_id: int, rows: Sequence[Values]) -> None:
    _put_of_unit(tx, counter, unit_id, rows)


def _put_of_unit(tx: Transaction, table: Table, unit_id: int, rows: Sequence[Values]) -> None:
    _put(tx, table, ("unit_id", "code"), [{"unit_id": unit_id, **row} for row in rows])
    _retire(tx, table, unit_id, {row["code"] for row in rows})


def _put(tx: Transaction, table: Table, key: Sequence[str], rows: Sequence[Values]) -> None:
    if not rows:
        return
    active = [{**row, "active": True} for row in rows]
    statement = upsert(tx, table)
    new = {name: statement.excluded[name] for name in active[0] if name not in key}
    tx.run(statement.on_conflict_do_update(index_elements=list(key), set_=new), active)


def _retire(tx: Transaction, table: Table, unit_id: int | None, codes: Collection[str]) -> None:
    """What the file no longer has, within one unit where that is named."""
    statement = update(table).where(table.c.code.not_in(codes), table.c.active).values(active=False)
    tx.run(statement if unit_id is None else statement.where(table.c.unit_id == unit_id))
