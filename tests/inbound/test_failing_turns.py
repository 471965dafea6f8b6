"""Nothing that was kept is lost, whatever fails: a handler, the database, the line."""

import asyncio

import pytest
from sqlalchemy import select

from feedbackbot.delivery.channel import DeliveryStatus, Sent
from feedbackbot.inbound import intake
from feedbackbot.storage.people.contacts import find_chat
from feedbackbot.storage.pipeline.inbox import DEAD, WAITING
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import inbox, outbox
from tests.builders import CATALOGUE
from tests.delivery.pipeline import Bot
from tests.delivery.words import BROKEN, REFUSED, SILENT, says
from tests.talk import CHANNEL

APOLOGY = CATALOGUE.text("id", "error-unexpected")


async def test_a_turn_that_fails_three_times_is_put_aside_with_an_apology(bot: Bot) -> None:
    await bot.hears("Ani", "/kata", "satu", BROKEN, "dua")
    await bot.rests()
    assert bot.line.got("Ani") == ["heard ", "heard satu", APOLOGY, "heard dua"]
    assert await bot.noted() == ["satu", "dua"]
    dead = select(inbox.c.attempts, inbox.c.error).where(inbox.c.state == DEAD)
    assert await bot.desk.rows(dead) == [(3, "KeyError")]


async def test_a_refused_turn_leaves_nothing_but_its_reason_and_the_question(bot: Bot) -> None:
    await bot.hears("Ani", "/kata", "satu", REFUSED, "dua")
    await bot.rests()
    assert bot.line.got("Ani") == ["heard ", "heard satu", f"{APOLOGY}\n\nheard satu", "heard dua"]
    assert await bot.noted() == ["satu", "dua"]
    assert DEAD not in await bot.inbox_states()


async def test_a_question_that_cannot_be_asked_does_not_block_the_chat(bot: Bot) -> None:
    """Each further word fails as well: the state stays, and the person is told each time until they cancel."""
    await bot.hears("Ani", "/kata", SILENT, "/batal")
    await bot.rests()
    assert bot.line.got("Ani")[:2] == ["heard ", APOLOGY]
    assert WAITING not in await bot.inbox_states()


async def test_nothing_is_lost_or_doubled_while_the_database_comes_and_goes(bot: Bot) -> None:
    await bot.hears("Ani", "/kata", "satu", "dua")
    bot.database.refuses = 1
    await bot.rests()
    assert bot.line.got("Ani") == ["heard ", "heard satu", "heard dua"]
    assert await bot.noted() == ["satu", "dua"]
    assert await bot.outbox_states() == {State.SENT}


async def test_a_turn_whose_commit_was_not_answered_still_gets_its_reply_said_once(bot: Bot) -> None:
    await bot.hears("Ani", "/kata")
    await bot.rests()
    await bot.takes(says("Ani", "satu"))
    bot.database.loses_answers = 1
    await bot.rests()
    assert await bot.noted() == ["satu"]
    assert bot.line.got("Ani") == ["heard ", "heard satu"]
    assert await bot.outbox_states() == {State.SENT}


async def test_many_chats_wait_for_an_absent_database_with_one_question_a_second(
    bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "_DATABASE_AWAY_SECONDS", 0.05)
    people = [f"person {number}" for number in range(30)]
    await bot.takes(*(says(name, "/kata") for name in people))
    bot.database.away = True  # before any of their turns has begun
    await asyncio.sleep(1.0)
    bot.database.away = False
    assert len(people) <= bot.database.asked_in_vain <= len(people) + 25
    await bot.rests()
    assert all(bot.line.got(name) == ["heard "] for name in people)


async def test_an_update_kept_without_anybody_being_told_is_answered_when_it_is_repeated(bot: Bot) -> None:
    bot.database.loses_answers = 1
    start = says("Ani", "/kata")
    with pytest.raises(Exception, match="lost"):
        await bot.takes(start)
    await bot.takes(start)
    await bot.rests()
    assert bot.line.got("Ani") == ["heard "]


async def test_a_chat_whose_failure_cannot_even_be_counted_is_found_again(bot: Bot) -> None:
    await bot.hears("Ani", "/kata")
    await bot.rests()
    await bot.takes(says("Ani", "satu"))
    bot.database.fails_with, bot.database.refuses = ValueError("no"), 2
    await bot.rests()
    assert await bot.noted() == []
    bot.desk.clock.passes(minutes=1)
    assert await bot.intake.sweep() == 1
    await bot.rests()
    assert await bot.noted() == ["satu"]


async def test_a_reply_that_cannot_be_sent_yet_is_not_overtaken(bot: Bot) -> None:
    bot.line.memory.answer_with(
        [
            Sent(DeliveryStatus.LATER, retry_after=0.01),
            Sent(DeliveryStatus.UNKNOWN),
            Sent(DeliveryStatus.LATER, retry_after=0.01),
        ]
    )
    await bot.hears("Ani", "/kata", "satu")
    await bot.rests()
    tried = [message.text for _, message in bot.line.memory.tried]
    assert tried == ["heard ", "heard ", "heard ", "heard satu"]
    assert await bot.noted() == ["satu"]
    await bot.settler.flush()
    # the row tells how often, so that doubles can be counted
    assert sorted(await bot.desk.rows(select(outbox.c.attempts))) == [1, 3]


async def test_a_message_that_is_refused_for_ever_is_given_up_and_the_chat_goes_on(bot: Bot) -> None:
    bot.line.memory.answer_with([DeliveryStatus.REJECTED])
    await bot.hears("Ani", "/kata", "satu")
    await bot.rests()
    assert bot.line.got("Ani") == ["heard satu"]
    assert await bot.outbox_states() == {State.REJECTED, State.SENT}


async def test_a_channel_that_raises_is_a_fault_like_any_other(bot: Bot) -> None:
    bot.line.raises["Ani"] = 1
    await bot.hears("Ani", "/kata", "satu")
    await bot.rests()
    assert bot.line.got("Ani") == ["heard ", "heard satu"]


async def test_who_has_blocked_the_bot_is_marked_and_welcome_again(bot: Bot) -> None:
    bot.line.memory.gone.add("Ani")
    await bot.hears("Ani", "/kata")
    await bot.rests()
    found = await bot.desk.look(find_chat, CHANNEL, "Ani")
    assert found is not None
    assert found[0].gone
    bot.line.memory.gone.clear()
    await bot.hears("Ani", "satu")
    await bot.rests()
    found = await bot.desk.look(find_chat, CHANNEL, "Ani")
    assert found is not None
    assert not found[0].gone
    assert bot.line.got("Ani") == ["heard satu"]
