"""Rows as an older release has stored them."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Connection,
    Date,
    DateTime,
    Float,
    Integer,
    LargeBinary,
    MetaData,
    Numeric,
    insert,
    select,
)

FIRST_RELEASE = "0009"


def value(column: Any, number: int) -> Any:
    kind = column.type
    if column.primary_key and isinstance(kind, Integer) and not column.foreign_keys:
        return number
    if isinstance(kind, Boolean):
        return False
    if isinstance(kind, DateTime):
        return datetime(2026, 3, 4, 5, 6, 7, number)  # noqa: DTZ001  asyncpg wants a zone for "timestamptz" only
    if isinstance(kind, Date):
        return date(2026, 3, number)
    if isinstance(kind, Float | Numeric) and not isinstance(kind, Integer):
        return number
    if isinstance(kind, Integer):
        return number
    if isinstance(kind, LargeBinary):
        return b"x" * number
    return f"{column.name}{number}"[: getattr(kind, "length", None) or 60]


def fill(connection: Connection) -> dict[str, list[dict[str, Any]]]:
    """Two rows in every table, of which the second refers to the second."""
    tables = MetaData()
    tables.reflect(connection)
    for table in tables.sorted_tables:
        if table.name == "alembic_version":
            continue
        for number in (1, 2):
            row = {column.name: value(column, number) for column in table.columns}
            for column in table.columns:
                if column.foreign_keys and next(iter(column.foreign_keys)).column.table is table:
                    row[column.name] = None
            connection.execute(insert(table), row)
    return rows(connection)


def rows(connection: Connection) -> dict[str, list[dict[str, Any]]]:
    tables = MetaData()
    tables.reflect(connection)
    return {
        table.name: [dict(row) for row in connection.execute(select(table)).mappings()]
        for table in tables.sorted_tables
    }
