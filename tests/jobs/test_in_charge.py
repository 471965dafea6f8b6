"""Of several processes one runs the jobs and shows progress; what fell due while nobody did is made up for."""

from datetime import timedelta

from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from feedbackbot.clock import city_zone
from feedbackbot.jobs.job import Counts, Job
from feedbackbot.jobs.timetable import Timetable
from feedbackbot.storage.broadcast.broadcasts import claim_card, new_draft, set_values
from feedbackbot.storage.database import Database
from feedbackbot.storage.people.contacts import lock_chat
from feedbackbot.storage.runtime import Runtime
from tests.talk import CHANNEL
from tests.usecase_runner import Desk

HALF_PAST = CronTrigger(minute=30, timezone=city_zone())


class Process:
    """One process's timetable with a job at half past each hour; its clock is the desk's plus so many seconds."""

    def __init__(self, desk: Desk, clock_off: float = 0.0, *, everywhere: bool = False) -> None:
        self.in_charge = False
        self.runs = 0
        job = Job("half past", HALF_PAST, self._work, everywhere=everywhere)
        runtime = Runtime(desk.database, lambda: desk.clock() + timedelta(seconds=clock_off), desk.settings)
        self._tick = 0.0
        self.timetable = Timetable([job], runtime, lambda: self._tick, in_charge=lambda: self.in_charge)
        self._planned = self.timetable._planned["half past"]
        self._planned.plan(runtime.now(), 0.0)

    async def _work(self, _: Runtime) -> Counts:
        self.runs += 1
        return {}

    async def looks(self, tick: float) -> None:
        self._tick = tick
        await self.timetable.look()
        if self._planned.running is not None:
            await self._planned.running


async def pass_time(desk: Desk, seconds: int, *processes: Process) -> None:
    """A look each second; the desk's clock begins at ten o'clock in the city."""
    for _ in range(seconds):
        desk.clock.passes(seconds=1)
        tick = (desk.clock() - desk.began).total_seconds()  # type: ignore[attr-defined]
        for one in processes:
            await one.looks(tick)


async def test_only_whoever_is_in_charge_runs_a_job(database: Database) -> None:
    desk = Desk(database)
    desk.began = desk.clock()  # type: ignore[attr-defined]
    first, second = Process(desk, 20), Process(desk, -20)
    each = Process(desk, everywhere=True)
    first.in_charge = True
    desk.clock.passes(minutes=29)
    for one in (first, second, each):
        one.timetable._seen = (one.timetable._now(), 29 * 60.0)
    await pass_time(desk, 120, first, second, each)
    assert (first.runs, second.runs, each.runs) == (1, 0, 1)


async def test_what_fell_due_while_nobody_was_in_charge_is_run_by_the_next_one(database: Database) -> None:
    desk = Desk(database)
    desk.began = desk.clock()  # type: ignore[attr-defined]
    heir = Process(desk)
    desk.clock.passes(minutes=29, seconds=50)
    heir.timetable._seen = (heir.timetable._now(), 29 * 60.0 + 50)
    await pass_time(desk, 20, heir)
    assert heir.runs == 0
    heir.in_charge = True
    await pass_time(desk, 20, heir)
    assert heir.runs == 1


async def test_what_the_one_before_has_run_is_not_run_again(database: Database) -> None:
    desk = Desk(database)
    desk.began = desk.clock()  # type: ignore[attr-defined]
    first, heir = Process(desk, 5), Process(desk)
    first.in_charge = True
    desk.clock.passes(minutes=29, seconds=50)
    for one in (first, heir):
        one.timetable._seen = (one.timetable._now(), 29 * 60.0 + 50)
    await pass_time(desk, 20, first, heir)
    first.in_charge, heir.in_charge = False, True
    await pass_time(desk, 20, heir)
    assert (first.runs, heir.runs) == (1, 0)


async def test_a_job_of_every_so_often_is_not_made_up_for(database: Database) -> None:
    desk = Desk(database)
    job = Job("often", IntervalTrigger(seconds=5), _nothing)
    timetable = Timetable([job], Runtime(database, desk.clock, desk.settings), in_charge=lambda: False)
    one = timetable._planned["often"]
    one.plan(desk.clock(), -10.0)
    await timetable.look()
    assert (one.running, one.missed) == (None, None)


async def test_a_card_shown_by_a_process_whose_clock_is_ahead_keeps_nobody_from_showing_it(
    database: Database,
) -> None:
    desk = Desk(database)
    author = await desk.do(lambda tx: lock_chat(tx, CHANNEL, "Ani")[0].person_id)
    number = await desk.do(new_draft, author, "all")
    await desk.do(set_values, number, card_at=desk.clock() + timedelta(seconds=40))
    assert await desk.do(claim_card, number, desk.clock() - timedelta(seconds=3))
    assert not await desk.do(claim_card, number, desk.clock() - timedelta(seconds=3))


async def _nothing(_: Runtime) -> Counts:
    return {}
