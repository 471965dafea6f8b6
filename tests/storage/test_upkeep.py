"""What is thrown away and when, what the jobs leave behind, and which files were uploaded before."""

from datetime import timedelta

from sqlalchemy import func, insert, select

from feedbackbot.storage.pipeline.inbox import DEAD, DONE, WAITING
from feedbackbot.storage.pipeline.job_runs import JobRun, job_runs, keep_run
from feedbackbot.storage.pipeline.media import find_media, forget_media, keep_media
from feedbackbot.storage.pipeline.outbox import Lane, State
from feedbackbot.storage.pipeline.purge_pipeline import (
    DEAD_UPDATES_KEPT,
    INBOX_KEPT,
    REPLIES_KEPT,
    purge_pipeline,
)
from feedbackbot.storage.pipeline.tables import inbox, outbox
from tests.talk import CHANNEL
from tests.usecase_runner import Desk

MOMENT = timedelta(seconds=1)


async def received(desk: Desk, state: int, ago: timedelta) -> None:
    number = (await desk.rows(select(func.count()).select_from(inbox)))[0]
    row = {"channel": CHANNEL, "update_key": str(number), "chat": "Ani", "position": number, "body": "words"}
    moment = desk.clock() - ago
    await desk.do(lambda tx: tx.run(insert(inbox), row | {"received_at": moment, "state": state}) and None)


async def settled(desk: Desk, state: State, ago: timedelta, topic: str | None = None) -> None:
    where = await desk.knows("Ani")
    moment = desk.clock() - ago
    row = {
        "channel": CHANNEL,
        "address_id": where,
        "lane": int(Lane.REPLY),
        "kind": "reply",
        "due_at": moment,
    }
    more = {"state": int(state), "settled_at": moment, "topic": topic}
    await desk.do(lambda tx: tx.run(insert(outbox), row | more) and None)


async def test_answered_updates_are_known_as_long_as_they_may_be_repeated(desk: Desk) -> None:
    await received(desk, DONE, INBOX_KEPT + MOMENT)
    await received(desk, DONE, INBOX_KEPT - MOMENT)
    await received(desk, WAITING, INBOX_KEPT * 10)
    assert await desk.do(purge_pipeline) == {"inbox": 1, "outbox": 0}
    assert await desk.rows(select(inbox.c.state).order_by(inbox.c.id)) == [DONE, WAITING]


async def test_dead_updates_are_kept_longer_but_not_for_ever(desk: Desk) -> None:
    await received(desk, DEAD, DEAD_UPDATES_KEPT + MOMENT)
    await received(desk, DEAD, DEAD_UPDATES_KEPT - MOMENT)
    assert await desk.do(purge_pipeline) == {"inbox": 1, "outbox": 0}


async def test_settled_replies_go_what_belongs_to_a_topic_or_was_refused_stays(desk: Desk) -> None:
    old = REPLIES_KEPT + MOMENT
    await settled(desk, State.SENT, old)
    await settled(desk, State.UNKNOWN, old)
    await settled(desk, State.SENT, REPLIES_KEPT - MOMENT)
    await settled(desk, State.SENT, old, "broadcast:1")
    await settled(desk, State.REJECTED, old)
    assert await desk.do(purge_pipeline) == {"inbox": 0, "outbox": 2}
    assert await desk.do(purge_pipeline) == {"inbox": 0, "outbox": 0}


async def test_the_newest_run_of_each_job_is_remembered(desk: Desk) -> None:
    await desk.do(keep_run, "sweep", {"chats": 1}, "KeyError", None)
    desk.clock.passes(minutes=1)
    await desk.do(keep_run, "sweep", {"chats": 2}, None, desk.clock() + timedelta(minutes=1))
    await desk.do(keep_run, "purge", {}, None, None)
    assert await desk.look(job_runs) == [
        JobRun("purge", desk.clock(), None, {}, None),
        JobRun("sweep", desk.clock(), desk.clock() + timedelta(minutes=1), {"chats": 2}, None),
    ]


async def test_the_newest_id_of_a_file_counts_until_it_is_forgotten(desk: Desk) -> None:
    assert await desk.look(find_media, CHANNEL, "chart") is None
    await desk.do(keep_media, CHANNEL, "chart", "first")
    await desk.do(keep_media, CHANNEL, "chart", "second")
    assert await desk.look(find_media, CHANNEL, "chart") == "second"
    assert await desk.look(find_media, "whatsapp", "chart") is None
    await desk.do(forget_media, CHANNEL, "chart")
    assert await desk.look(find_media, CHANNEL, "chart") is None
