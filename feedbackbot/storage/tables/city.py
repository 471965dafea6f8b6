"""The city's units, their services and counters; loaded from the city's data file."""

from sqlalchemy import Boolean, Column, Integer, String, Table, Text, UniqueConstraint

from feedbackbot.storage.tables.columns import identity, metadata, reference

unit = Table(
    "unit",
    metadata,
    identity(),
    Column("code", String(20), nullable=False, unique=True),
    Column("name", String(120), nullable=False),
    Column("short_name", String(24), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("district", String(60)),
    Column("keywords", Text, nullable=False, server_default=""),
    # visitors a year, for the wanted sample; null: not known
    Column("yearly_visitors", Integer),
    Column("active", Boolean, nullable=False),
)

service = Table(
    "service",
    metadata,
    identity(),
    reference("unit_id", "unit.id", nullable=False),
    Column("code", String(20), nullable=False),
    Column("name", String(120), nullable=False),
    Column("short_name", String(24), nullable=False),
    Column("keywords", Text, nullable=False, server_default=""),
    Column("active", Boolean, nullable=False),
    UniqueConstraint("unit_id", "code"),
)

counter = Table(
    "counter",
    metadata,
    identity(),
    reference("unit_id", "unit.id", nullable=False),
    Column("code", String(20), nullable=False),
    Column("name", String(120), nullable=False),
    Column("active", Boolean, nullable=False),
    UniqueConstraint("unit_id", "code"),
)
