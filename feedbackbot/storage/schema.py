"""The whole database: its revision and integrity check."""

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

from feedbackbot.errors import SettingsError
from feedbackbot.storage.sqlite_file import make_private, problems_of, read_only, sqlite_file

T = TypeVar("T")
SCRIPTS = Path(__file__).parent.parent / "migrations"


async def is_current(url: str) -> bool:
    """Whether the database has the newest schema."""
    return await present_revision(url) == newest_revision()


async def present_revision(url: str) -> str | None:
    """None before the first migration; nothing is made where there is no file."""
    file = sqlite_file(url)
    if file is None:
        return await in_transaction(url, revision_of)
    return await asyncio.to_thread(_sqlite_revision, file) if file.exists() else None


def _sqlite_revision(file: Path) -> str | None:
    """Waits for no writer. Raises SettingsError."""
    try:
        with closing(read_only(file)) as connection:
            found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as problem:
        if "no such table" in str(problem):
            return None
        raise SettingsError(f"the database cannot be opened: {problem}") from None
    return str(found[0]) if found else None


def newest_revision() -> str:
    """Of the migrations that ship with this release; their files are named by it. Alembic itself, 10 MB, is not needed for that."""
    return max(file.name for file in (SCRIPTS / "versions").glob("[0-9]*.py")).partition("_")[0]


def revision_of(connection: Connection) -> str | None:
    """What the database was brought to; None before the first migration."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    return None if found is None else str(found)


def time_of(connection: Connection) -> datetime:
    """The moment by the clock of a PostgreSQL server, UTC."""
    found: datetime = connection.execute(text("SELECT now()")).scalar_one()
    return found.astimezone(UTC)


async def in_transaction(url: str, work: Callable[[Connection], T]) -> T:
    """Raises SettingsError where the database cannot be opened."""
    address = make_url(url)
    try:
        if address.drivername == "sqlite":
            return await asyncio.to_thread(_on_sqlite, Path(address.database or ""), work)
        from sqlalchemy.ext.asyncio import create_async_engine

        # with the driver, which SQLite does not need
        from feedbackbot.storage.postgres_address import for_the_driver

        where, arguments = for_the_driver(url)
        engine = create_async_engine(where, poolclass=NullPool, connect_args=arguments)
        async with engine.begin() as connection:
            return await connection.run_sync(work)
    except (OSError, OperationalError) as problem:
        raise SettingsError(f"the database cannot be opened: {str(problem).splitlines()[0]}") from None


def _on_sqlite(file: Path, work: Callable[[Connection], T]) -> T:
    make_private(file)
    engine = create_engine(f"sqlite:///{file}", connect_args={"isolation_level": None}, poolclass=NullPool)
    event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA journal_mode=WAL"))
    # the driver's own BEGIN comes only before a write and never before a change of the schema
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    with engine.begin() as connection:
        return work(connection)


def integrity_problems(url: str) -> list[str]:
    """What SQLite's own check finds wrong, and files that others may read; PostgreSQL checks its pages itself, so nothing is reported
    there."""
    file = sqlite_file(url)
    if file is None:
        return []
    with closing(sqlite3.connect(file)) as connection:
        found = problems_of(connection, "integrity_check")
        if not found:
            found = [f"foreign key: {row}" for row in connection.execute("PRAGMA foreign_key_check")]
    return found
