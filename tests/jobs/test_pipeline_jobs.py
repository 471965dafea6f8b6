"""Jobs that keep conversations and the pipeline in order."""

from typing import Any

import pytest
from sqlalchemy import func, insert, select

from feedbackbot.jobs.job import Counts
from feedbackbot.jobs.pipeline import pipeline_jobs
from feedbackbot.storage.database import Database
from feedbackbot.storage.pipeline import purge_pipeline as retention
from feedbackbot.storage.pipeline.inbox import DONE
from feedbackbot.storage.pipeline.tables import inbox
from tests.delivery.pipeline import running
from tests.delivery.words import says
from tests.talk import CHANNEL
from tests.usecase_runner import Desk


async def once(desk: Desk, name: str, intake: Any = None) -> Counts:
    """One run of this job."""
    [job] = [job for job in pipeline_jobs(None, intake) if job.name == name]  # type: ignore[arg-type]
    return await job.work(desk.runtime)


async def test_old_rows_go_in_bounded_steps_until_none_is_left(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(database)
    monkeypatch.setattr(retention, "_MOST_AT_ONCE", 10)
    old = desk.clock() - retention.INBOX_KEPT * 2
    common = {"channel": CHANNEL, "chat": "Ani", "body": "", "received_at": old, "state": DONE}
    rows = [common | {"update_key": str(number), "position": number} for number in range(35)]
    await desk.do(lambda tx: tx.run(insert(inbox), rows) and None)
    assert await once(desk, "purge_pipeline") == {"inbox": 35, "outbox": 0}
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
