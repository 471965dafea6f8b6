"""What is thrown away and when, what the jobs leave behind, and which files were uploaded before."""

from datetime import timedelta

from sqlalchemy import func, insert, select

from feedbackbot.storage.pipeline.inbox import DEAD, DONE, WAITING
from feedbackbot.storage.pipeline.job_runs import JobRun, job_runs, keep_run
from feedbackbot.storage.pipeline.media import find_media, forget_media, keep_media
from feedbackbot.storage.pipeline.outbox import Lane, State
from feedbackbot.storage.pipeline.tables import inbox, outbox
from feedbackbot.usecases.privacy.retention import throw_away
from tests.talk import CHANNEL
from tests.usecase_runner import Desk

MOMENT, EIGHT_DAYS = timedelta(seconds=1), timedelta(days=8)


async def received(desk: Desk, state: int, ago: timedelta) -> None:
    number = (await desk.rows(select(func.count()).select_from(inbox)))[0]
    row = {"channel": CHANNEL, "update_key": str(number), "chat": "Ani", "position": number, "body": "words"}
    moment = desk.clock() - ago
    await desk.do(lambda tx: tx.run(insert(inbox), row | {"received_at": moment, "state": state}) and None)


async def settled(desk: Desk, state: State, ago: timedelta, subject: str | None = None) -> None:
    where = await desk.knows("Ani")
    moment = desk.clock() - ago
    row = {
        "channel": CHANNEL,
        "address_id": where,
        "lane": int(Lane.REPLY),
        "kind": "reply",
        "due_at": moment,
    }
    more = {"state": int(state), "settled_at": moment, "subject": subject}
    await desk.do(lambda tx: tx.run(insert(outbox), row | more) and None)


async def thrown(desk: Desk, *keys: str) -> tuple[int, ...]:
    counts = await desk.do(throw_away)
    return tuple(counts[key] for key in keys)


async def test_answered_updates_are_known_as_long_as_they_may_be_repeated(desk: Desk) -> None:
    await received(desk, DONE, EIGHT_DAYS + MOMENT)
    await received(desk, DONE, EIGHT_DAYS - MOMENT)
    await received(desk, WAITING, EIGHT_DAYS * 10)
    assert await thrown(desk, "inbox") == (1,)
    assert await desk.rows(select(inbox.c.state).order_by(inbox.c.id)) == [DONE, WAITING]


async def test_dead_updates_are_kept_longer_but_not_for_ever(desk: Desk) -> None:
    await received(desk, DEAD, timedelta(days=30) + MOMENT)
    await received(desk, DEAD, timedelta(days=30) - MOMENT)
    assert await thrown(desk, "inbox", "dead") == (0, 1)


async def test_settled_replies_go_first_then_what_was_refused_then_what_has_a_subject(desk: Desk) -> None:
    old = EIGHT_DAYS + MOMENT
    await settled(desk, State.SENT, old)
    await settled(desk, State.UNKNOWN, old)
    await settled(desk, State.SENT, EIGHT_DAYS - MOMENT)
    await settled(desk, State.SENT, old, "case:1")
    await settled(desk, State.SENT, old, "broadcast:1")
    await settled(desk, State.REJECTED, old)
    assert await thrown(desk, "outbox", "refused", "subjects") == (2, 0, 0)
    desk.clock.passes(days=23)
    assert await thrown(desk, "outbox", "refused", "subjects") == (1, 1, 0)
    desk.clock.passes(days=30)
    assert await thrown(desk, "outbox", "refused", "subjects", "broadcasts") == (0, 0, 1, 0)


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
