"""Migrations, integrity check and backup of the whole database."""

import asyncio
import os
import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from feedbackbot.errors import SettingsError

_SCRIPTS = Path(__file__).parent.parent / "migrations"


def alembic_config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _engine(url: str) -> AsyncEngine:
    address = make_url(url)
    if address.drivername == "sqlite":
        if address.database:
            Path(address.database).parent.mkdir(parents=True, exist_ok=True)
        return create_async_engine(address.set(drivername="sqlite+aiosqlite"))
    return create_async_engine(address.set(drivername="postgresql+asyncpg"))


async def migrate(url: str, revision: str = "head") -> str:
    """Bring the database to `revision` (up, or down for an older one); returns the revision it has afterwards."""

    def work(connection: Connection) -> str:
        config = alembic_config(connection)
        scripts = ScriptDirectory.from_config(config)
        present = MigrationContext.configure(connection).get_current_revision()
        older = (
            [script.revision for script in scripts.iterate_revisions(present, "base")][1:] if present else []
        )
        if revision == "base" or revision in older:
            command.downgrade(config, revision)
        else:
            command.upgrade(config, revision)
        return MigrationContext.configure(connection).get_current_revision() or "base"

    engine = _engine(url)
    try:
        async with engine.begin() as connection:
            return await connection.run_sync(work)
    finally:
        await engine.dispose()


async def is_current(url: str) -> bool:
    """Whether the database has the newest schema."""

    def work(connection: Connection) -> bool:
        scripts = ScriptDirectory.from_config(alembic_config(connection))
        return MigrationContext.configure(connection).get_current_revision() == scripts.get_current_head()

    engine = _engine(url)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(work)
    finally:
        await engine.dispose()


def integrity_problems(url: str) -> list[str]:
    """What SQLite's own check finds wrong; PostgreSQL checks its pages itself, so nothing is reported there."""
    address = make_url(url)
    if address.drivername != "sqlite" or not address.database:
        return []
    with sqlite3.connect(address.database) as connection:
        found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check")]
        found += [f"foreign key: {row}" for row in connection.execute("PRAGMA foreign_key_check")]
    connection.close()
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
    # a few pages a step: the writer gets in between
    with sqlite3.connect(source) as reading, sqlite3.connect(target) as writing:
        reading.backup(writing, pages=1000, sleep=0.005)
    writing.close()
    reading.close()


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
