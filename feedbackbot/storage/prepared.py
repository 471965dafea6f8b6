"""Statements of the hot path, compiled once.

SQLAlchemy's execution costs the bot about three times what the statement itself costs, on SQLite and on PostgreSQL; a turn has a
dozen of them. So these go to the driver as they are, with the same types and on the same connection: on SQLite's writer, and on
PostgreSQL. Elsewhere (readers of SQLite, migrations) they take SQLAlchemy's way.
"""

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any, cast

from sqlalchemy import ARRAY, Column, Connection, Insert, Select, Table, any_, bindparam

from feedbackbot.storage.compiled import Compiled, Statement, Values
from feedbackbot.storage.transaction import Transaction, upsert

Deed = tuple["Prepared", Values]
"""A statement and what it is given; nobody asks how many rows it changes."""


class Prepared:
    """A statement whose parameters are given by name at each run; an INSERT names its `columns`.

    Rows come as the driver gives them: select no moments (`UtcDateTime`) and take truth values for numbers.
    """

    def __init__(self, statement: Statement, columns: Sequence[str] = ()) -> None:
        self._statement = statement
        self._columns = columns
        self._on_sqlite: Compiled | None = None
        self._on_postgresql: Compiled | None = None

    def first(self, tx: Transaction, values: Values) -> Sequence[Any] | None:
        """The first row, of which there may be none."""
        tx.refuse_to_write(self._statement)
        if tx.on_the_writer:
            return cast(Sequence[Any] | None, self._carried_out(tx, values).fetchone())
        if (driver := tx.driver) is not None:
            return driver.first(self._for_postgresql(tx), values)
        return tx.connection.execute(self._statement, values).first()

    def all(self, tx: Transaction, values: Values) -> Sequence[Sequence[Any]]:
        if tx.on_the_writer:
            return self._carried_out(tx, values).fetchall()
        if (driver := tx.driver) is not None:
            return driver.all(self._for_postgresql(tx), values)
        return tx.connection.execute(self._statement, values).all()

    def run(self, tx: Transaction, values: Values) -> int:
        """How many rows it changed."""
        tx.refuse_to_write(self._statement)
        if tx.on_the_writer:
            return self._carried_out(tx, values).rowcount
        if (driver := tx.driver) is not None:
            return driver.run(self._for_postgresql(tx), values)
        return tx.connection.execute(self._statement, values).rowcount

    def run_each(self, tx: Transaction, rows: Sequence[Values]) -> None:
        """Once for each of the rows."""
        tx.refuse_to_write(self._statement)
        if not rows:
            return
        if tx.on_the_writer:
            statement = self._for_sqlite(tx)
            _raw(tx.connection).executemany(statement.sql, [statement.arguments(row) for row in rows])
        elif (driver := tx.driver) is not None:
            driver.run_each(self._for_postgresql(tx), rows)
        else:
            tx.connection.execute(self._statement, rows)

    def run_last(self, tx: Transaction, values: Values) -> None:
        """As `run`; where only the commit follows, together with that. Whole numbers and days only."""
        driver = tx.driver if tx.only_commits else None
        if driver is None:
            self.run(tx, values)
        else:
            tx.refuse_to_write(self._statement)
            driver.run_with_commit(self._for_postgresql(tx), values)

    def first_beside(self, tx: Transaction, values: Values, beside: Sequence[Deed]) -> Sequence[Any] | None:
        """As `first`, after the deeds `beside`; on PostgreSQL all are one statement, so none sees what another changes, and no two
        may change one row."""
        if (driver := tx.driver) is None or not beside:
            run_each_deed(tx, beside)
            return self.first(tx, values)
        for prepared in (self, *(one for one, _ in beside)):
            tx.refuse_to_write(prepared._statement)
        others = [(prepared._for_postgresql(tx), given) for prepared, given in beside]
        return driver.first_beside(self._for_postgresql(tx), values, others)

    def _carried_out(self, tx: Transaction, values: Values) -> sqlite3.Cursor:
        statement = self._for_sqlite(tx)
        return _raw(tx.connection).execute(statement.sql, statement.arguments(values))

    def _for_sqlite(self, tx: Transaction) -> Compiled:
        if self._on_sqlite is None:
            self._on_sqlite = Compiled.of(self._statement, self._columns, tx.connection.dialect)
        return self._on_sqlite

    def _for_postgresql(self, tx: Transaction) -> Compiled:
        if self._on_postgresql is None:
            self._on_postgresql = Compiled.of(self._statement, self._columns, tx.connection.dialect)
        return self._on_postgresql


def _raw(connection: Connection) -> sqlite3.Connection:
    return cast(sqlite3.Connection, connection.connection.driver_connection)


def run_each_deed(tx: Transaction, deeds: Sequence[Deed]) -> None:
    """One after the other, where there is nothing that they could go beside."""
    for prepared, values in deeds:
        prepared.run(tx, values)


class ForEach:
    """Rows of a SELECT for each of some keys: one by one on SQLite's writer, where a further statement costs less than to build one for so
    many; all at once elsewhere, where it is a way over the network. In no order."""

    def __init__(self, statement: Select[Any], key: Column[Any]) -> None:
        self._one = Prepared(statement.where(key == bindparam("key")))
        self._many = statement.where(key.in_(bindparam("keys", expanding=True)))
        self._any = Prepared(statement.where(key == any_(bindparam("keys", type_=ARRAY(key.type)))))

    def all(self, tx: Transaction, values: Values, keys: Sequence[Any]) -> list[Sequence[Any]]:
        if tx.on_the_writer:
            return [row for key in set(keys) for row in self._one.all(tx, {**values, "key": key})]
        given = {**values, "keys": list(keys)}
        if tx.driver is not None:
            return list(self._any.all(tx, given))
        return list(tx.connection.execute(self._many, given).all())


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
