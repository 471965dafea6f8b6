"""The real process: its clock jumps, its PostgreSQL is locked, its inside is on a port of its own."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy import select

from feedbackbot.clock import system_now
from feedbackbot.playground.bounds import Bounds
from feedbackbot.playground.city import Playground
from feedbackbot.storage.database import open_database
from feedbackbot.storage.pipeline.operation_tables import job_run
from tests.attacks.stopping import not_ready, stops_in_time, until
from tests.endtoend.bot_process import BotProcess, bot_environment, free_port
from tests.endtoend.prepared import load_units
from tests.postgres_cluster import postgres_programs

pytestmark = pytest.mark.timeout(240)
JOB = "sweep_inbox"  # every ten seconds
BACK = timedelta(hours=2)


async def last_run(url: str) -> datetime | None:
    database = open_database(url)
    try:
        statement = select(job_run.c.last_run_at).where(job_run.c.job == JOB)
        return await database.read(lambda c: c.execute(statement).scalar_one_or_none())
    finally:
        await database.close()


async def test_a_clock_set_back_stops_no_job_and_no_answer(sqlite_url: str, tmp_path: Path) -> None:
    await load_units(sqlite_url)
    offset = tmp_path / "offset"
    offset.write_text("0")
    async with Playground(token="1:PLAYclock", bounds=Bounds(), patience=60) as city:
        port = free_port()
        environment = bot_environment(city.url, city.token, sqlite_url, port)
        bot = BotProcess(
            environment | {"TEST_CLOCK_OFFSET": str(offset)},
            webhook=False,
            port=port,
            log=tmp_path / "bot.log",
            program=Path(__file__).with_name("bot_with_a_clock.py"),
        )
        await bot.start()
        while await last_run(sqlite_url) is None:
            await asyncio.sleep(0.5)
        offset.write_text(str(-BACK.total_seconds()))
        async with asyncio.timeout(120):
            while not (ran := await last_run(sqlite_url)) or ran > system_now() - BACK / 2:
                await asyncio.sleep(0.5)
        ani = await city.person("Ani")
        await ani.starts()
        assert await ani.hears()
        assert await stops_in_time(bot) == 0


async def test_told_to_stop_while_postgresql_is_locked_it_ends_in_time(
    postgres_url: str, tmp_path: Path
) -> None:
    programs = postgres_programs()
    assert programs is not None
    await load_units(postgres_url)
    async with Playground(token="1:PLAYpglock", bounds=Bounds(), patience=60) as city:
        port = free_port()
        environment = bot_environment(city.url, city.token, postgres_url, port)
        bot = BotProcess(environment, webhook=False, port=port, log=tmp_path / "bot.log")
        await bot.start()
        lock = (
            "BEGIN; LOCK TABLE inbox, outbox, process, job_run IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(120)"
        )
        other = await asyncio.create_subprocess_exec(
            str(programs / "psql"), postgres_url, "-c", lock, stdout=asyncio.subprocess.DEVNULL
        )
        try:
            await until(not_ready, bot)
            ani = await city.person("Ani")
            await ani.starts()
            await stops_in_time(bot)
            assert other.returncode is None, "else the lock was gone, and this proves nothing"
        finally:
            other.kill()
            await other.wait()


async def test_with_a_port_of_its_own_the_inside_is_on_no_other(sqlite_url: str, tmp_path: Path) -> None:
    await load_units(sqlite_url)
    async with Playground(token="1:PLAYport", bounds=Bounds()) as city:
        port, inside = free_port(), free_port()
        environment = bot_environment(city.url, city.token, sqlite_url, port)
        environment |= {"FEEDBACKBOT_WEB_ADMIN_PORT": str(inside)}
        bot = BotProcess(environment, webhook=False, port=port, log=tmp_path / "bot.log")
        bot.port = inside  # where it says that it is ready
        await bot.start()

        async def status(where: int, path: str) -> int:
            async with (
                aiohttp.ClientSession() as session,
                session.get(f"http://127.0.0.1:{where}{path}") as answer,
            ):
                return answer.status

        for path in ("/metrics", "/health/live", "/health/ready"):
            assert (await status(inside, path), await status(port, path)) == (200, 404), path
        assert (await status(inside, "/hasil"), await status(port, "/hasil")) == (404, 200)
        assert await stops_in_time(bot) == 0
