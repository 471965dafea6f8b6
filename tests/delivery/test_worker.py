"""What is due is sent in the order of its lanes, never more at once than a crash may double, and told apart afterwards."""

import asyncio
import math
from typing import Any

import pytest
from sqlalchemy import select

from feedbackbot.delivery.channel import DeliveryStatus, Sent
from feedbackbot.delivery.pacing import Pacer
from feedbackbot.storage.people.addresses import mark_gone
from feedbackbot.storage.pipeline.dispatch import claim
from feedbackbot.storage.pipeline.orphans import release_orphans
from feedbackbot.storage.pipeline.outbox import Lane, State, add_message, add_reply
from feedbackbot.storage.pipeline.processes import beat, sign_off
from feedbackbot.storage.pipeline.tables import outbox
from tests.delivery.pipeline import Bot, running
from tests.talk import CHANNEL
from tests.usecase_runner import Desk


async def queue(desk: Desk, word: str, name: str = "Ani", lane: Lane = Lane.BULK) -> None:
    where = await desk.knows(name)
    values = {"channel": CHANNEL, "address_id": where, "lane": lane, "kind": "test"}
    await desk.do(lambda tx: add_message(tx, body=f'{{"text": "{word}"}}', **values))  # type: ignore[arg-type]


async def left_behind(desk: Desk, *words: str, name: str = "Ani") -> None:
    """Replies that a process which died had under way."""
    where = await desk.knows(name)
    for word in words:
        body = f'{{"text": "{word}"}}'
        await desk.do(add_reply, channel=CHANNEL, address_id=where, where=name, body=body, owner="dead")
    await desk.do(release_orphans)


async def states(desk: Desk) -> list[State]:
    return [State(number) for number in await desk.rows(select(outbox.c.state).order_by(outbox.c.id))]


async def settled(bot: Bot) -> None:
    """Until nothing waits and nothing is under way."""
    while {State.WAITING, State.UNDER_WAY} & set(await states(bot.desk)):
        await asyncio.sleep(0.01)


def slow_pacer(**values: Any) -> Pacer:
    return Pacer(
        **{"overall": math.inf, "bulk": math.inf, "per_chat": math.inf, "burst_per_chat": 1} | values
    )


async def test_reminders_go_before_broadcasts(desk: Desk) -> None:
    for number in range(6):
        await queue(desk, f"broadcast {number}", f"reader {number}")
    await queue(desk, "reminder", lane=Lane.REMINDER)
    async with running(desk, worker=True, rate_bulk=4, pacer=slow_pacer(bulk=50)) as bot:
        await settled(bot)
        assert next(message.text for _, message in bot.line.memory.sent) == "reminder"
        assert await states(desk) == [State.SENT] * 7


async def test_never_more_is_under_way_than_a_crash_may_double(desk: Desk) -> None:
    for number in range(40):
        await queue(desk, "broadcast", f"reader {number}")
    async with running(desk, worker=True, rate_bulk=8) as bot:
        bot.line.delay = lambda: 0.005
        await settled(bot)
        assert bot.worker.most_under_way == 4
        assert bot.line.most_under_way == 4
        assert len(bot.line.memory.sent) == 40


async def test_what_is_added_later_is_sent_when_the_worker_is_woken(desk: Desk) -> None:
    async with running(desk, worker=True) as bot:
        await asyncio.sleep(0.05)
        await queue(desk, "later")
        bot.worker.wake()
        await settled(bot)
        assert bot.line.got("Ani") == ["later"]


async def test_messages_to_one_person_keep_their_order(desk: Desk) -> None:
    delays = iter([0.05, 0.0, 0.02, 0.0])
    for word in ("satu", "dua", "tiga", "empat"):
        await queue(desk, word)
    async with running(desk, worker=True) as bot:
        bot.line.delay = lambda: next(delays)
        await settled(bot)
        assert bot.line.got("Ani") == ["satu", "dua", "tiga", "empat"]


@pytest.mark.parametrize(
    ("lane", "tries"),
    [(Lane.REPLY, 2), (Lane.REMINDER, 2), (Lane.BULK, 1)],
    ids=["reply", "reminder", "broadcast"],
)
async def test_of_what_may_have_arrived_only_a_broadcast_is_not_sent_again(
    desk: Desk, lane: Lane, tries: int
) -> None:
    await queue(desk, "hello", lane=lane)
    async with running(desk, worker=True) as bot:
        bot.line.memory.answer_with([Sent(DeliveryStatus.UNKNOWN, retry_after=0.0, reason="read-time-out")])
        while len(bot.line.memory.tried) < 1:
            await asyncio.sleep(0.01)
        await bot.settler.flush()
        desk.clock.passes(minutes=10)
        bot.worker.wake()
        await settled(bot)
        assert len(bot.line.memory.tried) == tries
        assert await states(desk) == [State.UNKNOWN if tries == 1 else State.SENT]


async def test_a_message_that_cannot_be_sent_is_given_up_after_its_tries(desk: Desk) -> None:
    await queue(desk, "hello", lane=Lane.REMINDER)
    async with running(desk, worker=True, attempts=3) as bot:
        bot.line.memory.answer_with([DeliveryStatus.LATER] * 10)
        while State.REJECTED not in await states(desk):
            desk.clock.passes(minutes=10)
            bot.worker.wake()
            await asyncio.sleep(0.02)
        assert len(bot.line.memory.tried) == 3
        assert await desk.rows(select(outbox.c.reason)) == ["gave-up: told-to"]


