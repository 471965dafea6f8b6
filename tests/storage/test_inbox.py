"""What arrived is kept once, and each chat's updates are answered in order, whoever answers."""

import asyncio
from datetime import timedelta

from sqlalchemy import select

from feedbackbot.storage.database import open_database
from feedbackbot.storage.people.contacts import lock_chat
from feedbackbot.storage.pipeline.inbox import (
    DEAD,
    DONE,
    WAITING,
    Arrival,
    WaitingChat,
    chats_waiting,
    count_failure,
    finish,
    keep_arrivals,
    oldest_waiting,
)
from feedbackbot.storage.pipeline.tables import inbox
from feedbackbot.storage.transaction import Transaction
from tests.talk import CHANNEL
from tests.usecase_runner import Desk


def update(number: int, chat: str = "Ani", **values: object) -> Arrival:
    return Arrival(CHANNEL, str(number), chat, number, f"body {number}", **values)  # type: ignore[arg-type]


async def test_a_repeated_update_is_kept_once(desk: Desk) -> None:
    assert await desk.do(keep_arrivals, [update(1), update(2)]) == [update(1), update(2)]
    assert await desk.do(keep_arrivals, [update(2), update(3), update(3)]) == [update(3)]
    assert await desk.rows(select(inbox.c.update_key).order_by(inbox.c.id)) == ["1", "2", "3"]


async def test_the_same_key_on_another_channel_is_another_update(desk: Desk) -> None:
    other = Arrival("whatsapp", "1", "Ani", 1, "body")
    assert await desk.do(keep_arrivals, [update(1), other]) == [update(1), other]


async def test_addresses_may_be_as_long_as_a_chat_service_makes_them(desk: Desk) -> None:
    long = Arrival("whatsapp", "k" * 64, "u" * 160, 1, "body")
    assert await desk.do(keep_arrivals, [long]) == [long]
    contact, _ = await desk.do(lock_chat, "whatsapp", "u" * 160)
    assert contact.address == "u" * 160


async def test_nothing_to_keep_is_no_trouble(desk: Desk) -> None:
    assert await desk.do(keep_arrivals, []) == []


async def test_the_order_is_that_of_the_chat_service_not_of_arrival(desk: Desk) -> None:
    await desk.do(keep_arrivals, [update(9), update(7)])
    await desk.do(keep_arrivals, [update(8), update(1, "Budi")])
    answered = []
    while (waiting := await desk.look(oldest_waiting, CHANNEL, "Ani")) is not None:
        answered.append(waiting.body)
        await desk.do(finish, waiting.id)
    assert answered == ["body 7", "body 8", "body 9"]
    assert await desk.look(oldest_waiting, CHANNEL, "Budi") is not None


async def test_an_answered_update_keeps_no_words(desk: Desk) -> None:
    await desk.do(keep_arrivals, [update(1)])
    waiting = await desk.look(oldest_waiting, CHANNEL, "Ani")
    assert waiting is not None
    await desk.do(finish, waiting.id)
    assert await desk.rows(select(inbox.c.state, inbox.c.body)) == [(DONE, "")]


async def test_an_update_that_fails_too_often_is_put_aside_with_its_words(desk: Desk) -> None:
    await desk.do(keep_arrivals, [update(1), update(2)])
    first = await desk.look(oldest_waiting, CHANNEL, "Ani")
    assert first is not None
    await desk.do(count_failure, first.id, "KeyError", dead=False)
    again = await desk.look(oldest_waiting, CHANNEL, "Ani")
    assert again is not None
    assert (again.id, again.attempts) == (first.id, 1)
    await desk.do(count_failure, first.id, "K" * 300, dead=True)
    after = await desk.look(oldest_waiting, CHANNEL, "Ani")
    assert after is not None
    assert after.body == "body 2"
    dead = select(inbox.c.state, inbox.c.body, inbox.c.attempts, inbox.c.error).where(inbox.c.id == first.id)
    assert await desk.rows(dead) == [(DEAD, "body 1", 2, "K" * 200)]


async def test_what_belongs_to_no_chat_waits_for_nobody(desk: Desk) -> None:
    await desk.do(keep_arrivals, [update(1, ""), update(2, "", broken=True)])
    states = select(inbox.c.state, inbox.c.body).order_by(inbox.c.id)
    assert await desk.rows(states) == [(DONE, ""), (DEAD, "body 2")]
    assert await desk.look(chats_waiting) == []


async def test_the_chats_that_wait_are_listed_longest_first(desk: Desk) -> None:
    await desk.do(keep_arrivals, [update(5, "Budi"), update(6, "Ani"), update(7, "Budi")])
    desk.clock.passes(seconds=30)
    await desk.do(keep_arrivals, [update(8, "Dewi")])
    budi, ani, dewi = (
        WaitingChat(CHANNEL, "Budi", 2),
        WaitingChat(CHANNEL, "Ani", 1),
        WaitingChat(CHANNEL, "Dewi", 1),
    )
    assert await desk.look(chats_waiting) == [budi, ani, dewi]
    assert await desk.look(chats_waiting, older_than=timedelta(seconds=10)) == [budi, ani]


async def test_two_processes_answer_one_chat_in_turns_and_in_order(postgres_url: str) -> None:
    """Each locks the chat before it looks what is oldest; what one has answered the other does not see."""
    desks = [Desk(open_database(postgres_url)) for _ in range(2)]
    await desks[0].knows("Ani")
    await desks[0].do(keep_arrivals, [update(number) for number in range(40)])
    answered: list[str] = []

    def answer(tx: Transaction) -> bool:
        lock_chat(tx, CHANNEL, "Ani")
        waiting = oldest_waiting(tx, CHANNEL, "Ani")
        if waiting is None:
            return False
        finish(tx, waiting.id)
        answered.append(waiting.body)
        return True

    async def work(desk: Desk) -> None:
        while await desk.do(answer):
            pass

    await asyncio.gather(*(work(desk) for desk in desks for _ in range(3)))
    assert answered == [f"body {number}" for number in range(40)]
    assert await desks[0].rows(select(inbox.c.id).where(inbox.c.state == WAITING)) == []
    for desk in desks:
        await desk.database.close()
