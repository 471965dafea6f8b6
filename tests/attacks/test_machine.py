"""What a machine can do to the bot: a locked database, a full disk, another key, a signal at the wrong moment."""

import asyncio
import resource
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from feedbackbot.playground.bounds import Bounds
from feedbackbot.playground.city import Playground
from feedbackbot.told_to_stop import HARD_STOP_SECONDS
from tests.attacks.stopping import not_ready, stops_in_time, until
from tests.endtoend.bot_process import ROOT, BotProcess, bot_environment, free_port, run_command
from tests.endtoend.prepared import load_units


def file_of(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


def ready(found: tuple[int, dict[str, str]]) -> bool:
    return found[0] == 200


def listens_to_sigterm(bot: BotProcess) -> bool:
    """Whether the interpreter itself has started; nobody can do anything before."""
    if bot._process is None:
        return False
    status = Path(f"/proc/{bot._process.pid}/status").read_text()
    caught = int(status.partition("SigCgt:")[2].split()[0], 16)
    return bool(caught >> (signal.SIGTERM - 1) & 1)


def test_the_order_is_cut_short_before_a_service_manager_kills() -> None:
    assert HARD_STOP_SECONDS < 10


def bot_on(city: Playground, url: str, folder: Path, program: Path = ROOT / "bot.py") -> BotProcess:
    port = free_port()
    environment = bot_environment(city.url, city.token, url, port)
    log = folder / "bot.log"
    return BotProcess(environment, webhook=False, port=port, log=log, program=program, warm=False)


@pytest.mark.timeout(200)
async def test_a_locked_database_is_told_and_waited_for_and_keeps_nobody_from_stopping(
    sqlite_url: str, tmp_path: Path
) -> None:
    await load_units(sqlite_url)
    async with Playground(token="1:PLAYlock", bounds=Bounds(), patience=60) as city:
        bot = bot_on(city, sqlite_url, tmp_path)
        await bot.start()
        ani = await city.person("Ani")
        with closing(sqlite3.connect(file_of(sqlite_url), isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            why = await until(not_ready, bot)
            assert "database" in why["why"]
            await ani.starts("")
            other.execute("ROLLBACK")
            await ani.hears()
            await until(ready, bot)
            other.execute("BEGIN IMMEDIATE")
            await until(not_ready, bot)
            assert await stops_in_time(bot) == 0


@pytest.mark.timeout(120)
@pytest.mark.parametrize("after", [0.0, 0.3, 1.0, 2.0])
async def test_told_to_stop_while_starting_it_ends_in_order(
    sqlite_url: str, tmp_path: Path, after: float
) -> None:
    await load_units(sqlite_url)
    async with Playground(token="1:PLAYstart", bounds=Bounds()) as city:
        bot = bot_on(city, sqlite_url, tmp_path)
        starting = asyncio.create_task(bot.start())
        while not listens_to_sigterm(bot):
            await asyncio.sleep(0.005)
        await asyncio.sleep(after)
        assert await stops_in_time(bot) == 0
        await asyncio.gather(starting, return_exceptions=True)
    assert "Traceback" not in (tmp_path / "bot.log").read_text()


# Python ignores what is raised in such a callback; its own imports have one for each module
LOST = """
import os, signal, sys, weakref
sys.argv[1:] = ["run"]
sys.path.insert(0, {root!r})
import bot, conversations
class Module: pass
module = Module()
gone = weakref.ref(module, lambda _: os.kill(os.getpid(), signal.SIGTERM))
del module
bot.main()
"""


@pytest.mark.timeout(120)
async def test_a_signal_whose_exception_python_ignores_is_not_forgotten(
    sqlite_url: str, tmp_path: Path
) -> None:
    await load_units(sqlite_url)
    async with Playground(token="1:PLAYlost", bounds=Bounds()) as city:
        program = tmp_path / "lost.py"
        program.write_text(LOST.format(root=str(ROOT)))
        with pytest.raises(RuntimeError, match="the bot ended with 0"):
            await bot_on(city, sqlite_url, tmp_path, program).start()
    assert "SystemExit" in (log := (tmp_path / "bot.log").read_text()), "the exception was ignored"
    assert "started" not in log


@pytest.mark.timeout(120)
async def test_told_to_stop_while_it_starts_on_a_locked_database_it_ends_in_time(
    sqlite_url: str, tmp_path: Path
) -> None:
    await load_units(sqlite_url)
    async with Playground(token="1:PLAYboth", bounds=Bounds()) as city:
        bot = bot_on(city, sqlite_url, tmp_path)
        with closing(sqlite3.connect(file_of(sqlite_url), isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            starting = asyncio.create_task(bot.start())
            await asyncio.sleep(6)
            assert await stops_in_time(bot) == 0
        await asyncio.gather(starting, return_exceptions=True)


@pytest.mark.timeout(200)
async def test_a_full_disk_is_told_and_when_there_is_room_again_nothing_was_lost(
    sqlite_url: str, tmp_path: Path
) -> None:
    """As with `ulimit -f`: no file can grow any more."""
    await load_units(sqlite_url)
    async with Playground(token="1:PLAYfull", bounds=Bounds(), patience=60) as city:
        bot = bot_on(city, sqlite_url, tmp_path)
        await bot.start()
        assert bot._process is not None
        pid, (_, hard) = bot._process.pid, resource.prlimit(bot._process.pid, resource.RLIMIT_FSIZE)
        ani = await city.person("Ani")
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (4096, hard))
        why = await until(not_ready, bot)
        assert "takes no writes" in why["why"]
        await ani.starts("")
        await asyncio.sleep(1)
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (hard, hard))
        await ani.hears()
        await until(ready, bot)
        assert await bot.stop() == 0
    with closing(sqlite3.connect(file_of(sqlite_url))) as opened:
        assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)


async def says(environment: dict[str, str], folder: Path, *arguments: str) -> tuple[int, str]:
    done = await asyncio.to_thread(run_command, *arguments, environment=environment, folder=folder)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.timeout(120)
async def test_another_key_is_refused_in_one_line_and_changes_nothing(
    database_url: str, tmp_path: Path
) -> None:
    environment = bot_environment("http://127.0.0.1:9", "1:PLAYkey", database_url, 0)
    environment |= {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)}
    assert (await says(environment, tmp_path, "migrate"))[0] == 0
    other = environment | {"FEEDBACKBOT_SECRET_KEY": "another-key-of-32-characters-or-more"}
    for command in ("run", "migrate"):
        code, said = await says(other, tmp_path, command)
        assert code == 2
        assert "FEEDBACKBOT_SECRET_KEY is not the key" in said.splitlines()[-1]
        assert "another-key" not in said
    copy = tmp_path / "copy"
    code, said = await says(other, tmp_path, "backup", str(copy))
    assert (code, copy.exists()) == (2, True), "a backup is good under any key, and the wrong key is told"
    assert "FEEDBACKBOT_SECRET_KEY is not the key" in said.splitlines()[-1]
    assert (await says(environment, tmp_path, "migrate"))[0] == 0


@pytest.mark.timeout(120)
@pytest.mark.parametrize("command", ["run", "migrate", "backup"])
async def test_a_damaged_file_is_refused_with_the_command_that_helps(
    sqlite_url: str, tmp_path: Path, command: str
) -> None:
    file = file_of(sqlite_url)
    damaged = bytearray(file.read_bytes())
    damaged[4096 * 3 : 4096 * 9] = bytes(4096 * 6)
    file.write_bytes(damaged)
    environment = bot_environment("http://127.0.0.1:9", "1:PLAYbad", sqlite_url, 0)
    environment |= {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)}
    more = [str(tmp_path / "copy.db")] if command == "backup" else []
    code, said = await says(environment, tmp_path, command, *more)
    assert code == 2
    assert "bot.py restore" in said
    assert not (tmp_path / "copy.db").exists()
    assert file.read_bytes() == damaged
