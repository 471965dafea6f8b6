"""Many rows at once, as they stand: for what is made up and not done by anybody, such as the demonstration's city."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, TypeVar

from sqlalchemy import Table, func, insert, select

from feedbackbot.storage.transaction import Transaction

T = TypeVar("T")
_AT_ONCE: Final = 400


def add_rows(tx: Transaction, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """All with the same columns."""
    if rows:
        tx.run(insert(table), [dict(row) for row in rows])


def ids_from(tx: Transaction, table: Table) -> int:
    """The first id that is free; on SQLite rows may be given ids from there on."""
    return int(tx.run(select(func.coalesce(func.max(table.c.id), 0))).scalar_one()) + 1


def slices(rows: Sequence[T]) -> Iterator[Sequence[T]]:
    """As many at a time as a statement takes."""
    for start in range(0, len(rows), _AT_ONCE):
        yield rows[start : start + _AT_ONCE]
