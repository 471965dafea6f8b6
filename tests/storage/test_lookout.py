"""Who looks again and again rests while nothing can be there, and no longer than that."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from feedbackbot.storage.database import Database, SqliteDatabase, open_database
from feedbackbot.storage.lookout import LONGEST_REST_SECONDS, Lookout
from feedbackbot.storage.pipeline.job_runs import keep_run
from feedbackbot.storage.pipeline.operation_tables import job_run
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from tests.builders import sqlite_in, test_settings
from tests.talk import Clock

Looks = Callable[[], bool]


def adds(name: str) -> Callable[[Transaction], None]:
    return lambda tx: keep_run(tx, name, {}, None, None)


def beats(tx: Transaction) -> None:
    """As a beat or a lease does."""
    tx.is_routine()
    keep_run(tx, "beat", {}, None, None)


def fails(tx: Transaction) -> None:
    keep_run(tx, "fails", {}, None, None)
    raise KeyError("undone")


def counted(tx: Transaction) -> int:
    """Rows that are no beat."""
    return int(tx.run(select(func.count()).select_from(job_run).where(job_run.c.job != "beat")).scalar_one())


class Watched:
    """A runtime alone with its database, and one who looks into it."""

    def __init__(self, database: Database) -> None:
        self.clock, self.seconds = Clock(), 0.0
        self.runtime = Runtime(database, self.clock, test_settings())
        self.runtime.alone = lambda: True
        self.lookout = Lookout(self.runtime, lambda: self.seconds)

    def looks_in_vain(self, until: timedelta | None = None) -> bool:
        """Whether a look was made."""
        if not self.lookout.begins():
            return False
        self.lookout.found_nothing(None if until is None else self.clock() + until)
        return True


async def another_process_commits(one: Watched) -> None:
    assert isinstance(one.runtime.database, SqliteDatabase)
    other = open_database(f"sqlite:///{one.runtime.database.file}")
    await Runtime(other, one.clock, test_settings()).write(adds("theirs"))
    await other.close()


@pytest.fixture
def watched(database: Database) -> Watched:
    return Watched(database)


@pytest.fixture
async def on_sqlite(tmp_path: Path) -> Watched:
    """After its first beat: until then nobody knows what others have written."""
    made = Watched(await sqlite_in(tmp_path))
    await made.runtime.write(beats)
    return made


async def test_what_was_looked_at_in_vain_is_looked_at_again_after_a_commit_only(on_sqlite: Watched) -> None:
    one = on_sqlite
    assert [one.looks_in_vain() for _ in range(3)] == [True, False, False]
    await one.runtime.write(adds("new"))
    assert [one.looks_in_vain() for _ in range(3)] == [True, False, False]


@pytest.mark.parametrize("work", [beats, counted], ids=["a beat", "a unit that changes nothing"])
async def test_what_is_routine_wakes_nobody(
    on_sqlite: Watched, work: Callable[[Transaction], object]
) -> None:
    assert on_sqlite.looks_in_vain()
    await on_sqlite.runtime.write(work)
    assert not on_sqlite.looks_in_vain()


async def test_what_is_committed_beside_a_beat_is_seen(on_sqlite: Watched) -> None:
    """They may wait together for one commit."""
    one = on_sqlite
    for together in ((beats, adds("a")), (adds("b"), beats), (beats, beats, adds("c"))):
        assert one.looks_in_vain()
        await asyncio.gather(*(one.runtime.write(work) for work in together))
        assert one.looks_in_vain()
        assert not one.looks_in_vain()
        await one.runtime.write(adds("between"))


async def test_a_look_that_found_something_is_followed_by_another(on_sqlite: Watched) -> None:
    assert on_sqlite.lookout.begins()
    assert on_sqlite.looks_in_vain()


async def test_what_is_committed_while_somebody_looks_is_looked_for_again(on_sqlite: Watched) -> None:
    one = on_sqlite
    assert one.lookout.begins()
    await one.runtime.write(adds("meanwhile"))
    one.lookout.found_nothing()
    assert one.looks_in_vain()


async def test_what_falls_due_is_looked_for_at_that_moment(on_sqlite: Watched) -> None:
    one = on_sqlite
    assert one.looks_in_vain(until=timedelta(seconds=20))
    one.clock.passes(seconds=19)
    assert not one.looks_in_vain()
    one.clock.passes(seconds=1)
    assert one.looks_in_vain()


async def test_nobody_rests_longer_than_half_a_minute(on_sqlite: Watched) -> None:
    one = on_sqlite
    assert one.looks_in_vain()
    one.seconds += LONGEST_REST_SECONDS - 0.1
    assert not one.looks_in_vain()
    one.seconds += 0.1
    assert one.looks_in_vain()


async def test_what_another_process_commits_is_seen_from_the_next_beat_on(
    on_sqlite: Watched, tmp_path: Path
) -> None:
    one = on_sqlite
    assert [one.looks_in_vain() for _ in range(2)] == [True, False]
    await another_process_commits(one)
    await one.runtime.write(beats)
    assert one.looks_in_vain()
    await one.runtime.write(beats)
    assert not one.looks_in_vain()


async def test_what_another_process_commits_is_seen_though_our_next_commit_failed(on_sqlite: Watched) -> None:
    one = on_sqlite
    assert [one.looks_in_vain() for _ in range(2)] == [True, False]
    await another_process_commits(one)

    def undoes_all(tx: Transaction) -> None:
        """As SQLite does by itself where the disk is full."""
        raw = tx.connection.connection.driver_connection
        assert raw is not None
        raw.rollback()
        raise KeyError("undone")

    with pytest.raises(KeyError):
        await one.runtime.write(undoes_all)
    await one.runtime.write(beats)
    assert one.looks_in_vain()


async def test_beside_another_process_every_look_is_made(watched: Watched) -> None:
    watched.runtime.alone = lambda: False
    assert [watched.looks_in_vain() for _ in range(3)] == [True, True, True]


async def test_on_postgresql_every_look_is_made(database: Database) -> None:
    """Nothing there tells a process of what others commit."""
    looks = [Watched(database).looks_in_vain() for _ in range(2)]
    assert looks == [True, True], "the first of each one who looks"
    one = Watched(database)
    told = [one.looks_in_vain() for _ in range(3)]
    assert told == ([True, False, False] if database.dialect == "sqlite" else [True, True, True])


DEEDS = st.lists(st.sampled_from(["add", "beat", "fail", "look", "other", "wait"]), max_size=30)


@given(deeds=DEEDS)
@settings(max_examples=40, deadline=None)
async def test_nothing_that_was_committed_is_overlooked_in_any_order(
    tmp_path_factory: pytest.TempPathFactory, deeds: list[str]
) -> None:
    """A counterpart that always looks knows how many rows there are; who rests knows as much, after a beat."""
    one = Watched(await sqlite_in(tmp_path_factory.mktemp("any")))
    assert isinstance(one.runtime.database, SqliteDatabase)
    other = open_database(f"sqlite:///{one.runtime.database.file}")
    known = -1

    async def look() -> None:
        nonlocal known
        if one.lookout.begins():
            known = await one.runtime.read(counted)
            one.lookout.found_nothing()

    for number, deed in enumerate(deeds):
        match deed:
            case "add":
                await one.runtime.write(adds(f"mine {number}"))
            case "other":
                await Runtime(other, one.clock, test_settings()).write(adds(f"theirs {number}"))
            case "beat":
                await one.runtime.write(beats)
            case "fail":
                with pytest.raises(KeyError):
                    await one.runtime.write(fails)
            case "wait":
                one.seconds += 1
            case _:
                await look()
    await one.runtime.write(beats)
    await look()
    rows = await one.runtime.read(counted)
    await other.close()
    await one.runtime.database.close()
    assert known == rows
