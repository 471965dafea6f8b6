"""A restore is done whole or not at all, and says in one line why not."""

import asyncio
import os
import signal
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from feedbackbot.errors import SettingsError
from feedbackbot.settings import Settings
from feedbackbot.storage.backup import back_up
from feedbackbot.storage.database import open_database
from feedbackbot.storage.migrating import migrate
from feedbackbot.storage.privacy.erasure_file import add_erasures, erasure_file
from feedbackbot.storage.sqlite_file import beside, refuse_unsound
from feedbackbot.usecases.privacy.restore_database import restore_database
from tests.builders import test_settings
from tests.endtoend.bot_process import ROOT


@pytest.fixture
async def backup(sqlite_url: str, tmp_path: Path) -> Path:
    made = tmp_path / "backup" / "copy.db"
    await back_up(sqlite_url, made)
    return made


@pytest.fixture
def settings(sqlite_url: str) -> Settings:
    found = test_settings(database_url=sqlite_url)
    add_erasures(erasure_file(found), [])
    return found


def file_of(settings: Settings) -> Path:
    return Path(settings.database_url.removeprefix("sqlite:///"))


async def test_a_file_that_somebody_has_open_is_left_alone(settings: Settings, backup: Path) -> None:
    before = file_of(settings).read_bytes()
    program = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('BEGIN');"
        "c.execute('SELECT * FROM job_run').fetchall(); print('open', flush=True); input()"
    )
    other = await asyncio.create_subprocess_exec(
        sys.executable, "-c", program, str(file_of(settings)),
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert other.stdout is not None
    await other.stdout.readline()
    with pytest.raises(SettingsError, match="stop the bot first"):
        await restore_database(settings, backup)
    await other.communicate(b"\n")
    assert file_of(settings).read_bytes() == before
    await restore_database(settings, backup)


async def test_the_old_log_never_meets_the_new_file_and_is_kept_with_the_old_one(
    settings: Settings, backup: Path
) -> None:
    file = file_of(settings)
    beside(file, "-wal").write_bytes(b"a log of the old file" * 999)
    done = await restore_database(settings, backup)
    assert done.old_file is not None
    assert beside(done.old_file, "-wal").read_bytes() == b"a log of the old file" * 999
    assert not beside(file, "-wal").exists()
    refuse_unsound(settings.database_url)
    assert [
        one.name for one in file.parent.iterdir() if "restor" in one.name and "before" not in one.name
    ] == []


async def test_another_key_is_refused_and_the_present_file_stays(settings: Settings, backup: Path) -> None:
    await restore_database(settings, backup)
    await back_up(settings.database_url, backup)
    before = file_of(settings).read_bytes()
    other = settings.model_copy(update={"secret_key": type(settings.secret_key)("x" * 40)})
    with pytest.raises(SettingsError, match="is not the key"):
        await restore_database(other, backup)
    assert file_of(settings).read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"x" * 9000])
async def test_what_is_no_backup_is_refused(settings: Settings, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bad.db").write_bytes(content)
    with pytest.raises(SettingsError, match="no backup that can be restored"):
        await restore_database(settings, tmp_path / "bad.db")


async def test_a_lost_erasure_log_is_told_and_must_be_said_to_be_lost(
    settings: Settings, backup: Path
) -> None:
    erasure_file(settings).unlink()
    with pytest.raises(SettingsError, match="--without-erasures"):
        await restore_database(settings, backup)
    assert (await restore_database(settings, backup, without_erasures=True)).erased_again == 0


async def test_a_swap_that_was_broken_off_is_told_until_it_is_done_again(
    settings: Settings, backup: Path
) -> None:
    file = file_of(settings)
    file.rename(beside(file, ".restored"))
    for opening in (lambda: migrate(settings.database_url), lambda: back_up(settings.database_url, backup)):
        with pytest.raises(SettingsError):
            await opening()
    await restore_database(settings, backup)
    refuse_unsound(settings.database_url)


@pytest.mark.parametrize("signum", [signal.SIGTERM, signal.SIGKILL])
async def test_a_backup_that_is_killed_leaves_nothing(tmp_path: Path, signum: signal.Signals) -> None:
    url = f"sqlite:///{tmp_path / 'data' / 'bot.db'}"
    await migrate(url)
    database = open_database(url)
    await database.write(lambda c: c.exec_driver_sql("CREATE TABLE ballast (b BLOB)"))
    for _ in range(40):
        await database.write(lambda c: c.exec_driver_sql("INSERT INTO ballast VALUES (randomblob(3000000))"))
    await database.close()
    target = tmp_path / "backup" / "copy.db"
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "FEEDBACKBOT_DATABASE_URL": url}
    process = await asyncio.create_subprocess_exec(
        sys.executable, str(ROOT / "bot.py"), "backup", str(target), env=environment, cwd=tmp_path
    )
    while process.returncode is None and not list(tmp_path.glob("backup")):
        await asyncio.sleep(0.001)
    await asyncio.sleep(0.05)
    process.send_signal(signum)
    await process.wait()
    left = [one.name for one in target.parent.iterdir()]
    assert left in ([], ["copy.db"])
    if left:  # it was done already
        with closing(sqlite3.connect(target)) as opened:
            assert opened.execute("PRAGMA quick_check").fetchone() == ("ok",)
