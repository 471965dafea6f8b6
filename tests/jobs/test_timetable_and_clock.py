"""Wherever the clock jumps, jobs run so often, or at their hour, and once."""

import asyncio
from datetime import timedelta

import pytest
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, select

from feedbackbot.clock import city_zone
from feedbackbot.jobs.job import Counts, Job
from feedbackbot.jobs.timetable import Timetable
from feedbackbot.storage.pipeline.outbox import Lane, State
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from tests.builders import test_settings
from tests.jobs.timetables import Nowhere
from tests.talk import CHANNEL, Clock
from tests.usecase_runner import Desk


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
