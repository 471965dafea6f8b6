"""`python -m benchmarks.two_releases [commit]`: an older release and today's on one database while people rate; what is lost or doubled.

The older release (0.2.0 unless another commit is named) is taken from the history, which a shallow clone lacks. Its process starts on
its own schema and serves; then today's migrations are done beside it, today's process comes and both serve; at last the older one
leaves. It runs on today's libraries.
"""

import asyncio
import io
import os
import random
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.playground.city import Playground
from feedbackbot.storage.database import open_database
from tests.endtoend.bot_process import ROOT, BotProcess, bot_environment, free_port, kill_what_is_left
from tests.endtoend.crowd import Crowd, kept
from tests.endtoend.webhook_bots import a_bot, deliver_to
from tests.postgres_cluster import database_in, postgres_programs, start_cluster

RELEASE_0_2 = "049abf2"
CITIZENS = 40
SECRET = "the-same-for-all-processes"


def older_release(commit: str, folder: Path) -> Path:
    """Its files in `folder`; ends the program where the history does not reach so far."""
    found = subprocess.run(["git", "-C", ROOT, "archive", commit], capture_output=True, check=False)
    if found.returncode:
        raise SystemExit(f"{commit} is not in this clone's history")
    with tarfile.open(fileobj=io.BytesIO(found.stdout)) as archive:
        archive.extractall(folder, filter="data")
    return folder


async def migrates(program: Path, url: str) -> None:
    environment = {"PATH": os.environ["PATH"], "FEEDBACKBOT_DATABASE_URL": url}
    environment |= {"FEEDBACKBOT_SECRET_KEY": "k" * 40, "PYTHONPATH": str(program)}
    migration = await asyncio.create_subprocess_exec(
        sys.executable, str(program / "bot.py"), "migrate", env=environment, cwd=program
    )
    assert await migration.wait() == 0


def the_older(city: Playground, url: str, program: Path, folder: Path) -> BotProcess:
    port = free_port()
    environment = bot_environment(city.url, city.token, url, port)
    environment |= {"FEEDBACKBOT_WEBHOOK_SECRET": SECRET, "PYTHONPATH": str(program)}
    return BotProcess(
        environment, webhook=True, port=port, log=folder / "older.log", program=program / "bot.py"
    )


async def tried(url: str, program: Path, folder: Path) -> str:
    await migrates(program, url)
    async with Playground(token="1:PLAYtwo", patience=60) as city:
        older, newer = the_older(city, url, program, folder), a_bot(city, url, folder)
        await older.start()
        await deliver_to(city, older)
        crowd = Crowd(city, random.Random(11))
        await crowd.gather(CITIZENS)
        load = asyncio.create_task(crowd.rates("disdukcapil", thinking=8.0, patience=100))
        taps = [await tapped(crowd, CITIZENS * 2)]
        await migrates(ROOT, url)
        taps.append(crowd.taps)
        await newer.start()
        await deliver_to(city, older, newer)
        taps.append(await tapped(crowd, crowd.taps + CITIZENS * 3))
        await deliver_to(city, newer)
        codes = [await older.stop()]
        await load
        sends = len(await city.sends())
        codes.append(await newer.stop())
    database = open_database(url)
    found = await kept(database)
    await database.close()
    given = sorted(tuple(one[key] for key in ELEMENT_KEYS) for one in crowd.answers)
    failed = (folder / "older.log").read_text().count("a turn failed")
    return (
        f"taps: {taps[0]} before the migrations, {taps[1] - taps[0]} during, {taps[2] - taps[1]} with both serving, {crowd.taps} in all\n"
        f"ratings as given: {found.ratings == given}, counted {found.counted} of {CITIZENS}; updates left {found.waiting_updates}, messages"
        f" left {found.unsettled}\nsent {sends}, settled {found.settled_replies}, tried again {found.tried_again}; turns of the older"
        f" release that failed and were run again: {failed}; ended with {codes}\n"
    )


async def tapped(crowd: Crowd, number: int) -> int:
    while crowd.taps < min(number, CITIZENS * len(ELEMENT_KEYS)):
        await asyncio.sleep(0.01)
    return crowd.taps


def main() -> None:
    programs = postgres_programs()
    if programs is None:
        raise SystemExit("PostgreSQL is not installed")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        program = older_release(sys.argv[1] if len(sys.argv) > 1 else RELEASE_0_2, folder / "older")
        url = database_in(start_cluster(folder / "cluster", programs, os.getpid()), "postgres")
        try:
            sys.stdout.write(asyncio.run(tried(url, program, folder)))
        finally:
            kill_what_is_left()


if __name__ == "__main__":
    main()
