"""Two releases side by side on one database: what the older one writes and reads, the newer schema still takes and gives."""

import asyncio
import contextlib
import itertools
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from sqlalchemy import Connection, MetaData, Table, insert, select

from feedbackbot.storage.database import Database, open_database
from feedbackbot.storage.migrating import migrate, waiting_migrations
from feedbackbot.storage.schema import in_transaction, newest_revision, present_revision
from feedbackbot.usecases.units.prepare_database import copy_before_migrating, rehearse_migrations
from tests.builders import test_settings
from tests.storage.old_data import FIRST_RELEASE, fill, value

RELEASE_0_2 = "0013"
BEFORE_THE_FORUM, THE_FORUM = "0031", "0032"
# taken away for good, so that nobody can be found by them: the two statements of 0.1 that name them fail beside a newer release
TAKEN_AWAY = {"employee": {"email"}, "low_score_alert": {"person_id", "agreed_at"}}


def columns_of(connection: Connection) -> dict[str, list[str]]:
    tables = MetaData()
    tables.reflect(connection)
    return {
        table.name: [column.name for column in table.columns]
        for table in tables.sorted_tables
        if table.name != "alembic_version"
    }


def reads_and_writes(connection: Connection, known: dict[str, list[str]], tables: MetaData) -> dict[str, str]:
    """What of the older release's statements fails, by table: a row with the columns it knows, and all of them read."""
    failed: dict[str, str] = {}
    for table in tables.sorted_tables:
        if table.name not in known:
            continue
        point = connection.begin_nested()
        try:
            _write_and_read(connection, table, known[table.name])
            point.commit()
        except Exception as problem:
            point.rollback()
            failed[table.name] = str(problem).splitlines()[0]
    return failed


def _write_and_read(connection: Connection, table: Table, columns: Iterable[str]) -> None:
    names = [name for name in columns if name not in TAKEN_AWAY.get(table.name, ())]
    connection.execute(insert(table), _row(table, names))
    connection.execute(select(*(table.c[name] for name in names))).all()


def _row(table: Table, names: list[str]) -> dict[str, Any]:
    row = {name: value(table.c[name], 3) for name in names}
    for column in table.columns:
        if column.foreign_keys and column.name in row:
            own = next(iter(column.foreign_keys)).column.table is table
            row[column.name] = None if own else row[column.name]
    return row


@pytest.mark.parametrize("release", [FIRST_RELEASE, RELEASE_0_2])
async def test_statements_of_an_older_release_still_work_on_todays_schema(
    empty_url: str, release: str
) -> None:
    await migrate(empty_url, release)
    known = await in_transaction(empty_url, columns_of)
    await migrate(empty_url)
    todays = MetaData()
    await in_transaction(empty_url, todays.reflect)
    assert (
        await in_transaction(empty_url, lambda connection: reads_and_writes(connection, known, todays)) == {}
    )


@pytest.mark.parametrize("release", [FIRST_RELEASE, RELEASE_0_2])
async def test_each_migration_is_done_while_an_older_release_writes(empty_url: str, release: str) -> None:
    """With data in every table. On PostgreSQL it writes in the middle of each migration; to an SQLite file, which no two releases share,
    between them. What it has written is undone again, so that it can write the same once more."""
    await migrate(empty_url, release)
    await in_transaction(empty_url, fill)
    older, database = MetaData(), open_database(empty_url)
    await in_transaction(empty_url, older.reflect)
    tables = [one for one in older.sorted_tables if one.name != "alembic_version"]
    small, beside = itertools.cycle(_with_referred(tables, one) for one in tables), "postgresql" in empty_url
    for name in await waiting_migrations(empty_url):
        done = asyncio.Event()
        writer = asyncio.create_task(_writes_until(done, small, database)) if beside else None
        await migrate(empty_url, name[:4])
        done.set()
        try:
            if writer is not None:
                await writer
            await _undone(database, tables)
        except Exception as problem:
            pytest.fail(f"an older release cannot write beside {name}: {str(problem).splitlines()[0]}")
    await database.close()


