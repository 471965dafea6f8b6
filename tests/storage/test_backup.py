"""A copy of the whole database while others write."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from feedbackbot.errors import SettingsError
from feedbackbot.storage.backup import back_up
from feedbackbot.storage.database import Database, open_database
from feedbackbot.storage.schema import integrity_problems
from tests.postgres_cluster import postgres_programs

_PAIR = text("INSERT INTO job_run (job, counts) VALUES (:left, '{}'), (:right, '{}')")


async def write_pairs(database: Database, name: str, enough: asyncio.Event) -> int:
    """Two rows a transaction until it is enough; a copy must hold both or none."""
    written = 0
    while not enough.is_set():
        pair = {"left": f"{name}-{written}-left", "right": f"{name}-{written}-right"}
        await database.write(lambda c, pair=pair: c.execute(_PAIR, pair))
        written += 1
    return written


async def test_a_copy_made_while_many_write_is_whole_and_of_one_moment(
    sqlite_url: str, tmp_path: Path
) -> None:
    database = open_database(sqlite_url, synchronous="NORMAL")
    bulk = text("INSERT INTO job_run (job, counts) VALUES (:job, :counts)")
    rows = [{"job": f"bulk-{number}", "counts": "x" * 500} for number in range(5_000)]
    await database.write(lambda c: c.execute(bulk, rows))
    enough = asyncio.Event()
    writing = [asyncio.ensure_future(write_pairs(database, f"w{number}", enough)) for number in range(4)]
    await asyncio.sleep(0.05)
    copy = tmp_path / "copies" / "copy.db"
    await back_up(sqlite_url, copy)
    enough.set()
    assert sum([await one for one in writing]) > 0
    await database.close()
    assert integrity_problems(f"sqlite:///{copy}") == []
    with closing(sqlite3.connect(copy)) as opened:
        lefts = {
            row[0]
            for row in opened.execute("SELECT replace(job, '-left', '') FROM job_run WHERE job LIKE '%left'")
        }
        rights = {
            row[0]
            for row in opened.execute(
                "SELECT replace(job, '-right', '') FROM job_run WHERE job LIKE '%right'"
            )
        }
        bulked = opened.execute("SELECT count(*) FROM job_run WHERE job LIKE 'bulk%'").fetchone()[0]
    assert lefts == rights
    assert bulked == 5_000
    assert not list(copy.parent.glob("*.partial"))


async def test_a_failed_copy_leaves_the_older_one_alone(tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_text("the older one")
    with pytest.raises(SettingsError, match="migrate"):
        await back_up(f"sqlite:///{tmp_path / 'missing.db'}", copy)
    assert copy.read_text() == "the older one"


async def test_a_copy_of_postgresql_can_be_restored(
    postgres_url: str, empty_postgres_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs = postgres_programs()
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
    database = open_database(postgres_url)
    pair = {"left": "one-left", "right": "one-right"}
    await database.write(lambda c: c.execute(_PAIR, pair))
    await database.close()
    copy = tmp_path / "copy.dump"
    await back_up(postgres_url, copy)
    restoring = await asyncio.create_subprocess_exec(
        "pg_restore", f"--dbname={empty_postgres_url}", str(copy)
    )
    assert await restoring.wait() == 0
    restored = open_database(empty_postgres_url)
    assert await restored.read(_jobs) == ["one-left", "one-right"]
    await restored.close()


def _jobs(connection: Connection) -> list[str]:
    return list(connection.execute(text("SELECT job FROM job_run ORDER BY job")).scalars())


async def test_what_pg_dump_refuses_becomes_one_line(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="pg_dump"):
        await back_up(f"postgresql://nobody@/nothing?host={tmp_path}", tmp_path / "copy.dump")
    assert not (tmp_path / "copy.dump").exists()


async def test_a_missing_pg_dump_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SettingsError, match="postgresql-client"):
        await back_up("postgresql://nobody@localhost/nothing", tmp_path / "copy.dump")


async def test_a_damaged_file_is_noticed(sqlite_url: str) -> None:
    assert integrity_problems(sqlite_url) == []
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    damaged = bytearray(file.read_bytes())
    damaged[4096 : 4096 * 3] = bytes(4096 * 2)
    file.write_bytes(damaged)
    assert integrity_problems(sqlite_url) != []


def test_a_reference_to_nothing_is_noticed(sqlite_url: str) -> None:
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))) as opened:
        opened.execute("INSERT INTO opt_out VALUES (99, 'nudge', '2026-11-24')")
        opened.commit()
    assert any("opt_out" in line for line in integrity_problems(sqlite_url))


def test_postgresql_looks_after_itself() -> None:
    assert integrity_problems("postgresql://nobody@localhost/nothing") == []
