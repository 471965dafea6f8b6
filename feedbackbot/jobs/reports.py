"""Jobs of results: marks of doubt, improvement cases, digests."""

from collections.abc import Callable
from functools import partial

from apscheduler.triggers.base import BaseTrigger
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger
from sqlalchemy import Connection

from feedbackbot.clock import CITY_ZONE, Now
from feedbackbot.i18n import Catalogue
from feedbackbot.jobs.timetable import Counts, Job
from feedbackbot.settings import Settings
from feedbackbot.storage.database import Database
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.improvement.measure_effects import measure_improvements
from feedbackbot.usecases.improvement.open_cases import open_improvements
from feedbackbot.usecases.reports.send_digests import (
    remind_to_publish,
    send_monthly_digests,
    send_weekly_digests,
)
from feedbackbot.usecases.survey.mark_bursts import mark_bursts


def result_jobs(
    database: Database, catalogue: Catalogue, now: Now, settings: Settings, wake: Callable[[], None]
) -> list[Job]:
    """All of them; each does its work in one transaction, and what it tells is told once however often it runs."""

    def job(name: str, trigger: BaseTrigger, work: Callable[[Transaction], Counts]) -> Job:
        async def run() -> Counts:
            def step(connection: Connection) -> Counts:
                return work(Transaction(connection, now(), settings))

            counts = await database.write(step)
            wake()
            return counts

        return Job(name, trigger, run)

    def cron(**fields: object) -> CronTrigger:
        return CronTrigger(timezone=CITY_ZONE, **fields)

    def told(use_case: Callable[[Transaction, Catalogue], Counts]) -> Callable[[Transaction], Counts]:
        return partial(_with_catalogue, use_case, catalogue)

    return [
        job("mark_bursts", IntervalTrigger(minutes=10), mark_bursts),
        job("open_improvements", cron(hour=5, minute=10), told(open_improvements)),
        job("measure_improvements", cron(hour=5, minute=30), told(measure_improvements)),
        job("weekly_digests", cron(day_of_week="mon", hour=8), told(send_weekly_digests)),
        job("monthly_digests", cron(day=3, hour=8), told(send_monthly_digests)),
        job("remind_to_publish", cron(month="1,7", day=5, hour=8), told(remind_to_publish)),
    ]


def _with_catalogue(
    use_case: Callable[[Transaction, Catalogue], Counts], catalogue: Catalogue, tx: Transaction
) -> Counts:
    return use_case(tx, catalogue)
