"""The city's units, their services and counters; loaded from the city's data file."""

from sqlalchemy import Boolean, Column, Integer, String, Table, Text, UniqueConstraint

from feedbackbot.storage.columns import identity, metadata, reference

unit = Table(
    "unit",
    metadata,
    identity(),
    Column("code", String(20), nullable=False, unique=True),
    Column("name", String(120), nullable=False),
    Column("short_name", String(24), nullable=False),
    # place in the city's file: people see units in that order
    Column("position", Integer, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("kind_name", String(60), nullable=False),
    # null: a unit of the whole city
    Column("district", String(20)),
    Column("district_name", String(60)),
    # one phrase a line
    Column("keywords", Text, nullable=False, server_default=""),
    # visitors a year, for the wanted sample; null: not known
    Column("yearly_visitors", Integer),
    # JSON by weekday; empty: office hours
    Column("hours", Text, nullable=False, server_default=""),
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
    Column("position", Integer, nullable=False),
    # one phrase a line
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
    # codes of the services given there, one a line; empty: all of the unit
    Column("services", Text, nullable=False, server_default=""),
    Column("active", Boolean, nullable=False),
    UniqueConstraint("unit_id", "code"),
)
