"""Timetables for tests, and a database in which nothing can be recorded."""

from typing import Any

from apscheduler.triggers.interval import IntervalTrigger

from feedbackbot.clock import city_zone
from feedbackbot.errors import DatabaseAway
from feedbackbot.jobs.job import Counts, Job
from feedbackbot.jobs.timetable import Timetable
from feedbackbot.storage.database import Database
from feedbackbot.storage.runtime import Runtime
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


def table(desk: Desk, *jobs: Job, database: Database | None = None) -> Timetable:
    return Timetable(jobs, Runtime(database or desk.database, desk.clock, desk.settings))


async def counts_two(_: Runtime) -> Counts:
    return {"found": 2}


async def fails(_: Runtime) -> Counts:
    raise KeyError("not recorded: it may hold words of a person")
