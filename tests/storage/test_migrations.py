"""The migrations make what the tables say, up and down, on both databases."""

from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from feedbackbot.errors import SettingsError
from feedbackbot.storage.database import open_database
from feedbackbot.storage.migrating import migrate
from feedbackbot.storage.schema import SCRIPTS, is_current, newest_revision
from feedbackbot.storage.tables import for_migrations, metadata


async def look(url: str, work: Any) -> Any:
    database = open_database(url)
    try:
        return await database.read(work)
    finally:
        await database.close()


def tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names()) - {"alembic_version"}


def differences(connection: Connection) -> list[Any]:
    # SQLite gives defaults back as they were written, and Alembic cannot compare them
    options = {"compare_type": True, "compare_server_default": connection.dialect.name == "postgresql"}
    return list(compare_metadata(MigrationContext.configure(connection, opts=options), for_migrations()))


def partial_indexes(connection: Connection) -> set[str]:
    catalogue = (
        "SELECT indexname FROM pg_indexes WHERE indexdef LIKE '% WHERE %'"
        if connection.dialect.name == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE '% WHERE %'"
    )
    return set(connection.execute(text(catalogue)).scalars())


async def test_the_migrations_make_exactly_the_tables_of_the_code(empty_url: str) -> None:
    await migrate(empty_url)
    assert await look(empty_url, tables) == set(metadata.tables)
    assert await look(empty_url, differences) == []


async def test_a_partial_index_is_partial_on_both_databases(empty_url: str) -> None:
    """Migrations name the condition for both, though tables say it once."""
    said = {
        index.name: str(index.dialect_kwargs["postgresql_where"])
        for table in for_migrations().tables.values()
        for index in table.indexes
        if index.dialect_kwargs.get("postgresql_where") is not None
    }
    await migrate(empty_url)
    assert await look(empty_url, partial_indexes) == set(said)


async def test_up_down_and_up_again_leaves_the_same(empty_url: str) -> None:
    newest = await migrate(empty_url)
    assert await migrate(empty_url, "base") == "base"
    assert await look(empty_url, tables) == set()
    assert await migrate(empty_url) == newest
    assert await look(empty_url, differences) == []


async def test_migrating_twice_changes_nothing(empty_url: str) -> None:
    assert await migrate(empty_url) == await migrate(empty_url)


async def test_a_database_is_current_only_after_the_newest_migration(empty_url: str) -> None:
    assert not await is_current(empty_url)
    await migrate(empty_url)
    assert await is_current(empty_url)


async def test_a_database_of_a_newer_release_is_refused_in_one_line(empty_url: str) -> None:
    await migrate(empty_url)
    database = open_database(empty_url)
    await database.write(lambda c: c.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'"))
    await database.close()
    assert not await is_current(empty_url)
    with pytest.raises(SettingsError, match="9999"):
        await migrate(empty_url)


def test_the_newest_revision_is_read_from_the_file_names_as_alembic_sees_it() -> None:
    scripts = ScriptDirectory(str(SCRIPTS))
    assert newest_revision() == scripts.get_current_head()
