"""Each run is recorded with its counts; a job that fails harms neither itself nor the others."""

import asyncio
from datetime import timedelta
from pathlib import Path

from apscheduler.triggers.interval import IntervalTrigger

from feedbackbot.jobs.job import Counts, Job
from feedbackbot.jobs.listing import list_jobs
from feedbackbot.jobs.timetable import Timetable
from feedbackbot.storage.migrating import migrate
from feedbackbot.storage.pipeline.job_runs import job_runs
from feedbackbot.storage.runtime import Runtime
from tests.builders import test_settings
from tests.delivery.pipeline import Moody
from tests.jobs.timetables import OFTEN, SELDOM, counts_two, fails, table
from tests.usecase_runner import Desk


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
        await made.record_quiet_runs()
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
        (12, None, {}),
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
