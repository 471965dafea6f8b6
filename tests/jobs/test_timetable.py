"""Each run is recorded with its counts; a job that fails harms neither itself nor the others."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, select

from feedbackbot.clock import city_zone
from feedbackbot.errors import DatabaseAway
from feedbackbot.jobs.job import Counts, Job
from feedbackbot.jobs.listing import list_jobs
from feedbackbot.jobs.timetable import Timetable
from feedbackbot.storage.database import Database
from feedbackbot.storage.migrating import migrate
from feedbackbot.storage.pipeline.job_runs import job_runs
from feedbackbot.storage.pipeline.outbox import Lane, State
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from tests.builders import test_settings
from tests.delivery.pipeline import Moody
from tests.talk import CHANNEL, Clock
from tests.usecase_runner import Desk


class Nowhere:
    """A database in which nothing can be recorded."""

    dialect = "none"

    async def write(self, work: object) -> Any:
        raise DatabaseAway("nowhere")

    async def read(self, work: object) -> Any:
        raise DatabaseAway("nowhere")

    async def close(self) -> None:
        return


OFTEN = IntervalTrigger(seconds=0.05, timezone=city_zone())  # type: ignore[arg-type]
SELDOM = IntervalTrigger(hours=1, timezone=city_zone())


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


def table(desk: Desk, *jobs: Job, database: Database | None = None) -> Timetable:
    return Timetable(jobs, Runtime(database or desk.database, desk.clock, desk.settings))


async def counts_two(_: Runtime) -> Counts:
    return {"found": 2}


async def fails(_: Runtime) -> Counts:
    raise KeyError("not recorded: it may hold words of a person")


async def test_a_run_is_recorded_with_its_counts_and_moment(desk: Desk) -> None:
    job = Job("count", SELDOM, counts_two)
    assert await table(desk, job).run(job) == {"found": 2}
    [run] = await desk.look(job_runs)
    assert (run.job, run.counts, run.error, run.last_run_at) == ("count", {"found": 2}, None, desk.clock())


async def test_a_failure_is_recorded_by_its_kind_and_not_raised(desk: Desk) -> None:
    job = Job("fail", SELDOM, fails)
    assert await table(desk, job).run(job) == {}
    [run] = await desk.look(job_runs)
    assert (run.counts, run.error) == ({}, "KeyError")


async def test_the_next_success_takes_the_failure_away(desk: Desk) -> None:
    await table(desk).run(Job("same", SELDOM, fails))
    await table(desk).run(Job("same", SELDOM, counts_two))
    [run] = await desk.look(job_runs)
    assert run.error is None


async def test_runs_that_find_nothing_are_written_down_once_a_minute(desk: Desk) -> None:
    found: list[Counts | Exception] = [{}, {}, {"sent": 3}, {}, {}, ValueError(), {}, *[{}] * 14]
    coming = iter(found)

    async def work(runtime: Runtime) -> Counts:
        one = next(coming)
        if isinstance(one, Exception):
            raise one
        return one

    tick = [0.0]
    job = Job("often", IntervalTrigger(seconds=5), work)
    made = Timetable([job], Runtime(desk.database, desk.clock, desk.settings), ticks=lambda: tick[0])
    made.start()
    made.stop()
    written = []
    for number in range(len(found)):
        await made.run(job)
        [kept] = await desk.do(job_runs)
        if kept.last_run_at == desk.clock():
            written.append((number, kept.error, kept.counts))
        desk.clock.passes(seconds=-3600 if number == 19 else 5)
        tick[0] += 5
    assert written == [
        (0, None, {}),
        (2, None, {"sent": 3}),
        (3, None, {}),
        (5, "ValueError", {}),
        (6, None, {}),
        (18, None, {}),
        (20, None, {}),  # the clock was set back
    ], "what happened, and what took its place, at once"


async def test_a_run_that_cannot_be_recorded_is_a_run_all_the_same(desk: Desk) -> None:
    job = Job("count", SELDOM, counts_two)
    assert await table(desk, job, database=Moody(desk.database, refuses=1)).run(job) == {"found": 2}
    assert await desk.look(job_runs) == []


async def test_jobs_run_by_their_triggers_one_failing_beside_the_other(desk: Desk) -> None:
    ran = asyncio.Event()
    runs = 0

    async def count(_: Runtime) -> Counts:
        nonlocal runs
        runs += 1
        if runs == 3:
            ran.set()
        return {}

    timetable = table(desk, Job("count", OFTEN, count), Job("fail", OFTEN, fails))
    timetable.start()
    await ran.wait()
    timetable.stop()
    recorded = {run.job: run for run in await desk.look(job_runs)}
    assert recorded["fail"].error == "KeyError"
    assert recorded["count"].next_run_at is not None


async def test_a_slow_job_does_not_overlap_with_itself(desk: Desk) -> None:
    under_way, most, enough = 0, 0, asyncio.Event()

    async def slow(_: Runtime) -> Counts:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0.15)
        under_way -= 1
        enough.set()
        return {}

    timetable = table(desk, Job("slow", OFTEN, slow))
    timetable.start()
    await enough.wait()
    timetable.stop()
    assert most == 1


class Ticks:
    """A clock that nobody can set."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


class Counted:
    """A job that counts its runs; it is let run by `settle`."""

    def __init__(self) -> None:
        self.runs = 0

    async def __call__(self, _: Runtime) -> Counts:
        self.runs += 1
        return {}


