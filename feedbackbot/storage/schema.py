"""The whole database: its revision, integrity check and backup."""

import asyncio
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from feedbackbot.errors import SettingsError

T = TypeVar("T")
SCRIPTS = Path(__file__).parent.parent / "migrations"


async def is_current(url: str) -> bool:
    """Whether the database has the newest schema."""
    address = make_url(url)
    if address.drivername == "sqlite" and not Path(address.database or "").exists():
        return False

    return await in_transaction(url, revision_of) == newest_revision()


def newest_revision() -> str:
    """Of the migrations that ship with this release; their files are named by it. Alembic itself, 10 MB, is not needed for that."""
    return max(file.name for file in (SCRIPTS / "versions").glob("[0-9]*.py")).partition("_")[0]


def revision_of(connection: Connection) -> str | None:
    """What the database was brought to; None before the first migration."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    return None if found is None else str(found)


async def in_transaction(url: str, work: Callable[[Connection], T]) -> T:
    """Raises SettingsError where the database cannot be opened."""
    address = make_url(url)
    try:
        if address.drivername == "sqlite":
            return await asyncio.to_thread(_on_sqlite, Path(address.database or ""), work)
        engine = create_async_engine(address.set(drivername="postgresql+asyncpg"), poolclass=NullPool)
        async with engine.begin() as connection:
            return await connection.run_sync(work)
    except (OSError, OperationalError) as problem:
        raise SettingsError(f"the database cannot be opened: {str(problem).splitlines()[0]}") from None


def _on_sqlite(file: Path, work: Callable[[Connection], T]) -> T:
    file.parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(f"sqlite:///{file}", connect_args={"isolation_level": None}, poolclass=NullPool)
    event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA journal_mode=WAL"))
    # the driver's own BEGIN comes only before a write and never before a change of the schema
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    with engine.begin() as connection:
        return work(connection)


def integrity_problems(url: str) -> list[str]:
    """What SQLite's own check finds wrong; PostgreSQL checks its pages itself, so nothing is reported there."""
    address = make_url(url)
    if address.drivername != "sqlite" or not address.database:
        return []
    with closing(sqlite3.connect(address.database)) as connection:
        try:
            found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check")]
            found += [f"foreign key: {row}" for row in connection.execute("PRAGMA foreign_key_check")]
        except sqlite3.DatabaseError as problem:  # so broken that not even the check runs
            return [str(problem)]
    return [line for line in found if line != "ok"]


async def back_up(url: str, target: Path) -> None:
    """A consistent copy while the bot runs: SQLite's backup API into a file, or pg_dump's custom format. The file appears only
    when it is complete. Raises SettingsError where pg_dump is missing or refuses."""
    partial = target.with_name(target.name + ".partial")
    target.parent.mkdir(parents=True, exist_ok=True)
    partial.unlink(missing_ok=True)
    address = make_url(url)
    if address.drivername == "sqlite":
        if not address.database or not Path(address.database).exists():
            raise SettingsError("there is no database to back up yet: run `bot.py migrate` first")
        await asyncio.to_thread(_copy_sqlite, address.database, partial)
    else:
        await _dump_postgres(url, partial)
    partial.replace(target)


def _copy_sqlite(source: str, target: Path) -> None:
    # in one step: in WAL mode it reads one snapshot and nobody waits for it; in several steps each commit would begin it anew
    with closing(sqlite3.connect(source)) as reading, closing(sqlite3.connect(target)) as writing:
        reading.backup(writing)


async def _dump_postgres(url: str, target: Path) -> None:
    address = make_url(url)
    environment = os.environ | ({"PGPASSWORD": str(address.password)} if address.password else {})
    try:
        process = await asyncio.create_subprocess_exec(
            "pg_dump", "--format=custom", f"--file={target}", str(address.set(password=None)), env=environment,
            stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
    except FileNotFoundError:
        raise SettingsError("pg_dump is not installed: the package postgresql-client has it") from None
    _, problem = await process.communicate()
    if process.returncode:
        raise SettingsError(f"pg_dump failed: {problem.decode(errors='replace').strip().splitlines()[-1]}")
