"""Doors, commands, hand-overs, refusals and time-outs."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    Answer,
    Command,
    Conversation,
    Entry,
    Next,
    Nothing,
    Step,
    Transition,
)
from feedbackbot.dialogue.directory import Directory
from feedbackbot.dialogue.incoming import Incoming, Kind
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.turn import Dialogue, SuspendedTurn, TurnResult, drive
from feedbackbot.storage.people.contacts import ChatState, expired_chats, keep_state, lock_chat
from feedbackbot.storage.transaction import Transaction
from tests.builders import CATALOGUE
from tests.dialogue import toy
from tests.talk import CHANNEL, Clock, Talk, Talker


async def put_state(talk: Talk, person: Talker, state: ChatState) -> None:
    def work(tx: Transaction) -> None:
        contact, _ = lock_chat(tx, CHANNEL, person.name)
        keep_state(tx, contact.address_id, state, None)

    await talk.work(work)


async def test_a_conversation_left_alone_is_let_go_after_its_time_out(
    toys: Talk, ani: Talker, clock: Clock
) -> None:
    await ani.types("/pesan")
    await ani.types("mangga")
    clock.passes(hours=1.9)
    assert await toys.run(expired_chats) == []
    clock.passes(hours=0.2)
    assert await toys.run(expired_chats) == [(CHANNEL, "Ani")]
    await ani.is_left_alone()
    assert ani.last == "Pesanan mangga disimpan"
    assert await toys.run(expired_chats) == []


async def test_a_refusal_undoes_the_turn_tells_why_and_asks_again(ani: Talker) -> None:
    await ani.types("/pesan")
    await ani.types("mangga")
    await ani.types("tolak")
    assert ani.last.startswith("Kantor itu tidak ada lagi")
    assert ani.last.endswith("Catatan untuk mangga?")
    assert (await ani.contact()).language == "id", "what the refused turn wrote is undone"


async def test_where_the_question_itself_cannot_be_had_the_reason_is_told_alone(
    toys: Talk, ani: Talker
) -> None:
    await ani.types("/mulai")
    state = ChatState("pesan", "ab12", "catatan", data_version=2, data='{"fruit": "jambu", "round": 1}')
    await put_state(toys, ani, state)
    await ani.sends_tap("x")
    assert ani.said() == "Kantor itu tidak ada lagi dalam daftar kami. Silakan pilih yang lain."
    assert (await ani.state()).step == "catatan"


async def test_a_fault_of_ours_is_apologised_for_and_the_conversation_stays_where_it_was(
    toys: Talk, ani: Talker
) -> None:
    await ani.types("/pesan")
    before = await ani.state()

    def work(tx: Transaction) -> TurnResult:
        contact, state = lock_chat(tx, CHANNEL, ani.name)
        return toys.dialogue.apologise(tx, contact, state, Incoming(CHANNEL, ani.name, Kind.TEXT, "x"))

    result = await toys.work(work)
    assert "gangguan di pihak kami" in result.messages[0].text
    assert result.state == before
    assert result.expires_at is not None


async def test_a_fault_of_ours_is_not_swallowed_by_the_engine(ani: Talker) -> None:
    await ani.types("/pesan")
    await ani.types("mangga")
    with pytest.raises(ZeroDivisionError):
        await ani.types("rusak")
    assert (await ani.state()).step == "catatan"


async def test_conversations_that_begin_each_other_in_a_circle_are_stopped(ani: Talker) -> None:
    with pytest.raises(RuntimeError, match="circle"):
        await ani.types("/lingkar")


@pytest.mark.parametrize(
    "state",
    [
        ChatState("pesan", "ab12", "buah", data_version=1, data='{"fruit": "mangga"}'),
        ChatState("pesan", "ab12", "lama", data_version=2, data="{}"),
        ChatState("pesan", "ab12", "catatan", data_version=2, data='{"round": "banyak"}'),
        ChatState("pesan", "ab12", "catatan", data_version=2, data="{broken"),
        ChatState("pesan", "ab12", "catatan", data_version=2, data="[]"),
    ],
)
async def test_a_state_of_another_release_begins_its_conversation_anew(
    toys: Talk, ani: Talker, state: ChatState
) -> None:
    await ani.types("/mulai")
    await put_state(toys, ani, state)
    await ani.types("jambu")
    assert ani.last in ("Buah apa?", "Catatan untuk jambu?")
    present = await ani.state()
    assert (present.conversation, present.data_version) == ("pesan", 2)
    assert present.run != "ab12"


async def test_a_tap_on_a_button_of_another_release_is_old(toys: Talk, ani: Talker) -> None:
    """The run of its question is over, though the step is called the same."""
    await ani.types("/mulai")
    await put_state(toys, ani, ChatState("pesan", "ab12", "buah", data_version=1))
    await ani.sends_tap("pesan.ab12/buah/mangga", "1")
    assert "sudah lewat" in ani.notice
    assert ani.last == "Buah apa?"


async def test_a_conversation_that_is_no_more_leaves_nothing_under_way(toys: Talk, ani: Talker) -> None:
    await ani.types("/mulai")
    await put_state(toys, ani, ChatState("dahulu", "ab12", "kala", data_version=1))
    await ani.types("halo")
    assert ani.last == "Rumah"


async def test_blocking_marks_the_address_and_writing_again_revives_it(ani: Talker) -> None:
    await ani.types("/mulai")
    await ani.does(Kind.BLOCKED)
    assert ani.answered == []
    assert (await ani.contact()).gone
    await ani.types("/pesan")
    assert not (await ani.contact()).gone


async def test_nothing_is_answered_to_what_wants_no_answer(ani: Talker) -> None:
    await ani.does(Kind.NOTHING)
    await ani.does(Kind.UNBLOCKED)
    assert ani.sees() == []


def test_a_handler_that_waits_for_anything_but_the_database_is_found_out() -> None:
    with pytest.raises(SuspendedTurn):
        drive(asyncio.sleep(0))


async def test_what_is_said_besides_a_question_has_no_choices_of_its_own(toys: Talk) -> None:
    """Its buttons would answer a question that was never asked."""

    async def start(chat: Chat[Nothing], argument: str) -> Transition:
        chat.say(Message("Pilih", (Choice("a", "A"),)))
        return Next("rumah")

    conversation = replace(toy.HOME, start=start)
    talk = Talk(
        toys.database, Dialogue(Directory((conversation,), "rumah"), CATALOGUE), toys.settings, toys.now
    )
    with pytest.raises(ValueError, match="only a question"):
        await talk.person("Budi").types("/mulai")


async def ask(chat: Chat[Nothing]) -> Message:
    return Message("?")


async def take(chat: Chat[Nothing], answer: Answer) -> Transition:
    return Next("a")


def test_two_that_claim_the_same_word_door_or_key_are_refused() -> None:
    first = Conversation("a", toy.home, commands=(Command("x"),), entries=(Entry("d", toy.home),))
    for other in (
        Conversation("a", toy.home),
        Conversation("b", toy.home, commands=(Command("x"),)),
        Conversation("b", toy.home, commands=(Command("batal"),)),
        Conversation("b", toy.home, commands=(Command("y", aliases=("help",)),)),
        Conversation("b", toy.home, entries=(Entry("d", toy.home),)),
    ):
        with pytest.raises(ValueError):
            Directory((first, other), "a")
    with pytest.raises(ValueError):
        Conversation("a", toy.home, (Step("s", ask, take), Step("s", ask, take)))
    for key in ("", "Besar", "a" * 17, "a.b", "a/b"):
        with pytest.raises(ValueError):
            Step(key, ask, take)
        with pytest.raises(ValueError):
            Conversation(key, toy.home)


async def test_the_time_out_of_a_conversation_is_its_own_or_the_setting(
    toys: Talk, ani: Talker, clock: Clock
) -> None:
    result = await toys.turn(Incoming(CHANNEL, "Ani", Kind.COMMAND, command="pesan"))
    assert result.expires_at == clock.now + timedelta(hours=2)
    result = await toys.turn(Incoming(CHANNEL, "Ani", Kind.COMMAND, command="mulai"))
    assert result.expires_at == clock.now + timedelta(hours=24)
