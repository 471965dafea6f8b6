"""The timetable: a few jobs, written in code; what is due is always rows in the database.

Each run is recorded with its counts. Of several processes one is in charge; two timetables at once do no harm all the same, for every
job claims its rows. What fell due while nobody was in charge (the process before has died) the next one makes up for. "Every ten
seconds" is measured by a clock that nobody can set, and by the wall clock where that leaps ahead; "at half past three" follows the
wall clock, is looked at again every second, and planned anew when that clock jumps (a correction, a virtual machine that woke up, the
playground's "+1 day").
"""

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import monotonic

from apscheduler.triggers.interval import IntervalTrigger

from feedbackbot.clock import city_zone
from feedbackbot.jobs.job import Counts, Job
from feedbackbot.storage.lookout import Lookout
from feedbackbot.storage.pipeline.dispatch import keep_due
from feedbackbot.storage.pipeline.job_runs import job_runs, keep_run
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.telemetry import get_logger

_log = get_logger(__name__)
_LOOK_SECONDS = 1.0
_JUMP_SECONDS = 2.0
_MADE_UP_FOR = timedelta(minutes=2)
_RECORDED_EVERY_SECONDS = 60.0


@dataclass(slots=True)
class _Planned:
    """A job and its next run: `at_tick` for one that runs every so often, else only `at`. `recorded` is the run that was
    written down last, `eventful` whether that one did anything or failed."""

    job: Job
    at: datetime | None = None
    at_tick: float | None = None
    missed: datetime | None = None
    running: asyncio.Task[Counts] | None = None
    lookout: Lookout | None = None
    recorded: datetime | None = None
    eventful: bool = False

    def plan(self, now: datetime, tick: float) -> None:
        """The next run after this moment."""
        if isinstance(self.job.trigger, IntervalTrigger):
            every: timedelta = self.job.trigger.interval
            self.at_tick, self.at = tick + every.total_seconds(), now + every
        else:
            after = (now + timedelta(microseconds=1)).astimezone(city_zone())
            self.at = self.job.trigger.get_next_fire_time(None, after)

    def is_worth_recording(self, now: datetime, *, eventful: bool) -> bool:
        """At once; what runs every few seconds and finds nothing is written down with the others of its kind once a minute: each writing
        waits for the disk. Not where the clock was set back: what is written would be of the future."""
        return (
            self.at_tick is None or self.recorded is None or eventful or self.eventful or now < self.recorded
        )

    def wait(self, now: datetime, tick: float) -> float:
        """Seconds, not positive where it is due."""
        if self.at_tick is not None:
            return self.at_tick - tick
        return (self.at - now).total_seconds() if self.at is not None else _LOOK_SECONDS