async def test_whoever_is_gone_gets_no_broadcast_but_a_reply(desk: Desk) -> None:
    await queue(desk, "broadcast")
    await queue(desk, "reply", lane=Lane.REPLY)
    await desk.do(mark_gone, await desk.knows("Ani"), "blocked")
    async with running(desk, worker=True) as bot:
        await settled(bot)
        assert bot.line.got("Ani") == ["reply"]
        assert await desk.rows(select(outbox.c.reason).order_by(outbox.c.id)) == ["gone-before", None]


async def test_the_worker_goes_on_after_the_database_was_away(desk: Desk) -> None:
    await queue(desk, "hello")
    async with running(desk) as bot:
        bot.database.refuses = 1
        bot.worker.start()
        while bot.database.refuses:
            await asyncio.sleep(0.01)
        bot.worker.wake()
        await settled(bot)
        assert bot.line.got("Ani") == ["hello"]


async def test_a_fate_that_could_not_be_written_is_written_later(desk: Desk) -> None:
    await queue(desk, "hello")
    async with running(desk) as bot:
        bot.line.hold("Ani")
        bot.worker.start()
        while not bot.line.under_way:
            await asyncio.sleep(0.01)
        bot.database.refuses = 1
        bot.line.abandon("Ani")
        await settled(bot)
        assert bot.line.got("Ani") == ["hello"]
        assert await states(desk) == [State.SENT]


async def test_a_row_that_cannot_be_read_is_put_aside(desk: Desk) -> None:
    where = await desk.knows("Ani")
    for body in ("{", "[]", "7", '{"rows": []}'):
        await desk.do(add_message, channel=CHANNEL, address_id=where, lane=Lane.BULK, kind="test", body=body)
    await queue(desk, "after")
    async with running(desk, worker=True) as bot:
        await settled(bot)
        assert await states(desk) == [State.REJECTED] * 4 + [State.SENT]


async def test_replies_left_by_a_crash_do_not_wait_for_a_paused_broadcast(desk: Desk) -> None:
    for number in range(20):
        await queue(desk, "broadcast", f"reader {number}")
    pacer = slow_pacer(bulk=100)
    async with running(desk, pacer=pacer, rate_bulk=8) as bot:
        pacer.pause_bulk(3_600)
        bot.worker.start()
        await asyncio.sleep(0.1)
        await left_behind(desk, "reply")
        bot.worker.wake()
        while not bot.line.memory.sent:
            await asyncio.sleep(0.01)
        assert bot.line.got("Ani") == ["reply"]


async def test_the_next_turn_waits_for_replies_that_a_crash_left(desk: Desk) -> None:
    await left_behind(desk, "first", "second")
    async with running(desk) as bot:
        await bot.hears("Ani", "/kata")
        await asyncio.sleep(0.15)
        assert bot.line.got("Ani") == []
        bot.worker.start()
        await bot.rests()
        assert bot.line.got("Ani") == ["first", "second", "heard "]


async def test_a_429_pauses_the_broadcast(desk: Desk) -> None:
    await queue(desk, "first", "Ani")
    await queue(desk, "second", "Budi")
    async with running(desk, worker=True, pacer=slow_pacer(bulk=5), rate_bulk=4) as bot:
        bot.line.memory.answer_with([Sent(DeliveryStatus.LATER, retry_after=3_600, reason="429")])
        while not bot.line.memory.tried:
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.4)
        assert [to for to, _ in bot.line.memory.tried] == ["Ani"]


async def test_a_stop_gives_back_what_had_no_permit_and_finishes_the_rest(desk: Desk) -> None:
    """A broadcast that was certainly not sent must not end as unknown."""
    for number in range(10):
        await queue(desk, "broadcast", f"reader {number}")
    pacer = slow_pacer(bulk=1_000)
    async with running(desk, pacer=pacer, rate_bulk=20) as bot:
        bot.line.hold("reader 0", "reader 1")
        for name in ("reader 2", "reader 3"):
            bot.line.hold(name)
        bot.worker.start()
        while bot.line.under_way < 4:
            await asyncio.sleep(0)
        pacer.pause_bulk(3_600)
        closing = asyncio.ensure_future(bot.worker.close(5))
        await asyncio.sleep(0.05)
        for name in list(bot.line.held):
            bot.line.abandon(name)
        await closing
        await bot.settler.flush()
        await desk.do(beat, bot.owner)
        await desk.do(sign_off, bot.owner)
        sent = len(bot.line.memory.sent)
        assert await states(desk) == [State.SENT] * sent + [State.WAITING] * (10 - sent)
        assert sent >= 4
        assert await desk.rows(select(outbox.c.attempts).where(outbox.c.state == State.WAITING)) == [0] * (
            10 - sent
        )


async def test_what_another_process_has_claimed_is_left_alone(desk: Desk) -> None:
    await queue(desk, "theirs")
    await desk.do(claim, channel=CHANNEL, owner="other", lanes=tuple(Lane), most=1)
    await queue(desk, "ours")
    async with running(desk, worker=True) as bot:
        while not bot.line.memory.sent:
            await asyncio.sleep(0.01)
        assert bot.line.got("Ani") == ["ours"]
