"""What is left to do after somebody's data were erased, and what must be done again after a restore."""

from sqlalchemy import Column, Date, String, Table

from feedbackbot.storage.columns import UtcDateTime, identity, metadata, reference

erasure = Table(
    "erasure",
    metadata,
    # where the last word still had to be said
    reference("address_id", "address.id", primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    comment="addresses to be thrown away once the person was told that everything is erased",
)

erasure_log = Table(
    "erasure_log",
    metadata,
    identity(),
    # of chance; tells an erasure that a backup knows of from one that came after it
    Column("token", String(32), nullable=False, unique=True),
    # keyed hash, only good for finding the address again in an older copy
    Column("address_hash", String(64), nullable=False),
    Column("day", Date, nullable=False),
    comment="copied to a file outside the database: what is erased stays erased after a restore",
)
