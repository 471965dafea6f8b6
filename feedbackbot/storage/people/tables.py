"""Who writes to the bot, where, in which language, and what they have agreed to."""

from sqlalchemy import Boolean, Column, Index, Integer, String, Table, UniqueConstraint, text

from feedbackbot.storage.columns import UtcDateTime, identity, metadata, reference

person = Table(
    "person",
    metadata,
    identity(),
    Column("language", String(8), nullable=False),
    # the role whose home was chosen last, "" where none was
    Column("home", String(20), nullable=False, server_default=""),
    Column("created_at", UtcDateTime, nullable=False),
)

address = Table(
    "address",
    metadata,
    identity(),
    reference("person_id", "person.id", nullable=False, index=True),
    Column("channel", String(16), nullable=False),
    # text, never a number: it may be an id of up to 135 characters
    Column("address", String(160), nullable=False),
    Column("gone_at", UtcDateTime),
    # when the person last wrote, by the chat service's own time, where that decides what may be sent
    Column("heard_at", UtcDateTime),
    Column("gone_reason", String(64)),
    Column("created_at", UtcDateTime, nullable=False),
    UniqueConstraint("channel", "address"),
    # who can be reached, and where: counted and found without a look at the rows
    Index(
        "ix_address_live",
        "person_id",
        "id",
        sqlite_where=text("gone_at IS NULL"),
    ),
)

consent = Table(
    "consent",
    metadata,
    identity(),
    reference("person_id", "person.id", nullable=False, index=True),
    Column("purpose", String(32), nullable=False),
    Column("version", Integer, nullable=False),
    Column("given", Boolean, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    comment="append-only: what was said, when, to which wording; the newest row of a purpose counts",
)

role_grant = Table(
    "role_grant",
    metadata,
    identity(),
    reference("person_id", "person.id", nullable=False, index=True),
    Column("role", String(32), nullable=False),
    reference("unit_id", "unit.id"),
    # how the granter calls the person in the list of roles
    Column("note", String(60), nullable=False, server_default=""),
    Column("granted_at", UtcDateTime, nullable=False),
    Column("withdrawn_at", UtcDateTime),
)

opt_out = Table(
    "opt_out",
    metadata,
    reference("person_id", "person.id", primary_key=True),
    Column("topic", String(32), key="subscription", primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    comment="topics a person has switched off",
)

kept_limit = Table(
    "kept_limit",
    metadata,
    identity(),
    # see `storage.people.limits.Limit`
    Column("limit", String(8), nullable=False),
    # of the address and what is limited, keyed: it leads to nobody
    Column("hash", String(64), nullable=False, index=True),
    Column("at", UtcDateTime, nullable=False),
    Column("until", UtcDateTime, nullable=False, index=True),
    comment="limits that erasing does not lift: one voice, guesses of codes, cases a day, a mark of abuse",
)
