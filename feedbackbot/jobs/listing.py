"""The timetable as a table for the command line."""

from datetime import date, datetime

from feedbackbot.clock import city_zone, system_now
from feedbackbot.domain.calendar.working_days import years_without_leave
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
    lines = [_line(run) for run in runs] or ["no job has run yet"]
    return "\n".join([*lines, *leave_warnings(system_now().astimezone(city_zone()).date())])


def leave_warnings(today: date) -> list[str]:
    """A line a year whose collective leave the calendar does not know."""
    return [
        f"WARNING: the holidays package has no collective leave for {year}: update it, or list the days in "
        "FEEDBACKBOT_EXTRA_DAYS_OFF; working-day deadlines are too early until then"
        for year in years_without_leave(today)
    ]


def _line(run: JobRun) -> str:
    counts = ", ".join(f"{name} {count}" for name, count in run.counts.items()) or "–"
    outcome = f"FAILED ({run.error})" if run.error else counts
    return f"{run.job:<28} last {_moment(run.last_run_at)}   next {_moment(run.next_run_at)}   {outcome}"


def _moment(moment: datetime | None) -> str:
    return moment.astimezone(city_zone()).strftime("%d-%m-%Y %H:%M:%S") if moment else "–"
