"""Conversations left alone are let go, each on its own, with a word and with their answers kept."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Conversation
from feedbackbot.dialogue.directory import Directory
from feedbackbot.dialogue.message import Message
from feedbackbot.dialogue.turn import Dialogue
from feedbackbot.inbound.conversation_timeouts import end_abandoned
from feedbackbot.storage.database import T, Work
from feedbackbot.storage.people.contacts import ChatState, find_chat, keep_state, lock_chat
from feedbackbot.storage.pipeline.outbox import Lane
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from tests.builders import CATALOGUE
from tests.delivery.words import WORDS
from tests.talk import CHANNEL
from tests.usecase_runner import Desk

LEFT = ChatState("words", "ab12", "word", "1", 1, '{"heard": ["satu"]}')
LetGo = Callable[[Chat], Awaitable[Message | None]]  # type: ignore[type-arg]


async def farewell(chat: Chat) -> Message | None:  # type: ignore[type-arg]
    if chat.contact.address.startswith("Broken"):
        raise KeyError("a fault of ours")
    return Message("Until later!")


def dialogue(word: LetGo | None = farewell) -> Dialogue:
    leaving = Conversation("words", WORDS.start, WORDS.steps, WORDS.data, on_abandon=word)
    return Dialogue(Directory([leaving], "words"), CATALOGUE)


async def left_alone(desk: Desk, name: str, *, since: timedelta = timedelta()) -> None:
    await desk.do(keep_state, await desk.knows(name), LEFT, desk.clock() - since)


async def state_of(desk: Desk, name: str) -> ChatState:
    found = await desk.look(find_chat, CHANNEL, name)
    assert found is not None
    return found[1]


async def run(desk: Desk, word: LetGo | None = farewell) -> dict[str, int]:
    return await end_abandoned(desk.runtime, dialogue(word))


async def test_whoever_left_is_told_once_and_starts_anew(desk: Desk) -> None:
    await left_alone(desk, "Ani")
    assert await run(desk) == {"abandoned": 1, "failed": 0}
    assert replace(await state_of(desk, "Ani"), spoke_at=None) == ChatState()
    assert await desk.rows(select(outbox.c.lane, outbox.c.kind, outbox.c.body)) == [
        (Lane.REMINDER, "let-go", '{"text":"Until later!"}')
    ]
    assert await run(desk) == {"abandoned": 0, "failed": 0}


async def test_whoever_still_has_time_is_left_in_peace(desk: Desk) -> None:
    await left_alone(desk, "Ani", since=-timedelta(seconds=1))
    assert await run(desk) == {"abandoned": 0, "failed": 0}
    assert (await state_of(desk, "Ani")).step == "word"


async def test_a_conversation_without_a_last_word_ends_silently(desk: Desk) -> None:
    await left_alone(desk, "Ani")
    assert await run(desk, None) == {"abandoned": 1, "failed": 0}
    assert await desk.rows(select(outbox.c.id)) == []


async def test_one_that_cannot_be_let_go_is_dropped_and_stands_in_nobodys_way(desk: Desk) -> None:
    await left_alone(desk, "Broken", since=timedelta(days=1))
    await left_alone(desk, "Ani")
    assert await run(desk) == {"abandoned": 1, "failed": 1}
    for who in ("Broken", "Ani"):
        assert replace(await state_of(desk, who), spoke_at=None) == ChatState()


async def test_all_are_let_go_however_many_left(desk: Desk) -> None:
    def everybody(tx: Transaction) -> None:
        for number in range(450):  # the list has 200 at most
            contact, _ = lock_chat(tx, CHANNEL, f"person {number}")
            keep_state(tx, contact.address_id, LEFT, tx.now)

    await desk.do(everybody)
    assert await run(desk) == {"abandoned": 450, "failed": 0}


class ComesBack:
    """A database in which Ani comes back right after the list of those who left was read."""

    dialect = "any"

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def read(self, work: Work[T]) -> T:
        found = await self.desk.database.read(work)
        await left_alone(self.desk, "Ani", since=-timedelta(hours=1))
        return found

    async def write(self, work: Work[T]) -> T:
        return await self.desk.database.write(work)

    async def close(self) -> None:
        raise AssertionError("never called")


async def test_whoever_comes_back_in_the_last_moment_goes_on(desk: Desk) -> None:
    await left_alone(desk, "Ani")
    counts = await end_abandoned(Runtime(ComesBack(desk), desk.clock, desk.settings), dialogue())
    assert counts == {"abandoned": 0, "failed": 0}
    assert (await state_of(desk, "Ani")).step == "word"
