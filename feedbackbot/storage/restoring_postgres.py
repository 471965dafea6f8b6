"""Bring a dump of PostgreSQL into an empty database."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from feedbackbot.errors import SettingsError
from feedbackbot.storage.backup import run_tool
from feedbackbot.storage.schema import in_transaction

MARK = "feedbackbot_restoring"
"""A schema that is there while a restore is under way; a database with it is not used."""


@asynccontextmanager
async def restored(url: str, backup: Path) -> AsyncIterator[None]:
    """The dump is in the database within; the block may still change it before anybody uses it. Raises SettingsError where the file is
    no dump, the database is not empty, or `pg_restore` is missing or fails."""
    await run_tool("pg_restore", "--list", str(backup))
    await in_transaction(url, _begin)
    try:
        await run_tool(
            "pg_restore", "--single-transaction", "--no-owner", "--no-privileges", str(backup), url=url
        )
    except BaseException:  # nothing came of it
        await in_transaction(url, _end)
        raise
    yield
    await in_transaction(url, _end)


def refuse_half_restored(connection: Connection) -> None:
    """Raises SettingsError for a database that a restore has left half-way."""
    if connection.dialect.name == "postgresql" and MARK in inspect(connection).get_schema_names():
        raise SettingsError(
            "a restore of this database was broken off: make the database anew and run `python bot.py restore FILE` again"
        )


def _begin(connection: Connection) -> None:
    refuse_half_restored(connection)
    if inspect(connection).get_table_names():
        raise SettingsError(
            "the database is not empty: a dump is restored into a new one (docs/operations.md says how)"
        )
    connection.execute(text(f"CREATE SCHEMA {MARK}"))


def _end(connection: Connection) -> None:
    connection.execute(text(f"DROP SCHEMA {MARK}"))
