"""Jobs that keep conversations and the pipeline in order."""

from datetime import timedelta
from typing import Any

from sqlalchemy import func, insert, select

from feedbackbot.jobs.job import Counts
from feedbackbot.jobs.pipeline import pipeline_jobs
from feedbackbot.jobs.privacy import privacy_jobs
from feedbackbot.storage.database import Database
from feedbackbot.storage.pipeline.inbox import DONE
from feedbackbot.storage.pipeline.tables import inbox
from feedbackbot.storage.privacy import kept
from tests.delivery.pipeline import running
from tests.delivery.words import says
from tests.talk import CHANNEL
from tests.usecase_runner import Desk


async def once(desk: Desk, name: str, intake: Any = None) -> Counts:
    """One run of this job."""
    [job] = [job for job in pipeline_jobs(None, intake) if job.name == name]  # type: ignore[arg-type]
    return await job.work(desk.runtime)


async def test_old_rows_go_in_bounded_steps_until_none_is_left(database: Database) -> None:
    desk = Desk(database)
    old, number = desk.clock() - timedelta(days=16), kept.AT_ONCE * 2 + 5
    common = {"channel": CHANNEL, "chat": "Ani", "body": "", "received_at": old, "state": DONE}
    rows = [common | {"update_key": str(one), "position": one} for one in range(number)]
    await desk.do(lambda tx: tx.run(insert(inbox), rows) and None)
    [job] = [job for job in privacy_jobs() if job.name == "retention"]
    assert (await job.work(desk.runtime))["inbox"] == number
    assert await desk.rows(select(func.count()).select_from(inbox)) == [0]


async def test_the_sweep_counts_the_chats_that_it_woke(database: Database) -> None:
    desk = Desk(database)
    async with running(desk, owner="earlier") as earlier:
        await earlier.intake.close(0)
        await earlier.takes(says("Ani", "/kata"), says("Budi", "/kata"))
    desk.clock.passes(minutes=1)
    async with running(desk) as bot:
        assert await once(desk, "sweep_inbox", bot.intake) == {"chats": 2}
        await bot.rests()
        assert bot.line.got("Ani") == bot.line.got("Budi") == ["heard "]
