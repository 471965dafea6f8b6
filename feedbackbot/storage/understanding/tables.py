"""Facts about offices, words that were not understood, and phrases that admins have taught."""

from sqlalchemy import Boolean, Column, Date, Index, String, Table, Text

from feedbackbot.storage.columns import UtcDateTime, identity, metadata, reference

city_fact = Table(
    "city_fact",
    metadata,
    identity(),
    reference("unit_id", "unit.id", nullable=False),
    # null: of the whole unit
    reference("service_id", "service.id"),
    # "hours", "place", "requirements", "fee", "duration"
    Column("topic", String(20), nullable=False),
    Column("text", Text, nullable=False),
    Column("source", String(200), nullable=False),
    Column("checked_on", Date, nullable=False),
    # false: an admin wrote it, which the city's file does not undo
    Column("from_file", Boolean, nullable=False),
    Index("ix_city_fact_unit_id_topic", "unit_id", "topic"),
)

# no person, no chat: only words, with numbers and names taken out
unclear_words = Table(
    "unclear_words",
    metadata,
    identity(),
    Column("at", UtcDateTime, nullable=False),
    # "not-understood" or "corrected"
    Column("kind", String(16), nullable=False),
    # what was offered first, "" for nothing
    Column("guess", String(20), nullable=False),
    Column("words", String(300), nullable=False),
)

taught_phrase = Table(
    "taught_phrase",
    metadata,
    identity(),
    Column("words", String(300), nullable=False, unique=True),
    Column("aim", String(20), nullable=False),
    Column("at", UtcDateTime, nullable=False),
)
