"""The restore drill: the bot is killed under load, and a backup is put in place by docs/operations.md to the letter."""

import asyncio
import os
import random
import re
import shlex
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import func, select

from feedbackbot.playground.bounds import Bounds
from feedbackbot.playground.city import Playground
from feedbackbot.storage.database import open_database
from feedbackbot.storage.people.tables import address
from feedbackbot.storage.survey.tables import response
from tests.endtoend.bot_process import ROOT, BotProcess, bot_environment, free_port
from tests.endtoend.crowd import Crowd
from tests.endtoend.prepared import load_units
from tests.postgres_cluster import postgres_programs

CITIZENS = 30


def steps(kind: str) -> list[str]:
    """The commands of the documentation."""
    text = (ROOT / "docs/operations.md").read_text("utf-8")
    found = re.search(rf"<!-- restore {kind} -->\n```\n(.*?)```", text, re.DOTALL)
    assert found is not None
    return found[1].strip().splitlines()


async def runs(command: str, environment: dict[str, str], folder: Path) -> str:
    process = await asyncio.create_subprocess_exec(
        *shlex.split(command),
        env=environment,
        cwd=folder,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await process.communicate()
    assert process.returncode == 0, f"{command}: {said.decode()}"
    return said.decode()


def really(command: str, backup: Path, url: str) -> str:
    """The command with the names of this machine."""
    name = url.partition("?")[0].rpartition("/")[2]
    command = re.sub(r"/srv/backup/\S+", str(backup), command)
    command = command.replace("python bot.py", f"{sys.executable} {ROOT / 'bot.py'}")
    if command.startswith("psql"):
        command = re.sub(r"\bfeedbackbot(_before)?\b", lambda found: name + (found[1] or ""), command)
    return command


async def known(url: str) -> tuple[set[str], int]:
    """Whose addresses there are, and how many ratings."""
    database = open_database(url)
    try:
        people = await database.read(lambda c: set(c.execute(select(address.c.address)).scalars()))
        ratings = await database.read(
            lambda c: c.execute(select(func.count()).where(response.c.submitted_at.is_not(None))).scalar_one()
        )
    finally:
        await database.close()
    return people, ratings


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("store", ["sqlite", "postgres"])
async def test_after_a_kill_under_load_and_a_restore_nothing_is_malformed_and_the_erased_stay_erased(
    store: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    url = request.getfixturevalue(f"{store}_url")
    await load_units(url)
    port, backup = free_port(), tmp_path / "backup" / "bot.copy"
    async with Playground(token="1:PLAYrestore", bounds=Bounds(), patience=60) as city:
        environment = bot_environment(city.url, city.token, url, port)
        environment |= {"PATH": f"{postgres_programs()}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
        environment |= {"PGHOST": url.partition("?host=")[2], "PGUSER": "tester"}
        environment["FEEDBACKBOT_ERASURE_LOG"] = str(tmp_path / "other-disk" / "erasures.log")
        bot = BotProcess(environment, webhook=False, port=port, log=tmp_path / "bot.log")
        await bot.start()
        before = Crowd(city, random.Random(store))
        await before.gather(10)
        await before.rates("disdukcapil", thinking=0.0, patience=60)
        await runs(really(f"python bot.py backup {backup}", backup, url), environment, tmp_path)
        leaving = before.people[0]
        await leaving.types("/hapus")
        await leaving.then_taps("Ya, hapus semua")
        await leaving.waits_for("sudah dihapus", 60)
        during = Crowd(city, random.Random(store))
        await during.gather(CITIZENS)
        load = asyncio.create_task(during.rates("disdukcapil", thinking=0.5, patience=200))
        while during.taps < CITIZENS * 3:
            await asyncio.sleep(0.01)
        await asyncio.sleep(1.5)  # an erasure is in the file within a second or two
        load.cancel()
        await restores_by_the_documentation(store, bot, backup, environment, tmp_path, url)
        people, ratings = await known(url)
        assert await bot.stop() == 0
    ids = {str(person.id) for person in before.people}
    assert people >= ids - {str(leaving.id)}
    assert str(leaving.id) not in people
    assert ratings == len(before.people)
    if store == "sqlite":
        is_whole_and_the_old_one_is_kept(Path(url.removeprefix("sqlite:///")))


async def restores_by_the_documentation(
    store: str, bot: BotProcess, backup: Path, environment: dict[str, str], folder: Path, url: str
) -> None:
    for command in steps("sqlite" if store == "sqlite" else "postgresql"):
        if command.startswith("systemctl stop"):
            await bot.kill()
        elif command.startswith("systemctl start"):
            await bot.start()
        else:
            said = await runs(really(command, backup, url), environment, folder)
            if " restore " in command:
                assert "people erased again: 1" in said


def is_whole_and_the_old_one_is_kept(file: Path) -> None:
    with closing(sqlite3.connect(file)) as opened:
        assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    [old] = [one for one in file.parent.glob("*.before-restore-*") if not one.name.endswith(("-wal", "-shm"))]
    assert old.stat().st_mode & 0o777 == 0o600