@given(jumps=st.lists(st.integers(-3 * 86_400, 3 * 86_400), max_size=4), seconds=st.integers(1, 600))
async def test_wherever_the_clock_jumps_a_job_runs_every_so_often(jumps: list[int], seconds: int) -> None:
    clock, ticks, counted = Clock(), Ticks(), Counted()
    every = Job("often", IntervalTrigger(seconds=seconds, timezone=city_zone()), counted)
    timetable = Timetable([every], Runtime(Nowhere(), clock, test_settings()), ticks)
    timetable.start()
    for jump in [0, *jumps]:
        clock.passes(seconds=jump)
        before = counted.runs
        for _ in range(seconds):
            clock.passes(seconds=1)
            ticks.now += 1
            await timetable.look()
            await asyncio.sleep(0)
        assert counted.runs == before + 1
    timetable.stop()


@pytest.mark.parametrize(("jump", "runs"), [(3600, 1), (300, 0), (-3600, 0)])
async def test_what_runs_every_so_often_is_due_after_a_leap_ahead(jump: int, runs: int) -> None:
    """Else an answer waits ten minutes on a playground whose clock has gone on by a day."""
    clock, ticks, counted = Clock(), Ticks(), Counted()
    every = Job("often", IntervalTrigger(minutes=10, timezone=city_zone()), counted)
    timetable = Timetable([every], Runtime(Nowhere(), clock, test_settings()), ticks)
    timetable.start()
    clock.passes(seconds=jump + 1)
    ticks.now += 1
    await timetable.look()
    await asyncio.sleep(0)
    assert counted.runs == runs
    timetable.stop()


@given(jumps=st.lists(st.integers(-3 * 86_400, 3 * 86_400), max_size=4))
async def test_wherever_the_clock_jumps_a_daily_job_runs_at_its_next_hour(jumps: list[int]) -> None:
    clock, ticks, counted = Clock(), Ticks(), Counted()
    daily = Job("daily", CronTrigger(hour=3, minute=30, timezone=city_zone()), counted)
    timetable = Timetable([daily], Runtime(Nowhere(), clock, test_settings()), ticks)
    timetable.start()
    for jump in [0, *jumps]:
        clock.passes(seconds=jump)
        await timetable.look()
        await asyncio.sleep(0)
        before = counted.runs
        for _ in range(24 * 6):
            clock.passes(minutes=10)
            ticks.now += 600
            assert await timetable.look() <= 1.0
            await asyncio.sleep(0)
        assert counted.runs == before + 1
    timetable.stop()


async def test_a_job_missed_while_the_clock_leapt_over_its_hour_runs_once(desk: Desk) -> None:
    ticks, counted = Ticks(), Counted()
    daily = Job("daily", CronTrigger(hour=3, minute=30, timezone=city_zone()), counted)
    timetable = Timetable([daily], Runtime(desk.database, desk.clock, desk.settings), ticks)
    timetable.start()
    desk.clock.passes(days=5)
    for _ in range(3):
        await timetable.look()
        await asyncio.sleep(0)
    assert counted.runs == 1
    timetable.stop()


async def test_what_was_due_stays_due_when_the_clock_is_set_back(desk: Desk) -> None:
    ticks = Ticks()
    timetable = Timetable([], Runtime(desk.database, desk.clock, desk.settings), ticks)
    timetable.start()
    where = await desk.knows("Ani")

    def queue(tx: Transaction) -> None:
        for late in (-60, 3600):
            row = {"channel": CHANNEL, "address_id": where, "lane": int(Lane.REMINDER), "kind": "reminder"}
            tx.run(
                insert(outbox),
                row | {"state": int(State.WAITING), "due_at": tx.now + timedelta(seconds=late)},
            )

    await desk.do(queue)
    desk.clock.passes(hours=-2)
    await timetable.look()
    timetable.stop()
    due = await desk.rows(select(outbox.c.due_at).order_by(outbox.c.id))
    assert due == [desk.clock(), desk.clock() + timedelta(hours=3)]


async def test_stopping_twice_or_before_the_start_is_no_trouble(desk: Desk) -> None:
    timetable = table(desk, Job("count", SELDOM, counts_two))
    timetable.stop()
    timetable.start()
    timetable.stop()
    timetable.stop()


async def test_the_listing_shows_each_job_with_counts_or_error(desk: Desk, database_url: str) -> None:
    settings = test_settings(database_url=database_url)
    assert await list_jobs(settings) == "no job has run yet"
    timetable = table(desk)
    await timetable.run(Job("count", SELDOM, counts_two))
    desk.clock.passes(**{"seconds": timedelta(hours=1).total_seconds()})
    await timetable.run(Job("fail", SELDOM, fails))
    first, second = (await list_jobs(settings)).splitlines()
    assert first.startswith("count") and "24-11-2026 10:00:00" in first and first.endswith("found 2")
    assert (
        second.startswith("fail") and "24-11-2026 11:00:00" in second and second.endswith("FAILED (KeyError)")
    )


async def test_the_listing_leaves_the_database_as_it_is(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new.db'}"
    await migrate(url)
    await list_jobs(test_settings(database_url=url))
    assert await list_jobs(test_settings(database_url=url)) == "no job has run yet"