async def _writes_until(done: asyncio.Event, small: Iterator[list[Table]], database: Database) -> None:
    """An older release's statements while somebody migrates, in units of work as small as the bot's. Raises what fails more often than the
    database's own patience bears."""
    while not done.is_set():
        await _undone(database, next(small))


class _UndoneError(Exception):
    """Takes back what was written."""


async def _undone(database: Database, tables: Iterable[Table]) -> None:
    def work(connection: Connection) -> None:
        for table in tables:
            _write_and_read(connection, table, table.columns.keys())
        raise _UndoneError

    with contextlib.suppress(_UndoneError):
        await database.write(work)


def _with_referred(tables: Sequence[Table], table: Table) -> list[Table]:
    needed = _referred_to(table)
    return [one for one in tables if one in needed]


def _referred_to(table: Table) -> set[Table]:
    """With itself and all that those refer to."""
    found, rest = {table}, [table]
    while rest:
        for key in rest.pop().foreign_keys:
            if key.column.table not in found:
                found.add(key.column.table)
                rest.append(key.column.table)
    return found


@pytest.mark.slow
async def test_a_migration_that_is_ended_for_a_deadlock_begins_anew(empty_postgres_url: str) -> None:
    """The forum's first table refers to units and, after them, to people: whoever holds people and then wants units meets it."""
    await migrate(empty_postgres_url, BEFORE_THE_FORUM)
    writer, watcher = [await asyncpg.connect(empty_postgres_url) for _ in range(2)]
    try:
        # whoever looks for a deadlock is ended: it is the migration, once the writer has had the time to come into its way
        await writer.execute("SET deadlock_timeout = '1h'")
        name = await watcher.fetchval("SELECT current_database()")
        await watcher.execute(f"ALTER DATABASE {name} SET deadlock_timeout = '4s'")
        async with writer.transaction():
            await writer.execute("LOCK TABLE person IN ROW EXCLUSIVE MODE")
            migrating = asyncio.create_task(migrate(empty_postgres_url, THE_FORUM))
            while not await watcher.fetchval("SELECT count(*) FROM pg_locks WHERE NOT granted"):
                await asyncio.sleep(0.01)
            await writer.execute("LOCK TABLE unit IN ROW EXCLUSIVE MODE")
        assert await migrating == THE_FORUM
        deadlocks = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"
        while not await watcher.fetchval(deadlocks):  # told a little later
            await asyncio.sleep(0.05)
    finally:
        for connection in (writer, watcher):
            await connection.close()


async def test_a_rehearsal_tries_all_and_changes_nothing(empty_url: str) -> None:
    settings = test_settings(database_url=empty_url)
    await migrate(empty_url, FIRST_RELEASE)
    await in_transaction(empty_url, fill)
    waiting = await rehearse_migrations(settings)
    assert (waiting[0][:4], waiting[-1][:4]) == ("0010", newest_revision())
    assert await present_revision(empty_url) == FIRST_RELEASE
    await migrate(empty_url)
    assert await rehearse_migrations(settings) == []


async def test_a_rehearsal_says_what_would_fail(empty_url: str) -> None:
    await migrate(empty_url, FIRST_RELEASE)
    await in_transaction(
        empty_url, lambda c: c.exec_driver_sql("CREATE TABLE erasure_log (x INTEGER)") and None
    )
    with pytest.raises(Exception, match="erasure_log"):
        await rehearse_migrations(test_settings(database_url=empty_url))
    assert await present_revision(empty_url) == FIRST_RELEASE


async def test_an_sqlite_file_is_kept_as_it_was_before_migrations_and_only_then(tmp_path: Path) -> None:
    settings = test_settings(database_url=f"sqlite:///{tmp_path / 'bot.db'}")
    assert await waiting_migrations(settings.database_url) != []
    assert await copy_before_migrating(settings) is None, "there is nothing yet"
    await migrate(settings.database_url, FIRST_RELEASE)
    copy = await copy_before_migrating(settings)
    assert copy is not None and copy.stat().st_mode & 0o777 == 0o600
    assert await present_revision(f"sqlite:///{copy}") == FIRST_RELEASE
    await migrate(settings.database_url)
    assert await copy_before_migrating(settings) is None
