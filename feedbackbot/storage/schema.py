"""Migrations, integrity check and backup of the whole database."""

import asyncio
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.script.revision import RevisionError
from alembic.util import CommandError
from sqlalchemy import Connection, create_engine, event, make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from feedbackbot.errors import SettingsError

T = TypeVar("T")
_SCRIPTS = Path(__file__).parent.parent / "migrations"
_MIGRATION_LOCK = 5_020_117  # any number that nothing else locks


def alembic_config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config


async def migrate(url: str, revision: str = "head") -> str:
    """Bring the database to `revision` (up, or down for an older one); returns the revision it has afterwards.

    All or nothing, and one process at a time. Raises SettingsError where there is no such revision, or where a newer release has
    written the database.
    """

    def work(connection: Connection) -> str:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_MIGRATION_LOCK})")
        config = alembic_config(connection)
        scripts = ScriptDirectory.from_config(config)
        present = _revision_of(connection)
        try:
            older = (
                [one.revision for one in scripts.iterate_revisions(present, "base")][1:] if present else []
            )
            if revision == "base" or revision in older:
                command.downgrade(config, revision)
            else:
                command.upgrade(config, revision)
        except (CommandError, RevisionError) as problem:
            raise SettingsError(f"the database cannot be brought to {revision}: {problem}") from None
        return _revision_of(connection) or "base"

    return await _in_transaction(url, work)


async def is_current(url: str) -> bool:
    """Whether the database has the newest schema."""
    address = make_url(url)
    if address.drivername == "sqlite" and not Path(address.database or "").exists():
        return False

    def work(connection: Connection) -> bool:
        head = ScriptDirectory.from_config(alembic_config(connection)).get_current_head()
        return _revision_of(connection) == head

    return await _in_transaction(url, work)


def _revision_of(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


async def _in_transaction(url: str, work: Callable[[Connection], T]) -> T:
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
