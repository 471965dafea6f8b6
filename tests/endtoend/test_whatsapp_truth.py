"""What the other app tells later is the truth: a thousand updates in a POST, statuses first, answers lost, failures after a 200."""

import asyncio
from collections import Counter
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from feedbackbot.assistant import Assistant
from feedbackbot.clock import ShiftedClock
from feedbackbot.playground.city import Playground
from feedbackbot.playground.whatsapp.phone import Phone
from feedbackbot.storage.people.tables import address
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.receipts import Stage
from feedbackbot.storage.pipeline.tables import inbox, outbox, receipt
from feedbackbot.storage.transaction import Transaction
from tests.endtoend.city_bot import city_bot

CROWD = 1_000


async def until(bot: Assistant, holds: Callable[[Transaction], bool]) -> None:
    """Ask the bot's database until it is so."""
    async with asyncio.timeout(120):
        while not await bot.runtime.read(holds):
            await asyncio.sleep(0.02)


def states(tx: Transaction) -> Counter[State]:
    """How many rows of the outbox stand how."""
    rows = tx.run(
        select(outbox.c.state, func.count()).where(outbox.c.channel == "whatsapp").group_by(outbox.c.state)
    )
    return Counter({State(state): count for state, count in rows})


def stages(tx: Transaction) -> Counter[Stage]:
    """How many messages came how far."""
    rows = tx.run(select(receipt.c.stage, func.count()).group_by(receipt.c.stage))
    return Counter({Stage(stage): count for stage, count in rows})


@pytest.mark.slow
async def test_a_thousand_updates_in_one_post_are_answered_each_once(database_url: str) -> None:
    async with (
        Playground(patience=60) as city,
        city_bot(city, database_url, ShiftedClock(), forms=False) as bot,
    ):
        side = city.whatsapp
        people = [await side.person(f"Warga {number}", hidden=number % 2 > 0) for number in range(CROWD)]
        await side.breaks_webhook(held=True)
        for person in people:
            await person.types("/privasi")
        await side.breaks_webhook(batch=CROWD, shuffled=True, broken=0.1, doubled_within=0.2)
        for person in people:
            await person.waits_until(_is_answered)
        await until(bot, lambda tx: set(states(tx)) == {State.SENT})
        assert not await bot.runtime.read(
            lambda tx: tx.run(select(func.count()).select_from(inbox).where(inbox.c.state == 0)).scalar()
        )
        sends = await side.sends()
        assert (await side.metrics())["refusals"] == {}
    answers = Counter(send["person"] for send in sends)
    assert len(answers) == CROWD
    # the broken texts all have one id: they count as one message, and whoever it belongs to is told that it is of no use
    assert sum(count > 1 for count in answers.values()) <= 1
    # no row of the outbox twice
    assert len({send["callback"] for send in sends}) == len(sends)


def _is_answered(phone: Phone) -> bool:
    return any(message["from"] == "bot" for message in phone.messages())


async def test_a_status_that_is_there_before_the_answer_counts(database_url: str) -> None:
    async with (
        Playground(patience=60) as city,
        city_bot(city, database_url, ShiftedClock(), forms=False) as bot,
    ):
        await city.whatsapp.breaks(answer_late_ms=300)
        ani = await city.whatsapp.person("Ani")
        await ani.types("menu")
        await ani.hears()
        await until(bot, lambda tx: set(states(tx)) == {State.SENT})
        await until(bot, lambda tx: set(stages(tx)) == {Stage.DELIVERED})


async def test_an_answer_that_was_lost_is_made_up_for_by_the_status_and_nothing_goes_twice(
    database_url: str,
) -> None:
    async with (
        Playground(patience=60) as city,
        city_bot(city, database_url, ShiftedClock(), forms=False) as bot,
    ):
        await city.whatsapp.breaks(drop_after=1.0)
        ani = await city.whatsapp.person("Ani")
        await ani.types("menu")
        await ani.hears()
        await until(bot, lambda tx: set(states(tx)) == {State.SENT})
        sends = await city.whatsapp.sends()
        assert all(send["dropped"] for send in sends)
        assert len({send["callback"] for send in sends}) == len(sends)


async def test_who_cannot_be_reached_is_gone_until_they_write_again(database_url: str) -> None:
    async with (
        Playground(patience=60) as city,
        city_bot(city, database_url, ShiftedClock(), forms=False) as bot,
    ):
        await city.whatsapp.breaks(codes=[{"code": 131026, "arrives": "webhook"}])
        ani = await city.whatsapp.person("Ani")
        await ani.types("menu")
        await until(bot, lambda tx: State.GONE in states(tx))
        gone = select(func.count()).select_from(address).where(address.c.gone_at.is_not(None))
        assert await bot.runtime.read(lambda tx: tx.run(gone).scalar()) == 1
        await city.whatsapp.mends()
        await ani.types("menu")
        await ani.hears()
        assert await bot.runtime.read(lambda tx: tx.run(gone).scalar()) == 0


async def test_lost_statuses_leave_a_message_accepted(database_url: str) -> None:
    async with (
        Playground(patience=60) as city,
        city_bot(city, database_url, ShiftedClock(), forms=False) as bot,
    ):
        await city.whatsapp.breaks_webhook(lost_statuses=1.0)
        ani = await city.whatsapp.person("Ani")
        await ani.types("menu")
        await ani.hears()
        await until(bot, lambda tx: set(states(tx)) == {State.SENT})
        assert await bot.runtime.read(lambda tx: stages(tx)[Stage.DELIVERED]) == 0


async def test_a_reply_that_was_accepted_and_failed_goes_again(database_url: str) -> None:
    clock = ShiftedClock()
    async with Playground(patience=60) as city, city_bot(city, database_url, clock, forms=False) as bot:
        await city.whatsapp.breaks(codes=[{"code": 131016, "arrives": "webhook"}])
        ani = await city.whatsapp.person("Ani")
        await ani.types("menu")
        await until(bot, lambda tx: set(states(tx)) == {State.WAITING})
        await city.whatsapp.mends()
        clock.offset = timedelta(minutes=3)
        await city.shifts_clock(180)
        await ani.hears()
        await until(bot, lambda tx: set(states(tx)) == {State.SENT})
        assert len(await city.whatsapp.sends(ani)) == 2

        def words(tx: Transaction) -> int:
            return (
                tx.run(select(func.count()).select_from(outbox).where(outbox.c.body.is_not(None))).scalar()
                or 0
            )

        await until(bot, lambda tx: words(tx) == 0)
