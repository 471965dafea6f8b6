"""What is left to do after somebody's data were erased."""

from sqlalchemy import Column, Table

from feedbackbot.storage.tables.columns import UtcDateTime, metadata, reference

erasure = Table(
    "erasure",
    metadata,
    # where the last word still had to be said
    reference("address_id", "address.id", primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    comment="addresses to be thrown away once the person was told that everything is erased",
)
