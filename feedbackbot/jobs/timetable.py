"""The timetable: a few jobs, written in code; what is due is always rows in the database.

Each run is recorded with its counts. Two schedulers at once do no harm: every job claims its rows.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger
from sqlalchemy import Connection

from feedbackbot.clock import CITY_ZONE, Now
from feedbackbot.settings import Settings
from feedbackbot.storage.database import Database
from feedbackbot.storage.pipeline.job_runs import keep_run
from feedbackbot.storage.transaction import Transaction
from feedbackbot.telemetry import get_logger

_log = get_logger(__name__)
Counts = dict[str, int]


@dataclass(frozen=True, slots=True)
class Job:
    """`run` returns counts; `trigger` is in the city's time zone."""

    name: str
    trigger: BaseTrigger
    run: Callable[[], Awaitable[Counts]]


class Timetable:
    """Runs jobs while the bot runs."""

    def __init__(self, jobs: Sequence[Job], database: Database, now: Now, settings: Settings) -> None:
        self._jobs = jobs
        self._database = database
        self._now = now
        self._settings = settings
        self._scheduler = AsyncIOScheduler(
            timezone=CITY_ZONE,
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )

    def start(self) -> None:
        for job in self._jobs:
            self._scheduler.add_job(self.run, job.trigger, args=[job], id=job.name)
        self._scheduler.start()

    def stop(self) -> None:
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    async def run(self, job: Job) -> Counts:
        """Run one job now; a failure is logged and recorded, never raised."""
        counts: Counts = {}
        error: str | None = None
        try:
            counts = await job.run()
        except Exception as problem:
            error = type(problem).__name__
            _log.exception("a job failed", job=job.name)
        if any(counts.values()):
            _log.info("job done", job=job.name, **counts)
        try:
            await self._database.write(lambda connection: self._record(connection, job.name, counts, error))
        except Exception as problem:
            _log.warning("a job's run could not be recorded", job=job.name, problem=type(problem).__name__)
        return counts

    def _record(self, connection: Connection, name: str, counts: Counts, error: str | None) -> None:
        planned: Any = self._scheduler.get_job(name) if self._scheduler.running else None
        next_run: datetime | None = planned.next_run_time if planned is not None else None
        keep_run(Transaction(connection, self._now(), self._settings), name, counts, error, next_run)
