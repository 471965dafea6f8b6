"""The rows of the city's file: put by code, and retired, never deleted, when the file no longer has them."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Table, bindparam, select, update

from feedbackbot.storage.transaction import Transaction, upsert
from feedbackbot.storage.units.tables import counter, service, unit

Values = dict[str, Any]


def active_codes(tx: Transaction) -> set[str]:
    """Of units."""
    return set(tx.run(select(unit.c.code).where(unit.c.active)).scalars())


def put_units(tx: Transaction, rows: Sequence[Values]) -> dict[str, int]:
    """What the file says of its units; returns the ids by code."""
    _put(tx, unit, ("code",), rows)
    return {row.code: row.id for row in tx.run(select(unit.c.id, unit.c.code))}


def put_services(tx: Transaction, rows: Sequence[Values]) -> dict[tuple[int, str], int]:
    """Those of all units, each row with its `unit_id`; returns the ids by unit and code."""
    _put(tx, service, ("unit_id", "code"), rows)
    ids = select(service.c.id, service.c.unit_id, service.c.code)
    return {(row.unit_id, row.code): row.id for row in tx.run(ids)}


def put_counters(tx: Transaction, rows: Sequence[Values]) -> None:
    _put(tx, counter, ("unit_id", "code"), rows)


def _put(tx: Transaction, table: Table, key: Sequence[str], rows: Sequence[Values]) -> None:
    """In as many statements whatever the number of rows: a city may have hundreds of offices."""
    if rows:
        active = [{**row, "active": True} for row in rows]
        statement = upsert(tx, table)
        new = {name: statement.excluded[name] for name in active[0] if name not in key}
        tx.run(statement.on_conflict_do_update(index_elements=list(key), set_=new), active)
    _retire(tx, table, key, {tuple(row[name] for name in key) for row in rows})


def _retire(tx: Transaction, table: Table, key: Sequence[str], named: Collection[tuple[Any, ...]]) -> None:
    """What the file no longer has."""
    found = tx.run(select(table.c.id, *(table.c[name] for name in key)).where(table.c.active))
    gone = [{"gone": row[0]} for row in found if tuple(row[1:]) not in named]
    if gone:
        tx.run(update(table).where(table.c.id == bindparam("gone")).values(active=False), gone)
