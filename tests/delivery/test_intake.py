"""Each chat is answered in order, chats side by side, and nothing that was kept is lost."""

import asyncio
import json
import random
from dataclasses import replace

import pytest
from sqlalchemy import func, select

from feedbackbot.channels.memory import MemoryChannel
from feedbackbot.delivery.channel import Fate, Sent
from feedbackbot.delivery.pacing import Pacer
from feedbackbot.storage import processes
from feedbackbot.storage.contacts import find_chat
from feedbackbot.storage.database import open_database
from feedbackbot.storage.inbox import DEAD, DONE, WAITING, Arrival
from feedbackbot.storage.outbox import State
from feedbackbot.storage.processes import beat, sign_off, take_over
from feedbackbot.storage.tables.pipeline import inbox, outbox
from tests.builders import CATALOGUE
from tests.delivery.pipeline import BROKEN, REFUSED, SILENT, Bot, Line, nothing, running, says, taps
from tests.desk import Desk
from tests.talk import CHANNEL

APOLOGY = CATALOGUE.text("id", "error-unexpected")


async def inbox_states(bot: Bot) -> list[int]:
    return await bot.desk.rows(select(inbox.c.state).order_by(inbox.c.id))


async def outbox_states(bot: Bot) -> set[int]:
    return set(await bot.desk.rows(select(outbox.c.state)))


async def test_words_are_answered_in_order_and_settled(bot: Bot) -> None:
    await bot.hears("Ani", "/kata", "satu", "dua", "tiga")
    await bot.rests()
    assert bot.line.got("Ani") == ["heard ", "heard satu", "heard dua", "heard tiga"]
    assert await bot.noted() == ["satu", "dua", "tiga"]
    assert await inbox_states(bot) == [DONE] * 4
    assert await outbox_states(bot) == {State.SENT}


async def test_the_next_turn_waits_until_the_reply_is_sent(bot: Bot) -> None:
    bot.line.hold("Ani")
    await bot.hears("Ani", "/kata", "satu")
    await asyncio.sleep(0.1)
    assert await bot.noted() == []
    bot.line.let_go("Ani")
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
        bot.line.let_go(name)
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
    assert await inbox_states(bot) == [DONE, DEAD]


# Floods


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
    assert not {State.WAITING, State.UNDER_WAY} & await outbox_states(bot)


async def test_a_person_who_floods_uselessly_is_not_written_to_for_minutes(desk: Desk) -> None:
    limits = Pacer(overall=1_000, bulk=1_000, per_chat=1, burst_per_chat=3)
    async with running(desk, pacer=limits) as bot:
        await bot.hears("Ani", "/kata")
        await bot.rests()
        await old_taps(bot, 300)
        await bot.rests()
        assert len(bot.line.got("Ani")) == 2


# Failures


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
    assert DEAD not in await inbox_states(bot)


async def test_a_question_that_cannot_be_asked_does_not_block_the_chat(bot: Bot) -> None:
    """Each further word fails as well: the state stays, and the person is told each time until they cancel."""
    await bot.hears("Ani", "/kata", SILENT, "/batal")
    await bot.rests()
    assert bot.line.got("Ani")[:2] == ["heard ", APOLOGY]
    assert WAITING not in await inbox_states(bot)


async def test_nothing_is_lost_or_doubled_while_the_database_comes_and_goes(bot: Bot) -> None:
    await bot.hears("Ani", "/kata", "satu", "dua")
    bot.database.refuses = 1
    await bot.rests()
    assert bot.line.got("Ani") == ["heard ", "heard satu", "heard dua"]
    assert await bot.noted() == ["satu", "dua"]
    assert await outbox_states(bot) == {State.SENT}


async def test_a_turn_whose_commit_was_not_answered_still_gets_its_reply_said_once(bot: Bot) -> None:
    await bot.hears("Ani", "/kata")
    await bot.rests()
    await bot.takes(says("Ani", "satu"))
    bot.database.loses_answers = 1
    await bot.rests()
    assert await bot.noted() == ["satu"]
    assert bot.line.got("Ani") == ["heard ", "heard satu"]
    assert await outbox_states(bot) == {State.SENT}


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


# Sending