class Timetable:
    """Runs jobs while the bot runs; a job never overlaps with itself. `ticks` are seconds that no change of the clock touches."""

    def __init__(
        self,
        jobs: Sequence[Job],
        runtime: Runtime,
        ticks: Callable[[], float] = monotonic,
        in_charge: Callable[[], bool] = lambda: True,
    ) -> None:
        self._in_charge = in_charge
        self._planned = {
            job.name: _Planned(job, lookout=Lookout(runtime, ticks) if job.rests else None) for job in jobs
        }
        self._runtime = runtime
        self._now = runtime.now
        self._ticks = ticks
        self._seen = (self._now(), ticks())
        self._quiet: dict[str, tuple[datetime, Counts]] = {}
        self._recorded_at_tick = ticks()
        self._task: asyncio.Task[None] | None = None

    @property
    def jobs(self) -> list[Job]:
        return [one.job for one in self._planned.values()]

    def job(self, name: str) -> Job:
        """The job of that name; raises KeyError for one that is not on the timetable."""
        return self._planned[name].job

    def start(self) -> None:
        self._seen = now, tick = self._now(), self._ticks()
        for one in self._planned.values():
            one.plan(now, tick)
        self._task = asyncio.create_task(self._run(), name="timetable")

    def stop(self) -> None:
        for task in (self._task, *(one.running for one in self._planned.values())):
            if task is not None:
                task.cancel()
        self._task = None

    async def run(self, job: Job) -> Counts:
        """Run one job now; a failure is logged and recorded, never raised."""
        counts: Counts = {}
        error: str | None = None
        try:
            counts = await job.work(self._runtime)
        except Exception as problem:
            error = type(problem).__name__
            _log.exception("a job failed", job=job.name)
        if any(counts.values()):
            _log.info("job done", job=job.name, **counts)
        planned, now = self._planned.get(job.name), self._now()
        eventful = error is not None or any(counts.values())
        if planned is not None and planned.lookout is not None and not eventful:
            planned.lookout.found_nothing()
        if planned is not None and not planned.is_worth_recording(now, eventful=eventful):
            self._quiet[job.name] = now, counts
            return counts
        self._quiet.pop(job.name, None)
        if await self._record({job.name: (now, counts)}, error) and planned is not None:
            planned.recorded, planned.eventful = now, eventful
        return counts

    async def look(self) -> float:
        """Start what is due; returns the seconds until the next look."""
        (was, then), (now, tick) = self._seen, (self._now(), self._ticks())
        self._seen = now, tick
        jump = (now - was).total_seconds() - (tick - then)
        if jumped := abs(jump) > _JUMP_SECONDS:
            _log.warning("the clock has jumped", seconds=round(jump))
            self._time_went_by(jump)
        seconds = _LOOK_SECONDS
        for one in self._planned.values():
            wait = one.wait(now, tick)
            if wait <= 0:
                if self._in_charge() or one.job.everywhere:
                    self._run_if_worth(one)
                elif one.at_tick is None:
                    one.missed = one.at
                one.plan(now, tick)
                wait = one.wait(now, tick)
            elif one.missed is not None and self._in_charge():
                missed, one.missed = one.missed, None
                if now - missed < _MADE_UP_FOR:
                    self._begin(one, self._make_up_for(one.job, missed))
            elif jumped and one.at_tick is None:
                one.plan(now, tick)
                wait = one.wait(now, tick)
            seconds = min(seconds, wait)
        if jumped and jump < 0:
            await self._keep_due(was)
        await self.record_quiet_runs()
        return max(0.0, seconds)

    async def record_quiet_runs(self) -> None:
        """Those that found nothing, all together, once a minute."""
        tick = self._ticks()
        if self._quiet and tick - self._recorded_at_tick >= _RECORDED_EVERY_SECONDS:
            self._recorded_at_tick = tick
            runs, self._quiet = self._quiet, {}
            await self._record(runs)

    def _time_went_by(self, jump: float) -> None:
        """A machine that slept, or the playground's "+1 day": what runs every ten minutes is due after an hour like that. Set back, the
        clock delays nothing."""
        for one in self._planned.values():
            if one.at_tick is not None:
                one.at_tick -= max(0.0, jump)

    def _run_if_worth(self, one: _Planned) -> None:
        """Not where the run before has found nothing and nothing was committed since."""
        under_way = one.running is not None and not one.running.done()
        if not under_way and (one.lookout is None or one.lookout.begins()):
            self._begin(one, self.run(one.job))

    def _begin(self, one: _Planned, work: Coroutine[None, None, Counts]) -> None:
        if one.running is None or one.running.done():
            one.running = asyncio.create_task(work, name=f"job {one.job.name}")
        else:
            work.close()

    async def _make_up_for(self, job: Job, due: datetime) -> Counts:
        """Run what the process before has not run."""
        runs = await self._runtime.read(job_runs)
        last = next((run.last_run_at for run in runs if run.job == job.name), None)
        return {} if last is not None and last >= due else await self.run(job)

    async def _run(self) -> None:
        while True:
            seconds = await self.look()
            await asyncio.sleep(seconds)

    async def _keep_due(self, was: datetime) -> None:
        """Messages that were due before the clock was set back do not wait until it gets there again."""
        try:
            rows = await self._runtime.write(lambda tx: keep_due(tx, was))
            _log.info("messages kept due", rows=rows)
        except Exception as problem:
            _log.warning("messages may be late", problem=type(problem).__name__)

    async def _record(self, runs: Mapping[str, tuple[datetime, Counts]], error: str | None = None) -> bool:
        """Whether it could be done."""

        def work(tx: Transaction) -> None:
            tx.is_routine()
            for name, (at, counts) in runs.items():
                planned = self._planned.get(name)
                keep_run(tx, name, counts, error, planned.at if planned is not None else None, at=at)

        try:
            await self._runtime.write(work)
        except Exception as problem:
            _log.warning("a job's run could not be recorded", jobs=[*runs], problem=type(problem).__name__)
            return False
        return True
