"""Published results, and the improvement cases that weak ones open."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from feedbackbot.storage.columns import BigId, UtcDateTime, identity, metadata, reference

published_result = Table(
    "published_result",
    metadata,
    identity(),
    reference("unit_id", "unit.id", nullable=False),
    # "2026-S2"
    Column("period", String(24), nullable=False),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    # what the figures were computed with, for ever
    Column("weight", String(8), nullable=False),
    Column("with_flagged", Boolean, nullable=False),
    Column("n", Integer, nullable=False),
    Column("ikm", String(6), nullable=False),
    Column("grade", String(1), nullable=False),
    # all figures of the official report as JSON; comments are not among them, they can be withdrawn
    Column("report", Text, nullable=False),
    # the counted and marked answers of the workbook, JSON compressed by zlib
    Column("answers", LargeBinary, nullable=False),
    reference("person_id", "person.id"),
    Column("at", UtcDateTime, nullable=False),
    UniqueConstraint("unit_id", "period"),
)

improvement = Table(
    "improvement",
    metadata,
    identity(),
    reference("unit_id", "unit.id", nullable=False),
    Column("element", String(16), nullable=False),
    Column("reason", String(16), nullable=False),
    # the mean answer (1-4) that opened it, of so many ratings
    Column("mean", Float, nullable=False),
    Column("n", Integer, nullable=False),
    Column("opened_at", UtcDateTime, nullable=False),
    # what is done, in the head's words or as the training's title
    Column("measure", String(200)),
    # the training that its staff were invited to
    Column("training_id", BigId),
    Column("started_on", Date),
    Column("measured_at", UtcDateTime),
    Column("verdict", String(24)),
    # the estimates as JSON
    Column("effect", Text),
    Column("closed_at", UtcDateTime),
    Index(
        "ix_improvement_open",
        "unit_id",
        "element",
        unique=True,
        sqlite_where=text("closed_at IS NULL"),
    ),
)