async def test_a_reply_that_cannot_be_sent_yet_is_not_overtaken(bot: Bot) -> None:
    bot.line.memory.answer_with(
        [Sent(Fate.LATER, retry_after=0.01), Sent(Fate.UNKNOWN), Sent(Fate.LATER, retry_after=0.01)]
    )
    await bot.hears("Ani", "/kata", "satu")
    await bot.rests()
    tried = [message.text for _, message in bot.line.memory.tried]
    assert tried == ["heard ", "heard ", "heard ", "heard satu"]
    assert await bot.noted() == ["satu"]


async def test_a_message_that_is_refused_for_ever_is_given_up_and_the_chat_goes_on(bot: Bot) -> None:
    bot.line.memory.answer_with([Fate.REJECTED])
    await bot.hears("Ani", "/kata", "satu")
    await bot.rests()
    assert bot.line.got("Ani") == ["heard satu"]
    assert await outbox_states(bot) == {State.REJECTED, State.SENT}


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


# Beginning and end


async def test_a_stop_finishes_turns_under_way_and_begins_none(desk: Desk) -> None:
    async with running(desk) as bot:
        bot.line.hold("Ani")
        await bot.hears("Ani", "/kata", "satu")
        await asyncio.sleep(0.1)
        closing = asyncio.ensure_future(bot.intake.close(5))
        await bot.hears("Budi", "/kata")
        bot.line.let_go("Ani")
        await closing
        await bot.settler.flush()
        assert bot.line.got("Ani") == ["heard "]
        assert bot.line.got("Budi") == []
        assert await inbox_states(bot) == [DONE, WAITING, WAITING]
        assert await outbox_states(bot) == {State.SENT}


async def test_a_stop_does_not_wait_for_a_line_that_hangs(desk: Desk) -> None:
    async with running(desk) as bot:
        bot.line.hold("Ani")
        await bot.hears("Ani", "/kata")
        await asyncio.sleep(0.1)
        await bot.intake.close(0.05)
        assert not bot.intake.busy
        await desk.do(beat, bot.owner)
        await desk.do(sign_off, bot.owner)
        assert await outbox_states(bot) == {State.WAITING}


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
    bot.line.let_go("Ani")
    await bot.rests()
    assert bot.line.got("Ani") == ["heard ", "heard satu"]


# Two processes


async def test_two_processes_keep_the_order_of_effects_and_of_replies(postgres_url: str) -> None:
    """A chat's updates reach now one, now the other; replies take a while to send."""
    random.seed(11)
    shared = MemoryChannel()
    desks = [Desk(open_database(postgres_url)) for _ in range(2)]
    slow = [Line(shared, delay=lambda: random.uniform(0, 0.02)) for _ in range(2)]
    people = [f"person {number}" for number in range(8)]
    async with (
        running(desks[0], line=slow[0], owner="one") as one,
        running(desks[1], line=slow[1], owner="two") as two,
    ):
        bots = (one, two)
        for bot in bots:
            await bot.desk.do(beat, bot.owner)
        await one.takes(*(says(name, "/kata") for name in people))
        for word in range(12):
            await asyncio.gather(
                *(random.choice(bots).takes(says(name, f"{name} {word}")) for name in people)
            )
        while one.intake.busy or two.intake.busy:
            await asyncio.sleep(0.01)
        for name in people:
            heard = [message.text for to, message in shared.sent if to == name]
            assert heard == ["heard ", *(f"heard {name} {word}" for word in range(12))]
        noted = await one.noted()
        assert len(noted) == 12 * 8
    for desk in desks:
        await desk.database.close()


async def test_replies_of_a_process_that_died_are_sent_by_the_other(postgres_url: str) -> None:
    desks = [Desk(open_database(postgres_url)) for _ in range(2)]
    async with (
        running(desks[0], owner="dying") as dying,
        running(desks[1], owner="heir", worker=True) as heir,
    ):
        dying.line.hold("Ani")
        await dying.hears("Ani", "/kata")
        await asyncio.sleep(0.1)
        await heir.hears("Ani", "satu")  # waits: the other may still be sending
        await asyncio.sleep(0.2)
        assert await heir.noted() == []
        await desks[0].do(beat, "dying")
        desks[1].clock.passes(minutes=5)
        processes._mine.discard("dying")  # both live in this very process
        assert await desks[1].do(take_over) == (1, 0)
        heir.worker.wake()
        while len(heir.line.got("Ani")) < 2:
            await asyncio.sleep(0.01)
        assert heir.line.got("Ani") == ["heard ", "heard satu"]
    for desk in desks:
        await desk.database.close()
