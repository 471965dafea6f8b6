"""The timetable: a few jobs, written in code; what is due is always rows in the database.

Each run is recorded with its counts. Two schedulers at once do no harm: every job claims its rows.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from feedbackbot.clock import CITY_ZONE
from feedbackbot.jobs.job import Counts, Job
from feedbackbot.storage.pipeline.job_runs import keep_run
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.telemetry import get_logger

_log = get_logger(__name__)


class Timetable:
    """Runs jobs while the bot runs."""

    def __init__(self, jobs: Sequence[Job], runtime: Runtime) -> None:
        self._jobs = jobs
        self._runtime = runtime
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
            counts = await job.work(self._runtime)
        except Exception as problem:
            error = type(problem).__name__
            _log.exception("a job failed", job=job.name)
        if any(counts.values()):
            _log.info("job done", job=job.name, **counts)
        try:
            await self._runtime.write(lambda tx: self._record(tx, job.name, counts, error))
        except Exception as problem:
            _log.warning("a job's run could not be recorded", job=job.name, problem=type(problem).__name__)
        return counts

    def _record(self, tx: Transaction, name: str, counts: Counts, error: str | None) -> None:
        planned: Any = self._scheduler.get_job(name) if self._scheduler.running else None
        next_run: datetime | None = planned.next_run_time if planned is not None else None
        keep_run(tx, name, counts, error, next_run)
