"""Recovery to a moment, by docs/operations.md: base backup, ratings, the moment, more ratings, the server lost."""

import asyncio
import os
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from feedbackbot.clock import system_now
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.storage.database import open_database
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.survey.tables import daily_total
from feedbackbot.usecases.survey.rate_unit import begin_rating, submit_rating
from tests.builders import test_settings
from tests.endtoend.bot_process import ROOT, run_command
from tests.postgres_cluster import database_in, postgres_programs, start_cluster, stop_cluster

_PATIENCE = 60.0


class Server:
    """A cluster that archives its log as the documentation says."""

    def __init__(self, folder: Path) -> None:
        found = postgres_programs()
        assert found is not None, "PostgreSQL is not installed"
        folder.chmod(0o755)
        self.programs, self.cluster, self.archive = found, folder / "cluster", folder / "wal"
        self.address = start_cluster(self.cluster, found, os.getpid())
        self.data = self.cluster / "data"
        self.archive.mkdir()
        if os.getuid() == 0:
            shutil.chown(self.archive, "nobody")
        self.set(f"unix_socket_directories = '{self.cluster / 'sockets'}'", "listen_addresses = ''")
        self.set(
            "max_connections = 200"
        )  # a server that plays a log back wants no fewer than it was written with

    def documented(self, *names: str) -> list[str]:
        """The lines of these settings, with this test's folder."""
        words = (ROOT / "docs/operations.md").read_text("utf-8")
        block = re.search(r"<!-- point in time -->\n```\n(.*?)```", words, re.DOTALL)
        assert block is not None
        lines = {line.partition(" = ")[0]: line for line in block[1].splitlines()}
        return [lines[name].replace("/srv/wal", str(self.archive)) for name in names]

    def set(self, *lines: str) -> None:
        with (self.data / "postgresql.conf").open("a") as settings:
            settings.write("\n".join((*lines, "")))

    def run(self, program: str, *arguments: str | Path) -> None:
        """As the server's user. The output goes nowhere: a server that is started would keep a pipe open."""
        command = [str(self.programs / program), *map(str, arguments)]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run(command, check=True, cwd="/", user="nobody" if os.getuid() == 0 else None, **quiet)  # type: ignore[call-overload]

    def start(self, how: str = "start") -> None:
        self.run("pg_ctl", "-D", self.data, "-l", self.cluster / "log", "-m", "fast", "-w", how)

    def of_server(self, program: str, *arguments: str | Path) -> None:
        self.run(program, "-h", self.cluster / "sockets", "-U", "tester", *arguments)

    def lost_and_put_back(self, base: Path, moment: str) -> None:
        stop_cluster(self.cluster, self.programs)
        self.data.rename(self.cluster / "lost")
        base.rename(self.data)
        self.set(*self.documented("restore_command", "recovery_target_action"))
        self.set(f"recovery_target_time = '{moment}'")
        signal = self.data / "recovery.signal"
        signal.touch()
        if os.getuid() == 0:
            shutil.chown(signal, "nobody")
        self.start()


async def rates(url: str, *people: int) -> None:
    settings = test_settings(database_url=url)
    database = open_database(url)
    runtime = Runtime(database, system_now, settings)
    for person in people:
        await runtime.write(
            lambda tx, person=person: submit_rating(  # type: ignore[misc]
                tx,
                person,
                begin_rating(tx, person, 1, None, "telegram", None, dict.fromkeys(ELEMENT_KEYS, 3)),
            )
        )
    await database.close()


async def answer(url: str, sql: str) -> object:
    database = open_database(url)
    try:
        return await database.write(lambda connection: connection.execute(text(sql)).scalar_one())
    finally:
        await database.close()


async def counted(url: str) -> int:
    database = open_database(url)
    try:
        total = select(func.coalesce(func.sum(daily_total.c.n), 0))
        return int(await database.read(lambda connection: connection.execute(total).scalar_one()))
    finally:
        await database.close()


async def until(url: str, sql: str) -> None:
    by = time.monotonic() + _PATIENCE
    while not await answer(url, sql):
        assert time.monotonic() < by, sql
        await asyncio.sleep(0.1)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """That the server's own user may enter."""
    with tempfile.TemporaryDirectory(prefix="point-in-time-") as folder:
        yield Path(folder)


@pytest.mark.slow
@pytest.mark.timeout(240)
async def test_ratings_before_the_moment_are_there_those_after_it_are_not(open_folder: Path) -> None:
    server, base = Server(open_folder), open_folder / "cluster" / "base"
    try:
        server.set(
            *server.documented("wal_level", "archive_mode", "archive_timeout", "archive_command"),
        )
        server.start("restart")
        url, environment = database_in(server.address, "postgres"), {"FEEDBACKBOT_SECRET_KEY": "k" * 40}
        environment["PATH"] = f"{server.programs}:{os.environ['PATH']}"

        def bot(*arguments: str, url: str = url) -> str:
            given = environment | {"FEEDBACKBOT_DATABASE_URL": url}
            done = run_command(*arguments, environment=given, folder=open_folder)
            assert done.returncode == 0, done.stderr + done.stdout
            return done.stdout

        await asyncio.to_thread(bot, "migrate")
        await rates(url, 1, 2)
        server.of_server("pg_basebackup", "-D", base, "-X", "none", "--checkpoint=fast")
        await rates(url, 3, 4, 5)
        moment = str(await answer(url, "SELECT clock_timestamp()"))
        await asyncio.sleep(0.2)
        await rates(url, 6, 7)
        segment = await answer(url, "SELECT pg_walfile_name(pg_switch_wal())")
        await until(url, f"SELECT last_archived_wal >= '{segment}' FROM pg_stat_archiver")
        assert await counted(url) == 7
        await asyncio.to_thread(server.lost_and_put_back, base, moment)
        await until(url, "SELECT NOT pg_is_in_recovery()")
        assert await counted(url) == 5
        dump = open_folder / "cluster" / "recovered.dump"
        server.of_server("pg_dump", "--format=custom", "-f", dump, "postgres")
        server.of_server("createdb", "anew")
        anew = database_in(server.address, "anew")
        said = await asyncio.to_thread(bot, "restore", str(dump), "--without-erasures", url=anew)
        assert "--resume" in said
        assert await counted(anew) == 5
    finally:
        stop_cluster(server.cluster, server.programs)
