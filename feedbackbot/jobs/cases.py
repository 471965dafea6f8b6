"""Jobs of cases, follow-ups and retention."""

from collections.abc import Callable

from apscheduler.triggers.base import BaseTrigger
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from feedbackbot.clock import CITY_ZONE, Now
from feedbackbot.i18n import Catalogue
from feedbackbot.jobs.timetable import Counts, Job
from feedbackbot.settings import Settings
from feedbackbot.storage.database import Database
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.cases.follow_ups import tell_follow_ups
from feedbackbot.usecases.cases.run_clock import run_case_clock
from feedbackbot.usecases.privacy.retention import throw_away, throw_away_addresses


def case_jobs(
    database: Database,
    catalogue: Catalogue,
    now: Now,
    settings: Settings,
    wake_delivery: Callable[[], None],
) -> list[Job]:
    """The clock of cases, telling of follow-ups, retention by kind, and what an erasure leaves to do."""

    def job(name: str, trigger: BaseTrigger, step: Callable[[Transaction], Counts]) -> Job:
        async def run() -> Counts:
            total: Counts = {}
            while True:
                counts, wakes = await database.write(lambda c: _one(Transaction(c, now(), settings), step))
                if wakes:
                    wake_delivery()
                total = {key: total.get(key, 0) + count for key, count in counts.items()}
                if not any(counts.values()):
                    return total

        return Job(name, trigger, run)

    return [
        job("case_clock", IntervalTrigger(minutes=5), lambda tx: run_case_clock(tx, catalogue)),
        job("tell_follow_ups", IntervalTrigger(minutes=10), lambda tx: tell_follow_ups(tx, catalogue)),
        job("finish_erasures", IntervalTrigger(minutes=1), throw_away_addresses),
        job("retention", CronTrigger(hour=3, minute=30, timezone=CITY_ZONE), throw_away),
    ]


def _one(tx: Transaction, step: Callable[[Transaction], Counts]) -> tuple[Counts, bool]:
    counts = step(tx)
    return counts, tx.wakes_delivery
