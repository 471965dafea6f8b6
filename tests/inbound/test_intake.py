"""Each chat is answered in order, chats side by side; a stop leaves the rest to the next process."""

import asyncio
import json
from dataclasses import replace

from sqlalchemy import func, select

from feedbackbot.delivery.pacing import Pacer
from feedbackbot.storage.pipeline.inbox import DEAD, DONE, WAITING, Arrival
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.processes import beat, sign_off
from feedbackbot.storage.pipeline.tables import inbox
from tests.builders import CATALOGUE
from tests.delivery.pipeline import Bot, running
from tests.delivery.words import says, taps
from tests.talk import CHANNEL
from tests.usecase_runner import Desk


async def test_words_are_answered_in_order_and_settled(bot: Bot) -> None:
    await bot.hears("Ani", "/kata", "satu", "dua", "tiga")
    await bot.rests()
    assert bot.line.got("Ani") == ["heard ", "heard satu", "heard dua", "heard tiga"]
    assert await bot.noted() == ["satu", "dua", "tiga"]
    assert await bot.inbox_states() == [DONE] * 4
    assert await bot.outbox_states() == {State.SENT}


async def test_the_next_turn_waits_until_the_reply_is_sent(bot: Bot) -> None:
    bot.line.hold("Ani")
    await bot.hears("Ani", "/kata", "satu")
    while not bot.line.under_way:
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.1)
    assert await bot.noted() == []
    bot.line.abandon("Ani")
    await bot.rests()
    assert await bot.noted() == ["satu"]


async def test_others_are_answered_while_one_line_is_slow(bot: Bot) -> None:
    names = [f"slow {number}" for number in range(100)]
    bot.line.hold(*names)
    await bot.takes(*(says(name, "/kata") for name in names))
    await bot.hears("Budi", "/kata", "satu")
    while len(bot.line.got("Budi")) < 2 or bot.line.under_way < len(names):
        await asyncio.sleep(0.01)
    for name in names:
        bot.line.abandon(name)
    await bot.rests()


async def test_a_person_who_floods_delays_nobody_else(desk: Desk) -> None:
    limits = Pacer(overall=1_000, bulk=1_000, per_chat=1, burst_per_chat=5)
    async with running(desk, pacer=limits) as bot:
        await bot.hears("Flood", "/kata", *(f"word {number}" for number in range(1_000)))
        people = [f"person {number}" for number in range(20)]
        await bot.takes(*(says(name, "/kata") for name in people))
        while not all(bot.line.got(name) for name in people):
            await asyncio.sleep(0.01)
        assert len(await bot.noted()) < 20
        waiting = select(func.count()).where(inbox.c.state == WAITING)
        assert (await desk.rows(waiting))[0] > 900


async def test_a_repeated_update_is_answered_once(bot: Bot) -> None:
    start, word = says("Ani", "/kata"), says("Ani", "satu")
    await bot.takes(start, word)
    await bot.takes(start, word)
    await bot.rests()
    await bot.takes(word)
    await bot.rests()
    assert await bot.noted() == ["satu"]
    assert bot.line.got("Ani") == ["heard ", "heard satu"]


async def test_a_tap_is_acknowledged(bot: Bot) -> None:
    await bot.hears("Ani", "/kata")
    await bot.rests()
    [(_, question)] = bot.line.memory.sent
    data = question.rows[0][0].data
    assert data is not None
    await bot.takes(taps("Ani", data), taps("Ani", "gone.ab12/step/choice"))
    await bot.rests()
    assert await bot.noted() == ["go"]
    assert [notice for _, notice in bot.line.memory.acknowledged] == [
        "",
        CATALOGUE.text("id", "notice-old-button"),
    ]


async def test_an_update_of_no_chat_is_done_and_its_button_stops_spinning(bot: Bot) -> None:
    tap = replace(taps("Ani", "x"), chat="")
    await bot.takes(tap, Arrival(CHANNEL, "broken", "", 0, "{", broken=True))
    await bot.rests()
    assert bot.line.memory.acknowledged == [(json.loads(tap.body)["tap"], "")]
    assert await bot.inbox_states() == [DONE, DEAD]


async def test_a_stop_finishes_turns_under_way_and_begins_none(desk: Desk) -> None:
    async with running(desk) as bot:
        bot.line.hold("Ani")
        await bot.hears("Ani", "/kata", "satu")
        while not bot.line.under_way:
            await asyncio.sleep(0.01)
        closing = asyncio.ensure_future(bot.intake.close(5))
        await bot.hears("Budi", "/kata")
        bot.line.abandon("Ani")
        await closing
        await bot.settler.flush()
        assert bot.line.got("Ani") == ["heard "]
        assert bot.line.got("Budi") == []
        assert await bot.inbox_states() == [DONE, WAITING, WAITING]
        assert await bot.outbox_states() == {State.SENT}


async def test_a_stop_does_not_wait_for_a_line_that_hangs(desk: Desk) -> None:
    async with running(desk) as bot:
        bot.line.hold("Ani")
        await bot.hears("Ani", "/kata")
        while not bot.line.under_way:
            await asyncio.sleep(0.01)
        await bot.intake.close(0.05)
        assert not bot.intake.busy
        await desk.do(beat, bot.owner)
        await desk.do(sign_off, bot.owner)
        assert await bot.outbox_states() == {State.WAITING}


async def test_what_an_earlier_process_left_waiting_is_answered_in_order(desk: Desk) -> None:
    async with running(desk, owner="earlier") as earlier:
        await earlier.intake.close(0)
        await earlier.hears("Ani", "/kata", "satu", "dua", "tiga")
        await earlier.hears("Budi", "/kata")
    async with running(desk, owner="later") as bot:
        assert await bot.intake.sweep() == 0  # still young: its own process may be at it
        assert await bot.intake.sweep(everything=True) == 2
        await bot.rests()
        assert bot.line.got("Ani") == ["heard ", "heard satu", "heard dua", "heard tiga"]
        assert bot.line.got("Budi") == ["heard "]
        assert await bot.intake.sweep(everything=True) == 0


async def test_the_sweep_leaves_alone_what_is_being_answered(bot: Bot) -> None:
    bot.line.hold("Ani")
    await bot.hears("Ani", "/kata", "satu")
    bot.desk.clock.passes(minutes=1)
    assert await bot.intake.sweep() == 0
    bot.line.abandon("Ani")
    await bot.rests()
    assert bot.line.got("Ani") == ["heard ", "heard satu"]


async def test_in_a_group_it_says_one_line_leaves_and_keeps_nothing(bot: Bot) -> None:
    added = Arrival(CHANNEL, "g1", "", 900, json.dumps({"group": "-1001", "text": "rahasia warga"}))
    again = replace(added, update_key="g2", position=901)
    await bot.takes(added, again)
    await bot.rests()
    [(group, word)] = bot.line.memory.left
    assert group == "-1001"
    assert "obrolan pribadi" in word
    assert set(await bot.desk.rows(select(inbox.c.body))) == {""}
    await bot.takes(replace(added, update_key="g3", position=902))
    await bot.rests()
    assert len(bot.line.memory.left) == 2, "it was brought back"
