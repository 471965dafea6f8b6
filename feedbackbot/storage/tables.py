"""Importing this module registers every table; each area has its own `tables.py`."""

from importlib import import_module

from sqlalchemy import MetaData

from feedbackbot.storage.columns import metadata

AREAS = (
    "feedbackbot.storage.broadcast.tables",
    "feedbackbot.storage.campaigns.tables",
    "feedbackbot.storage.cases.recovery_tables",
    "feedbackbot.storage.cases.tables",
    "feedbackbot.storage.forum.tables",
    "feedbackbot.storage.incentives.tables",
    "feedbackbot.storage.people.tables",
    "feedbackbot.storage.pipeline.conversation_tables",
    "feedbackbot.storage.pipeline.lease_tables",
    "feedbackbot.storage.pipeline.operation_tables",
    "feedbackbot.storage.pipeline.tables",
    "feedbackbot.storage.privacy.tables",
    "feedbackbot.storage.reports.tables",
    "feedbackbot.storage.staff.tables",
    "feedbackbot.storage.survey.instrument_tables",
    "feedbackbot.storage.survey.part_tables",
    "feedbackbot.storage.survey.tables",
    "feedbackbot.storage.training.external_tables",
    "feedbackbot.storage.training.invitation_tables",
    "feedbackbot.storage.training.tables",
    "feedbackbot.storage.understanding.tables",
    "feedbackbot.storage.units.tables",
    "feedbackbot.storage.visits.tables",
)
for _area in AREAS:
    import_module(_area)

__all__ = ["AREAS", "for_migrations", "metadata"]


def for_migrations() -> MetaData:
    """The tables, the conditions of their partial indexes said for PostgreSQL too. Tables say them for SQLite alone: only migrations need
    both, and PostgreSQL's dialect is two megabytes of a bot that runs on SQLite."""
    for table in metadata.tables.values():
        for index in table.indexes:
            if index.dialect_kwargs.get("sqlite_where") is not None:
                index.dialect_kwargs["postgresql_where"] = index.dialect_kwargs["sqlite_where"]
    return metadata
