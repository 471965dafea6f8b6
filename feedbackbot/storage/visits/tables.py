"""Keys of units' applications, the visits they told of, and who wishes to be invited after one. No visit names a person."""

from sqlalchemy import Boolean, Column, Date, Index, Integer, String, Table

from feedbackbot.storage.columns import UtcDateTime, identity, metadata, reference

api_key = Table(
    "api_key",
    metadata,
    identity(),
    reference("unit_id", "unit.id", nullable=False),
    # a keyed hash: the key itself is shown once and never again
    Column("hash", String(64), nullable=False, unique=True),
    # its end, by which people tell it from others
    Column("ending", String(4), nullable=False),
    # of a hundred visits so many are invited, by chance
    Column("share", Integer, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    Column("withdrawn_at", UtcDateTime),
)

service_visit = Table(
    "service_visit",
    metadata,
    identity(),
    reference("api_key_id", "api_key.id", nullable=False),
    reference("unit_id", "unit.id", nullable=False),
    reference("service_id", "service.id"),
    Column("counter", String(20), nullable=False),
    Column("day", Date, nullable=False),
    # keyed hashes: of the receipt's token, of the application's own name of the request
    Column("name", String(32), nullable=False, unique=True),
    # a hash of what the request said, so that another one under its name is noticed
    Column("said", String(32), nullable=False),
    Column("invited", Boolean, nullable=False),
    Column("used", Boolean, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Index("ix_service_visit_unit_day", "unit_id", "day"),
)

visit_contact = Table(
    "visit_contact",
    metadata,
    identity(),
    reference("person_id", "person.id", nullable=False, index=True),
    # see `domain.visits.contact.ContactKind`
    Column("kind", String(12), nullable=False),
    # a keyed hash of the number or the code
    Column("hash", String(64), nullable=False, unique=True),
    Column("made_at", UtcDateTime, nullable=False),
)
