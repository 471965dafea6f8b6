"""Jobs of incentives and campaigns: points are booked, nudges go, campaigns are followed, a season's end is told."""

from collections.abc import Callable
from typing import TypeVar

from apscheduler.triggers.base import BaseTrigger
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from feedbackbot.clock import CITY_ZONE, Now
from feedbackbot.i18n import Catalogue
from feedbackbot.jobs.timetable import Counts, Job
from feedbackbot.settings import Settings
from feedbackbot.storage.database import Database
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.campaigns.follow import follow_campaigns
from feedbackbot.usecases.campaigns.send_nudges import send_nudges
from feedbackbot.usecases.incentives.book_points import book_points
from feedbackbot.usecases.incentives.close_season import close_season

T = TypeVar("T")


def incentive_jobs(
    database: Database,
    catalogue: Catalogue,
    now: Now,
    settings: Settings,
    wake_delivery: Callable[[], None],
) -> list[Job]:
    """Each works in bounded steps until nothing is left."""

    async def until_done(step: Callable[[Transaction], Counts]) -> Counts:
        total: Counts = {}
        while True:
            counts, wakes = await database.write(lambda c: _run(Transaction(c, now(), settings), step))
            if wakes:
                wake_delivery()
            total = {key: total.get(key, 0) + count for key, count in counts.items()}
            if not any(counts.values()):
                return total

    def job(name: str, trigger: BaseTrigger, step: Callable[[Transaction], Counts]) -> Job:
        return Job(name, trigger, lambda: until_done(step))

    async def tell_season() -> Counts:
        last = told = 0
        while True:
            (last, more), wakes = await database.write(
                lambda c, after=last: _run(  # type: ignore[misc]
                    Transaction(c, now(), settings), lambda tx: close_season(tx, catalogue, after)
                )
            )
            if wakes:
                wake_delivery()
            told += more
            if not last:
                return {"told": told}

    return [
        job("book_points", IntervalTrigger(minutes=2), book_points),
        job("send_nudges", IntervalTrigger(minutes=1), lambda tx: send_nudges(tx, catalogue)),
        job("follow_campaigns", IntervalTrigger(minutes=2), lambda tx: follow_campaigns(tx, catalogue)),
        Job("close_season", CronTrigger(hour=9, minute=0, timezone=CITY_ZONE), tell_season),
    ]


def _run(tx: Transaction, step: Callable[[Transaction], T]) -> tuple[T, bool]:
    return step(tx), tx.wakes_delivery
