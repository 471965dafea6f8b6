"""Every row about a person, whatever table it is in."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Table, select

from feedbackbot.storage.people.tables import address, person
from feedbackbot.storage.pipeline.tables import inbox
from feedbackbot.storage.privacy.person_references import PSEUDONYM, children, pseudonymous, references
from feedbackbot.storage.transaction import Transaction

Rows = dict[str, list[dict[str, Any]]]


def rows_about(tx: Transaction, person_id: int, *pseudonyms: str) -> Rows:
    """By table name, JSON values only; `pseudonyms` are the names under which the person speaks. Other people's ids are left out; of what
    the person did as staff only the ids are given, for those rows are about others."""
    collected: dict[Table, dict[Any, dict[str, Any]]] = {}
    _collect(tx, collected, person, person.c.id == person_id)
    places = list(tx.run(select(address.c.id).where(address.c.person_id == person_id)).scalars())
    for reference in references():
        ids = places if reference.to_address else [person_id]
        if reference.about:
            _collect(tx, collected, reference.table, reference.column.in_(ids))
    for table in pseudonymous():
        _collect(tx, collected, table, table.c[PSEUDONYM].in_(pseudonyms))
    for place in tx.run(select(address.c.channel, address.c.address).where(address.c.person_id == person_id)):
        _collect(tx, collected, inbox, (inbox.c.channel == place.channel) & (inbox.c.chat == place.address))
    rows = {
        table.name: [_as_json(table, row, person_id) for row in found.values()]
        for table, found in collected.items()
        if found
    }
    return rows | _acted(tx, person_id)


def _collect(
    tx: Transaction,
    collected: dict[Table, dict[Any, dict[str, Any]]],
    table: Table,
    condition: ColumnElement[bool],
) -> None:
    """The rows, and what hangs on them."""
    known = collected.setdefault(table, {})
    fresh = []
    for row in tx.run(select(table).where(condition)).mappings():
        key = tuple(row[column.key] for column in table.primary_key.columns)
        if key not in known:
            known[key] = dict(row)
            fresh.append(row.get("id"))
    if not fresh or table is person or table is address:
        return  # what hangs on those two is what the references name
    for child, column in children(table):
        _collect(tx, collected, child, column.in_([one for one in fresh if one is not None]))


def _acted(tx: Transaction, person_id: int) -> Rows:
    found: Rows = {}
    for reference in references():
        if not reference.about and not reference.to_address and "id" in reference.table.columns:
            table = reference.table
            ids = tx.run(select(table.c.id).where(reference.column == person_id)).scalars()
            if rows := [{"id": one} for one in ids]:
                found[f"{table.name}.{reference.column.name}"] = rows
    return found


def _as_json(table: Table, row: dict[str, Any], person_id: int) -> dict[str, Any]:
    hidden = {
        reference.column.key
        for reference in references()
        if reference.table is table and not reference.to_address and row[reference.column.key] != person_id
    }
    return {name: _plain(value) for name, value in row.items() if name not in hidden}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bytes):
        return f"{len(value)} bytes"  # a file that the person has sent, and has
    return str(value) if isinstance(value, Decimal) else value
