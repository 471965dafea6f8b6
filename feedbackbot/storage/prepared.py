"""Statements of the hot path, compiled once.

SQLAlchemy's execution costs about three times what the statement itself costs on SQLite; a turn has half a dozen of them. So there
these go to the driver as they are, with the same types and on the same connection.
"""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from sqlalchemy import Column, Connection, Delete, Insert, Select, Table, Update, bindparam

from feedbackbot.storage.transaction import Transaction, upsert

Values = Mapping[str, Any]
_Bind = tuple[str, Callable[[Any], Any] | None]


class Prepared:
    """A statement whose parameters are given by name at each run; an INSERT names its `columns`.

    Rows come as the driver gives them: select no moments (`UtcDateTime`) and take truth values for numbers.
    """

    def __init__(
        self, statement: Select[Any] | Insert | Update | Delete, columns: Sequence[str] = ()
    ) -> None:
        self._statement = statement
        self._columns = list(columns) or None
        self._sql = ""
        self._binds: list[_Bind] = []
        self._fixed: dict[str, Any] = {}

    def first(self, tx: Transaction, values: Values) -> Sequence[Any] | None:
        """The first row, of which there may be none."""
        tx.refuse_to_write(self._statement)
        if not tx.on_the_writer:
            return tx.connection.execute(self._statement, values).first()
        return cast(Sequence[Any] | None, self._on_sqlite(tx, values).fetchone())

    def all(self, tx: Transaction, values: Values) -> Sequence[Sequence[Any]]:
        if not tx.on_the_writer:
            return tx.connection.execute(self._statement, values).all()
        return self._on_sqlite(tx, values).fetchall()

    def run(self, tx: Transaction, values: Values) -> int:
        """How many rows it changed."""
        tx.refuse_to_write(self._statement)
        if not tx.on_the_writer:
            return tx.connection.execute(self._statement, values).rowcount
        return self._on_sqlite(tx, values).rowcount

    def run_each(self, tx: Transaction, rows: Sequence[Values]) -> None:
        """Once for each of the rows."""
        tx.refuse_to_write(self._statement)
        if not rows:
            return
        if not tx.on_the_writer:
            tx.connection.execute(self._statement, rows)
        else:
            raw = self._ready(tx.connection)
            raw.executemany(self._sql, [self._arguments(row) for row in rows])

    def _on_sqlite(self, tx: Transaction, values: Values) -> sqlite3.Cursor:
        raw = self._ready(tx.connection)
        return raw.execute(self._sql, self._arguments(values))

    def _ready(self, connection: Connection) -> sqlite3.Connection:
        if not self._sql:
            self._compile(connection)
        return cast(sqlite3.Connection, connection.connection.driver_connection)

    def _arguments(self, values: Values) -> list[Any]:
        fixed = self._fixed
        return [
            fixed[name] if name in fixed else (values[name] if process is None else process(values[name]))
            for name, process in self._binds
        ]

    def _compile(self, connection: Connection) -> None:
        dialect = connection.dialect
        compiled: Any = self._statement.compile(dialect=dialect, column_keys=self._columns)
        binds: list[_Bind] = []
        for name in compiled.positiontup:
            bind = compiled.binds[name]
            process = bind.type.dialect_impl(dialect).bind_processor(dialect)
            binds.append((name, process))
            if not bind.required and name not in (self._columns or ()):
                value = bind.effective_value
                self._fixed[name] = value if process is None else process(value)
        self._binds = binds
        self._sql = str(compiled)  # last: another thread takes it for a sign that the rest is there


class ForEach:
    """Rows of a SELECT for each of some keys: one by one on SQLite, where a further statement costs less than to build one for so many;
    all at once elsewhere, where it is a way over the network. In no order."""

    def __init__(self, statement: Select[Any], key: Column[Any]) -> None:
        self._one = Prepared(statement.where(key == bindparam("key")))
        self._many = statement.where(key.in_(bindparam("keys", expanding=True)))

    def all(self, tx: Transaction, values: Values, keys: Sequence[Any]) -> list[Sequence[Any]]:
        if tx.on_the_writer:
            return [row for key in set(keys) for row in self._one.all(tx, {**values, "key": key})]
        return list(tx.connection.execute(self._many, {**values, "keys": list(keys)}).all())


class PreparedUpsert:
    """An INSERT that knows ON CONFLICT: made by `conflict` once for each kind of database, since each has a statement of its own."""

    def __init__(self, table: Table, columns: Sequence[str], conflict: Callable[[Any], Insert]) -> None:
        self._table, self._columns, self._conflict = table, columns, conflict
        self._made: dict[bool, Prepared] = {}

    def on(self, tx: Transaction) -> Prepared:
        made = self._made.get(tx.on_postgresql)
        if made is None:
            made = Prepared(self._conflict(upsert(tx, self._table)), self._columns)
            self._made[tx.on_postgresql] = made
        return made
