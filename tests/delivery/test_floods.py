"""Whoever floods slows only themselves, and is not written to for minutes."""

from sqlalchemy import func, select

from feedbackbot.delivery.pacing import Pacer
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import outbox
from tests.delivery.pipeline import Bot, running
from tests.delivery.words import nothing, taps
from tests.usecase_runner import Desk


async def old_taps(bot: Bot, many: int) -> None:
    await bot.takes(*(taps("Ani", "words.0000/word/go") for _ in range(many)))


async def test_of_many_useless_taps_each_is_acknowledged_but_the_question_repeated_once(bot: Bot) -> None:
    await bot.hears("Ani", "/kata")
    await bot.rests()
    await old_taps(bot, 200)
    await bot.rests()
    assert bot.line.got("Ani") == ["heard ", "heard "]
    assert len(bot.line.memory.acknowledged) == 200
    assert await bot.desk.rows(select(func.count()).where(outbox.c.state == State.DROPPED)) == [199]


async def test_a_useful_word_after_useless_ones_is_all_that_is_answered(bot: Bot) -> None:
    await bot.hears("Ani", "/kata", "/what", "/is", "/this", "satu")
    await bot.rests()
    assert bot.line.got("Ani") == ["heard ", "heard satu"]


async def test_a_repeated_question_is_said_when_what_follows_says_nothing(bot: Bot) -> None:
    await bot.hears("Ani", "/kata")
    await bot.rests()
    await bot.takes(taps("Ani", "words.0000/word/go"), nothing("Ani"))
    await bot.rests()
    assert bot.line.got("Ani") == ["heard ", "heard "]


async def test_a_question_held_back_when_the_database_went_is_said_all_the_same(bot: Bot) -> None:
    await bot.hears("Ani", "/kata")
    await bot.rests()
    await old_taps(bot, 2)
    bot.database.loses_answers = 2
    await bot.rests()
    assert bot.line.got("Ani")[1:] in (["heard "], ["heard ", "heard "])
    assert not {State.WAITING, State.UNDER_WAY} & await bot.outbox_states()


async def test_a_person_who_floods_uselessly_is_not_written_to_for_minutes(desk: Desk) -> None:
    limits = Pacer(overall=1_000, bulk=1_000, per_chat=1, burst_per_chat=3)
    async with running(desk, pacer=limits) as bot:
        await bot.hears("Ani", "/kata")
        await bot.rests()
        await old_taps(bot, 300)
        await bot.rests()
        assert len(bot.line.got("Ani")) == 2
