"""Jobs of trainings: invitations and reminders go out, offers end, trainings are settled when they are over."""

from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger
from sqlalchemy import Connection

from feedbackbot.clock import CITY_ZONE, Now
from feedbackbot.i18n import Catalogue
from feedbackbot.jobs.timetable import Counts, Job
from feedbackbot.settings import Settings
from feedbackbot.storage.database import Database
from feedbackbot.storage.imports.received_imports import forget_imports
from feedbackbot.storage.staff.employees import forget_failures
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.training.completion import close_training, trainings_to_close
from feedbackbot.usecases.training.inviting import send_invitations
from feedbackbot.usecases.training.reminding import due_reminders, remind_learners, send_reminders
from feedbackbot.usecases.training.seats import expire_due_offers

T = TypeVar("T")
_AT_ONCE = 100
_FAILURES_KEPT, _IMPORTS_KEPT = timedelta(days=2), timedelta(days=30)


def training_jobs(
    database: Database, catalogue: Catalogue, now: Now, settings: Settings, wake: Callable[[], None]
) -> list[Job]:
    """All of them; each claims what it does by a row, so two processes do nothing twice."""

    async def write(work: Callable[[Transaction], T]) -> T:
        return await database.write(lambda c: work(_tx(c)))

    async def look(work: Callable[[Transaction], T]) -> T:
        return await database.read(lambda c: work(_tx(c)))

    def _tx(connection: Connection) -> Transaction:
        return Transaction(connection, now(), settings)

    async def invite() -> Counts:
        sent = 0
        while batch := await write(lambda tx: send_invitations(tx, catalogue, _AT_ONCE)):
            sent += batch
            wake()
        return {"sent": sent}

    async def remind() -> Counts:
        due, sent = list(await look(due_reminders)), 0
        for start in range(0, len(due), _AT_ONCE):
            part = due[start : start + _AT_ONCE]
            sent += await write(lambda tx, part=part: send_reminders(tx, catalogue, part))  # type: ignore[misc]
            wake()
        return {"sent": sent}

    async def offers() -> Counts:
        changed = await write(lambda tx: expire_due_offers(tx, catalogue))
        if changed:
            wake()
        return {"trainings": changed}

    async def close() -> Counts:
        counts: Counts = {"closed": 0, "completed": 0, "missed": 0}
        for training_id in await look(trainings_to_close):
            done = await write(lambda tx, one=training_id: close_training(tx, catalogue, one))  # type: ignore[misc]
            for name, count in done.items():
                counts[name] += count
            wake()
        return counts

    async def lessons() -> Counts:
        sent = await write(lambda tx: remind_learners(tx, catalogue))
        wake()
        return {"sent": sent}

    async def forget() -> Counts:
        return {
            "failures": await write(lambda tx: forget_failures(tx, _FAILURES_KEPT)),
            "imports": await write(lambda tx: forget_imports(tx, _IMPORTS_KEPT)),
        }

    return [
        Job("send_invitations", IntervalTrigger(seconds=5), invite),
        Job("remind_trainings", IntervalTrigger(seconds=60), remind),
        Job("expire_offers", IntervalTrigger(seconds=30), offers),
        Job("close_trainings", IntervalTrigger(minutes=5), close),
        Job("remind_lessons", CronTrigger(hour=8, minute=30, timezone=CITY_ZONE), lessons),
        Job("forget_staff_files", CronTrigger(hour=3, minute=40, timezone=CITY_ZONE), forget),
    ]
