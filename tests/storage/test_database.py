"""What both databases promise alike, and what becomes of it when one is away."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from feedbackbot.errors import DatabaseAway
from feedbackbot.storage.database import Database, open_database
from tests.databases import beside_the_loop


def add_unit(code: str) -> Any:
    statement = text(
        "INSERT INTO unit (code, name, short_name, position, kind, kind_name, keywords, active)"
        " VALUES (:code, 'Dinas', 'Dinas', 1, 'dinas', 'Dinas', '', true)"
    )
    return lambda connection: connection.execute(statement, {"code": code}).rowcount


def count_units(connection: Connection) -> int:
    return int(connection.execute(text("SELECT count(*) FROM unit")).scalar_one())


async def test_what_is_written_is_read(database: Database) -> None:
    assert await database.write(add_unit("a")) == 1
    assert await database.read(count_units) == 1


async def test_a_unit_of_work_that_raises_leaves_nothing(database: Database) -> None:
    def half(connection: Connection) -> None:
        add_unit("a")(connection)
        raise ValueError("changed my mind")

    with pytest.raises(ValueError, match="changed my mind"):
        await database.write(half)
    assert await database.read(count_units) == 0


async def test_a_reader_cannot_write(database: Database) -> None:
    with pytest.raises(DBAPIError):
        await database.read(add_unit("a"))
    assert await database.read(count_units) == 0


async def test_a_reader_sees_one_moment_whatever_is_written_meanwhile(
    database: Database, database_url: str
) -> None:
    async def write_elsewhere() -> None:
        other = open_database(database_url, synchronous="NORMAL")
        await other.write(add_unit("meanwhile"))
        await other.close()

    def read_twice(connection: Connection) -> tuple[int, int]:
        before = count_units(connection)
        beside_the_loop(write_elsewhere)
        return before, count_units(connection)

    assert await database.read(read_twice) == (0, 0)
    assert await database.read(count_units) == 1


async def test_an_error_does_not_repeat_what_people_wrote(database: Database) -> None:
    def work(connection: Connection) -> None:
        connection.execute(text("SELECT no_such_column FROM unit WHERE name = :name"), {"name": "my secret"})

    with pytest.raises(DBAPIError) as caught:
        await database.write(work)
    assert "my secret" not in str(caught.value)


@pytest.fixture
async def postgres(postgres_url: str) -> AsyncIterator[Database]:
    opened = open_database(postgres_url, pool=4)
    yield opened
    await opened.close()


async def test_postgresql_runs_a_unit_again_after_a_deadlock(postgres: Database) -> None:
    await postgres.write(add_unit("a"))
    await postgres.write(add_unit("b"))
    tries: list[str] = []

    def lock(first: str, second: str) -> Any:
        def work(connection: Connection) -> None:
            tries.append(first)
            for code in (first, second):
                statement = text("UPDATE unit SET position = position + 1 WHERE code = :code")
                connection.execute(statement, {"code": code})
                connection.execute(text("SELECT pg_sleep(0.3)"))

        return work

    await asyncio.gather(postgres.write(lock("a", "b")), postgres.write(lock("b", "a")))
    positions = await postgres.read(lambda c: c.execute(text("SELECT position FROM unit")).scalars().all())
    assert positions == [3, 3]
    assert len(tries) > 2


async def test_a_connection_that_was_cut_is_replaced_unnoticed(postgres: Database, postgres_url: str) -> None:
    await asyncio.gather(*(postgres.read(count_units) for _ in range(4)))
    await _cut_all_others(postgres_url)
    assert await postgres.write(add_unit("a")) == 1
    await _cut_all_others(postgres_url)
    assert await postgres.read(count_units) == 1


async def _cut_all_others(url: str) -> None:
    other = open_database(url, pool=1)
    cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname IS NOT NULL"
    await other.write(lambda c: c.execute(text(f"{cut} AND datname = current_database()")).all())
    await other.close()


async def test_a_server_that_takes_no_connections_is_away(postgres: Database, postgres_url: str) -> None:
    name = postgres_url.partition("?")[0].rpartition("/")[2]
    master = open_database(postgres_url.replace(f"/{name}?", "/postgres?"))
    await master.write(lambda c: c.execute(text(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")))
    with pytest.raises(DatabaseAway):
        await postgres.write(add_unit("a"))
    with pytest.raises(DatabaseAway):
        await postgres.read(count_units)
    await master.write(lambda c: c.execute(text(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")))
    await master.close()
    assert await postgres.write(add_unit("a")) == 1


async def test_a_server_that_is_not_there_is_away(tmp_path: Path) -> None:
    nowhere = open_database(f"postgresql://tester@/nothing?host={tmp_path}")
    with pytest.raises(DatabaseAway):
        await nowhere.write(add_unit("a"))
    await nowhere.close()


async def test_a_broken_rule_is_not_tried_again(postgres: Database) -> None:
    tries: list[int] = []

    def work(connection: Connection) -> None:
        tries.append(1)
        add_unit("same")(connection)
        add_unit("same")(connection)

    with pytest.raises(DBAPIError):
        await postgres.write(work)
    assert len(tries) == 1
