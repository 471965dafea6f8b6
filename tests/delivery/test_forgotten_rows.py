"""A database that lacks its last commits: what was sent and settled is under way again, and is neither stuck nor lost."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from typing import Any

import pytest
from sqlalchemy import select, update

from feedbackbot.dialogue.message import Outgoing
from feedbackbot.storage.pipeline.dispatch import reply_on_its_way
from feedbackbot.storage.pipeline.outbox import Lane, State, add_message
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.transaction import Transaction
from tests.delivery.pipeline import Bot, running
from tests.talk import CHANNEL
from tests.usecase_runner import Desk


@pytest.fixture
async def bot(desk: Desk) -> AsyncIterator[Bot]:
    async with running(desk, worker=True) as one:
        yield one


async def kept(desk: Desk) -> Mapping[str, Any]:
    def read(tx: Transaction) -> Mapping[str, Any]:
        row = tx.run(select(outbox)).one()._mapping
        return {column.key: row[column] for column in outbox.c}

    return await desk.do(read)


async def goes_back_to(desk: Desk, row: Mapping[str, Any]) -> None:
    """The database is as it was then."""
    await desk.do(lambda tx: tx.run(update(outbox).where(outbox.c.id == row["id"]).values(**row)) and None)


async def under_way(bot: Bot) -> Mapping[str, Any]:
    while not bot.line.under_way:
        await asyncio.sleep(0.01)
    return await kept(bot.desk)


async def settled(bot: Bot, state: State) -> Mapping[str, Any]:
    while (row := await kept(bot.desk))["state"] != state:
        await asyncio.sleep(0.01)
    return row


async def test_a_reply_whose_outcome_was_forgotten_is_said_again_and_counted(bot: Bot) -> None:
    bot.line.hold("Ani")
    await bot.hears("Ani", "/kata")
    then = await under_way(bot)
    bot.line.abandon("Ani")
    await bot.rests()
    await goes_back_to(bot.desk, then)
    bot.desk.clock.passes(minutes=2)
    assert await bot.desk.do(reply_on_its_way, then["address_id"], "another process")
    await bot.intake.sweep()
    assert (await kept(bot.desk))["state"] == State.UNDER_WAY, (
        "one look may come between a commit and the word of it"
    )
    await bot.intake.sweep()
    assert (await settled(bot, State.SENT))["attempts"] == 2
    assert bot.line.got("Ani") == ["heard ", "heard "]
    assert not await bot.desk.do(reply_on_its_way, then["address_id"], "another process")


@pytest.mark.parametrize(
    ("lane", "ends", "times"), [(Lane.REMINDER, State.SENT, 2), (Lane.BULK, State.UNKNOWN, 1)]
)
async def test_of_what_was_sent_unasked_a_broadcast_is_not_repeated(
    bot: Bot, lane: Lane, ends: State, times: int
) -> None:
    where = await bot.desk.knows("Ani")
    bot.line.hold("Ani")
    body = Outgoing("to all").to_json()
    await bot.desk.do(add_message, channel=CHANNEL, address_id=where, lane=lane, kind="test", body=body)
    bot.worker.wake()
    then = await under_way(bot)
    bot.line.abandon("Ani")
    await settled(bot, State.SENT)
    await goes_back_to(bot.desk, then)
    bot.desk.clock.passes(minutes=2)
    await bot.intake.sweep()
    await bot.intake.sweep()
    await settled(bot, ends)
    assert bot.line.got("Ani") == ["to all"] * times


async def test_what_takes_its_time_is_not_forgotten(bot: Bot) -> None:
    bot.line.hold("Ani", "Budi")
    await bot.hears("Ani", "/kata")
    await under_way(bot)
    bot.desk.clock.passes(minutes=5)
    for _ in range(3):
        await bot.intake.sweep()
    assert (await kept(bot.desk))["owner"] == bot.owner
    bot.line.abandon("Ani")
    await bot.rests()
    assert bot.line.got("Ani") == ["heard "]
