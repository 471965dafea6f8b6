"""Column types that mean the same on both databases."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Integer,
    MetaData,
    Table,
    TypeDecorator,
    event,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

BigId = BigInteger().with_variant(Integer, "sqlite")
"""64 bits; on SQLite the row id itself."""


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment in UTC; refuses naive values, which would shift by seven hours unnoticed."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone cannot be stored")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


def identity(*, reused: bool = False) -> Column[int]:
    """The number of a row. It is never given twice, for others remember it: buttons, the audit, a worker that has the row in hand.
    Only where nobody does, a table may let SQLite use the last number again (which costs one write less)."""
    column: Column[int] = Column("id", BigId, primary_key=True, autoincrement=True)
    if not reused:
        event.listen(column, "after_parent_attach", _never_reused)
    return column


def _never_reused(_: Column[int], table: Table) -> None:
    table.dialect_options["sqlite"]["autoincrement"] = True


def reference(name: str, target: str, **options: Any) -> Column[int]:
    """A foreign key column, for example `reference("unit_id", "unit.id")`."""
    return Column(name, BigId, ForeignKey(target), **options)
