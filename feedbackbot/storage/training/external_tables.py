"""Certificates of trainings that somebody else held."""

from sqlalchemy import Column, Date, Index, Integer, String, Table

from feedbackbot.storage.columns import UtcDateTime, identity, metadata, reference

external_certificate = Table(
    "external_certificate",
    metadata,
    identity(),
    reference("employee_id", "employee.id", nullable=False, index=True),
    Column("title", String(200), nullable=False),
    Column("organiser", String(150), nullable=False),
    # the last day of the training, on which its JP count, and the first where it took several
    Column("day", Date, nullable=False),
    Column("first_day", Date),
    Column("jp", Integer, nullable=False),
    # as it stands on the certificate; "" where it has none
    Column("number", String(80), nullable=False, server_default=""),
    # the evidence, with the chat service that has it
    Column("file_kind", String(10), nullable=False),
    Column("channel", String(16), nullable=False),
    Column("ref", String(256), nullable=False),
    Column("file_name", String(120), nullable=False, server_default=""),
    # "waiting", "booked" or "refused"
    Column("state", String(10), nullable=False),
    Column("reason", String(300), nullable=False, server_default=""),
    Column("sent_at", UtcDateTime, nullable=False),
    Column("decided_at", UtcDateTime),
    reference("decided_by", "person.id"),
    Index("ix_external_certificate_state", "state"),
)
