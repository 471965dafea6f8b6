"""Answers to surveys beside the SKM, under pseudonyms of their own; and which units ask which."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, SmallInteger, String, Table

from feedbackbot.storage.columns import BigId, UtcDateTime, identity, metadata, reference

unit_instrument = Table(
    "unit_instrument",
    metadata,
    reference("unit_id", "unit.id", primary_key=True),
    Column("instrument", String(12), primary_key=True),
)

instrument_response = Table(
    "instrument_response",
    metadata,
    identity(),
    # of this survey alone: nobody can join it to a rating or to another survey
    Column("pseudonym", String(32), nullable=False),
    reference("unit_id", "unit.id", nullable=False),
    Column("instrument", String(12), nullable=False),
    Column("version", Integer, nullable=False),
    Column("channel", String(16), nullable=False),
    # comma-separated marks of doubt
    Column("flags", String(60), nullable=False),
    Column("day", Date, nullable=False),
    # to the hour
    Column("at", UtcDateTime, nullable=False),
    Column("sample", Boolean, nullable=False),
    Index("ix_instrument_response_unit", "unit_id", "instrument", "day"),
    Index("ix_instrument_response_pseudonym", "pseudonym"),
)

instrument_answer = Table(
    "instrument_answer",
    metadata,
    Column("response_id", BigId, ForeignKey("instrument_response.id"), primary_key=True, autoincrement=False),
    Column("element", String(12), primary_key=True),
    Column("answer", SmallInteger, nullable=False),
)
