"""What waits together is committed together, and each waiter learns its own fate."""

import asyncio
import sqlite3
import sys
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from feedbackbot.errors import DatabaseAway
from feedbackbot.storage.database import SqliteDatabase

Work = Callable[[Connection], Any]


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[SqliteDatabase]:
    opened = SqliteDatabase(tmp_path / "notes.db", synchronous="NORMAL")
    await opened.write(
        lambda c: c.exec_driver_sql("CREATE TABLE note (id INTEGER PRIMARY KEY, word TEXT UNIQUE)")
    )
    await opened.write(lambda c: c.exec_driver_sql("CREATE TABLE reply (note INTEGER REFERENCES note (id))"))
    yield opened
    await opened.close()


def notes(word: str) -> Work:
    return lambda connection: (
        connection.exec_driver_sql("INSERT INTO note (word) VALUES (?)", (word,)).rowcount
    )


def kept(file: Path) -> list[str]:
    """What somebody else sees."""
    with closing(sqlite3.connect(file)) as other:
        return [row[0] for row in other.execute("SELECT word FROM note ORDER BY id")]


async def together(database: SqliteDatabase, *works: Work) -> list[Any]:
    """Hand all in while the writer is busy, so that they are one group."""
    gate = threading.Event()
    busy = asyncio.ensure_future(database.write(lambda _: gate.wait(10)))
    waiting = [asyncio.ensure_future(database.write(work)) for work in works]
    await asyncio.sleep(0)
    gate.set()
    _, *results = await asyncio.gather(busy, *waiting, return_exceptions=True)
    return results


async def test_nothing_of_a_group_is_seen_before_all_of_it_is_done(database: SqliteDatabase) -> None:
    seen: list[list[str]] = []

    def note_and_look(word: str) -> Work:
        def work(connection: Connection) -> None:
            notes(word)(connection)
            seen.append(kept(database.file))

        return work

    await together(database, *(note_and_look(f"word {number}") for number in range(10)))
    assert seen == [[]] * 10
    assert len(kept(database.file)) == 10


async def test_units_run_in_the_order_in_which_they_were_handed_in(database: SqliteDatabase) -> None:
    words = [f"word {number}" for number in range(50)]
    await together(database, *(notes(word) for word in words))
    assert kept(database.file) == words


async def test_a_failing_unit_is_undone_alone(database: SqliteDatabase) -> None:
    def half(connection: Connection) -> None:
        notes("half")(connection)
        raise ValueError("changed my mind")

    first, failed, last = await together(database, notes("before"), half, notes("after"))
    assert (first, last) == (1, 1)
    assert isinstance(failed, ValueError)
    assert kept(database.file) == ["before", "after"]


async def test_a_broken_rule_is_the_fault_of_the_unit_that_broke_it(database: SqliteDatabase) -> None:
    first, second = await together(database, notes("same"), notes("same"))
    assert first == 1
    assert isinstance(second, IntegrityError)
    assert kept(database.file) == ["same"]


async def test_when_the_commit_fails_everybody_of_the_group_is_told(database: SqliteDatabase) -> None:
    def debt(connection: Connection) -> None:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        connection.exec_driver_sql("INSERT INTO reply VALUES (99)")

    results = await together(database, notes("one"), debt, notes("two"))
    assert ["FOREIGN KEY" in str(result) for result in results] == [True] * 3
    assert kept(database.file) == []
    await database.write(notes("later"))
    assert kept(database.file) == ["later"]


async def test_a_unit_that_nobody_waits_for_any_more_disturbs_no_other(database: SqliteDatabase) -> None:
    gate = threading.Event()
    busy = asyncio.ensure_future(database.write(lambda _: gate.wait(10)))
    left = asyncio.ensure_future(database.write(notes("left")))
    other = asyncio.ensure_future(database.write(notes("other")))
    await asyncio.sleep(0)
    left.cancel()
    gate.set()
    assert await other == 1
    await busy


async def test_closing_waits_for_what_was_handed_in(database: SqliteDatabase) -> None:
    writing = [asyncio.ensure_future(database.write(notes(f"word {number}"))) for number in range(300)]
    await asyncio.sleep(0)
    await database.close()
    assert len(kept(database.file)) == 300
    assert sum([await one for one in writing]) == 300


async def test_a_closed_database_is_away(database: SqliteDatabase) -> None:
    await database.close()
    with pytest.raises(DatabaseAway):
        await database.write(notes("late"))
    with pytest.raises(DatabaseAway):
        await database.read(lambda _: None)


async def test_a_full_disk_is_not_the_fault_of_the_work(database: SqliteDatabase) -> None:
    def limit(pages: int) -> Work:
        return lambda connection: connection.exec_driver_sql(f"PRAGMA max_page_count={pages}").fetchall()

    await database.write(limit(10))
    with pytest.raises(DatabaseAway, match="full"):
        await database.write(notes("x" * 100_000))
    await database.write(limit(10_000))
    await database.write(notes("y" * 100_000))
    assert kept(database.file) == ["y" * 100_000]


async def test_a_file_that_cannot_be_opened_is_tried_again(tmp_path: Path) -> None:
    place = tmp_path / "in_the_way.db"
    place.mkdir()
    database = SqliteDatabase(place)
    with pytest.raises(DatabaseAway):
        await database.write(lambda _: None)
    place.rmdir()
    await database.write(lambda c: c.exec_driver_sql("CREATE TABLE note (word TEXT)"))
    await database.close()


async def test_a_stop_iteration_reaches_its_waiter_as_an_error(database: SqliteDatabase) -> None:
    def stops(_: Connection) -> None:
        raise StopIteration

    with pytest.raises(RuntimeError, match="StopIteration"):
        await database.write(stops)
    assert await database.write(notes("next")) == 1


_COUNT_UP = """
import asyncio, sys
from pathlib import Path
from feedbackbot.storage.database import SqliteDatabase

def step(connection):
    count = connection.exec_driver_sql("SELECT CAST(word AS INTEGER) FROM note").scalar_one()
    connection.exec_driver_sql("UPDATE note SET word = ?", (str(count + 1),))

async def main():
    database = SqliteDatabase(Path(sys.argv[1]), synchronous="NORMAL")
    for _ in range(10):
        await asyncio.gather(*(database.write(step) for _ in range(10)))
    await database.close()

asyncio.run(main())
"""


async def test_two_processes_on_one_file_wait_for_each_other(database: SqliteDatabase) -> None:
    await database.write(notes("0"))
    processes = [
        await asyncio.create_subprocess_exec(sys.executable, "-c", _COUNT_UP, str(database.file))
        for _ in range(2)
    ]
    assert [await process.wait() for process in processes] == [0, 0]
    assert kept(database.file) == ["200"]
