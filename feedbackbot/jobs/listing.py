"""The timetable as a table for the command line."""

from datetime import datetime

from feedbackbot.clock import CITY_ZONE, system_now
from feedbackbot.settings import Settings
from feedbackbot.storage.database import open_database
from feedbackbot.storage.pipeline.job_runs import JobRun, job_runs
from feedbackbot.storage.runtime import Runtime


async def list_jobs(settings: Settings) -> str:
    """A line a job: name, last run, next run, counts or error."""
    database = open_database(settings.database_url, synchronous=settings.sqlite_synchronous)
    try:
        runs = await Runtime(database, system_now, settings).read(job_runs)
    finally:
        await database.close()
    if not runs:
        return "no job has run yet"
    return "\n".join(_line(run) for run in runs)


def _line(run: JobRun) -> str:
    counts = ", ".join(f"{name} {count}" for name, count in run.counts.items()) or "–"
    outcome = f"FAILED ({run.error})" if run.error else counts
    return f"{run.job:<28} last {_moment(run.last_run_at)}   next {_moment(run.next_run_at)}   {outcome}"


def _moment(moment: datetime | None) -> str:
    return moment.astimezone(CITY_ZONE).strftime("%d-%m-%Y %H:%M:%S") if moment else "–"
