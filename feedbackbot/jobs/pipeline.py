"""Jobs that keep conversations and the pipeline in order."""

from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger
from sqlalchemy import Connection

from feedbackbot.clock import CITY_ZONE, Now
from feedbackbot.dialogue.turn import Dialogue
from feedbackbot.inbound.conversation_timeouts import abandon
from feedbackbot.inbound.intake import Intake
from feedbackbot.jobs.timetable import Counts, Job
from feedbackbot.settings import Settings
from feedbackbot.storage.database import Database
from feedbackbot.storage.pipeline.purge_pipeline import purge_pipeline
from feedbackbot.storage.transaction import Transaction


def conversation_timeouts_job(database: Database, dialogue: Dialogue, now: Now, settings: Settings) -> Job:
    """Ends conversations left alone."""
    return Job(
        "let_go_conversations", IntervalTrigger(minutes=1), lambda: abandon(database, dialogue, now, settings)
    )


def sweep_job(intake: Intake) -> Job:
    """Finds updates that nobody answers."""

    async def run() -> Counts:
        return {"chats": await intake.sweep()}

    return Job("sweep_inbox", IntervalTrigger(seconds=10), run)


def purge_job(database: Database, now: Now, settings: Settings) -> Job:
    """Throws away answered updates and settled replies when their time is over."""

    def step(connection: Connection) -> Counts:
        return purge_pipeline(Transaction(connection, now(), settings))

    async def run() -> Counts:
        total: Counts = {}
        while True:
            counts = await database.write(step)
            total = {key: total.get(key, 0) + count for key, count in counts.items()}
            if not any(counts.values()):
                return total

    return Job("purge_pipeline", CronTrigger(hour=3, minute=10, timezone=CITY_ZONE), run)
