"""Rows of the outbox on their way: claimed by lane, settled by their owner only, taken over from the dead."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from feedbackbot.storage.database import open_database
from feedbackbot.storage.pipeline.dispatch import (
    claim,
    reply_on_its_way,
    settle,
    something_due,
    unsent_replies,
)
from feedbackbot.storage.pipeline.orphans import release_orphans
from feedbackbot.storage.pipeline.outbox import (
    Lane,
    QueuedMessage,
    SendOutcome,
    State,
    add_content,
    add_message,
    add_reply,
)
from feedbackbot.storage.pipeline.processes import beat
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.transaction import Transaction
from tests.talk import CHANNEL
from tests.usecase_runner import Desk

LANES = tuple(Lane)


async def queue(desk: Desk, body: str, name: str = "Ani", *, lane: Lane = Lane.BULK, **values: Any) -> bool:
    where = await desk.knows(name)
    return await desk.do(
        add_message, channel=CHANNEL, address_id=where, lane=lane, kind="test", body=body, **values
    )


async def claims(
    desk: Desk, owner: str = "me", *, lanes: tuple[Lane, ...] = LANES, most: int = 10
) -> list[QueuedMessage]:
    return await desk.do(claim, channel=CHANNEL, owner=owner, lanes=lanes, most=most)


async def reply(desk: Desk, body: str, owner: str = "me", name: str = "Ani") -> QueuedMessage:
    where = await desk.knows(name)
    return await desk.do(add_reply, channel=CHANNEL, address_id=where, where=name, body=body, owner=owner)


async def states(desk: Desk) -> list[State]:
    return [State(number) for number in await desk.rows(select(outbox.c.state).order_by(outbox.c.id))]


async def test_the_more_important_lane_is_claimed_first_and_the_earlier_row_of_a_lane(desk: Desk) -> None:
    await queue(desk, "broadcast")
    await queue(desk, "later reminder", lane=Lane.REMINDER)
    await queue(desk, "reminder", lane=Lane.REMINDER, due_at=desk.clock() - timedelta(minutes=1))
    assert [letter.body for letter in await claims(desk, most=2)] == ["reminder", "later reminder"]
    assert [letter.body for letter in await claims(desk, most=2)] == ["broadcast"]
    assert await claims(desk) == []


async def test_only_the_lanes_asked_for_are_claimed(desk: Desk) -> None:
    await queue(desk, "broadcast")
    assert await claims(desk, lanes=(Lane.REPLY, Lane.REMINDER)) == []
    assert not await desk.look(something_due, CHANNEL, (Lane.REPLY, Lane.REMINDER))
    assert await desk.look(something_due, CHANNEL)


async def test_a_row_is_claimed_when_it_is_due_and_on_its_own_channel_only(desk: Desk) -> None:
    await queue(desk, "tomorrow", due_at=desk.clock() + timedelta(days=1))
    assert not await desk.look(something_due, CHANNEL)
    assert await claims(desk) == []
    desk.clock.passes(days=1)
    assert await desk.do(claim, channel="whatsapp", owner="me", lanes=LANES, most=10) == []
    assert [letter.body for letter in await claims(desk)] == ["tomorrow"]


async def test_a_message_with_a_key_is_added_once(desk: Desk) -> None:
    assert await queue(desk, "first", once_key="training:1:Ani")
    assert not await queue(desk, "second", once_key="training:1:Ani")
    assert await queue(desk, "without a key")
    assert await queue(desk, "without a key")
    assert [letter.body for letter in await claims(desk)] == ["first", "without a key", "without a key"]


async def test_shared_content_comes_with_the_readers_language(desk: Desk) -> None:
    where = await desk.knows("Ani")
    shared = await desk.do(add_content, '{"id": {"text": "Halo"}}')

    def spread(tx: Transaction) -> None:
        row = {"address_id": where, "content_id": shared, "kind": "broadcast", "subject": "broadcast:1"}
        tx.run(
            outbox.insert(),
            row | {"channel": CHANNEL, "lane": int(Lane.BULK), "state": int(State.WAITING), "due_at": tx.now},
        )

    await desk.do(spread)
    [letter] = await claims(desk)
    assert (letter.shared, letter.language, letter.body) == (True, "id", '{"id": {"text": "Halo"}}')
    assert (letter.subject, letter.attempts, letter.address, letter.gone) == ("broadcast:1", 1, "Ani", False)


async def test_a_settled_row_keeps_its_fate_and_no_words(desk: Desk) -> None:
    sent, rejected = await reply(desk, "sent"), await reply(desk, "rejected")
    outcomes = [
        SendOutcome(sent.id, State.SENT, message_ref="77", attempts=3),
        SendOutcome(rejected.id, State.REJECTED, reason="r" * 500),
    ]
    await desk.do(settle, "me", outcomes)
    kept = select(
        outbox.c.state,
        outbox.c.attempts,
        outbox.c.message_ref,
        outbox.c.reason,
        outbox.c.body,
        outbox.c.owner,
    )
    assert await desk.rows(kept.order_by(outbox.c.id)) == [
        (State.SENT, 3, "77", None, None, None),
        (State.REJECTED, 1, None, "r" * 120, None, None),
    ]


async def test_what_could_not_be_sent_is_due_again_with_its_tries_counted(desk: Desk) -> None:
    await queue(desk, "again")
    [letter] = await claims(desk)
    later = desk.clock() + timedelta(seconds=30)
    await desk.do(
        settle, "me", [SendOutcome(letter.id, State.WAITING, due_at=later, attempts=letter.attempts)]
    )
    assert await claims(desk) == []
    desk.clock.passes(seconds=30)
    [again] = await claims(desk)
    assert (again.body, again.attempts) == ("again", 2)


async def test_only_the_owner_settles(desk: Desk) -> None:
    letter = await reply(desk, "mine")
    await desk.do(settle, "somebody else", [SendOutcome(letter.id, State.SENT)])
    await desk.do(settle, "somebody else", [SendOutcome(letter.id, State.WAITING)])
    assert await states(desk) == [State.UNDER_WAY]


async def test_what_is_settled_stays_so(desk: Desk) -> None:
    letter = await reply(desk, "mine")
    await desk.do(settle, "me", [SendOutcome(letter.id, State.SENT)])
    await desk.do(settle, "me", [SendOutcome(letter.id, State.REJECTED)])
    assert await states(desk) == [State.SENT]


async def test_of_the_dead_replies_and_reminders_are_sent_again_but_no_broadcast(desk: Desk) -> None:
    await queue(desk, "broadcast")
    await queue(desk, "reminder", lane=Lane.REMINDER)
    await claims(desk, "dead")
    await reply(desk, "reply", "dead")
    await desk.do(beat, "alive")
    await reply(desk, "of the living", "alive")
    assert await desk.do(release_orphans) == (2, 1)
    assert await states(desk) == [State.UNKNOWN, State.WAITING, State.WAITING, State.UNDER_WAY]
    assert [letter.body for letter in await claims(desk)] == ["reply", "reminder"]


async def test_a_process_given_up_for_dead_settles_nothing_that_another_has_taken_over(desk: Desk) -> None:
    letter = await reply(desk, "reply", "dead")
    await desk.do(release_orphans)
    await claims(desk, "heir")
    await desk.do(settle, "dead", [SendOutcome(letter.id, State.SENT)])
    assert await states(desk) == [State.UNDER_WAY]
    await desk.do(settle, "heir", [SendOutcome(letter.id, State.SENT)])
    assert await states(desk) == [State.SENT]


async def test_a_reply_under_way_elsewhere_is_seen_until_it_is_settled(desk: Desk) -> None:
    where = await desk.knows("Ani")
    letter = await reply(desk, "reply", "other")
    assert await desk.look(reply_on_its_way, where, "me")
    assert not await desk.look(reply_on_its_way, where, "other")
    assert not await desk.look(reply_on_its_way, await desk.knows("Budi"), "me")
    await desk.do(settle, "other", [SendOutcome(letter.id, State.SENT)])
    assert not await desk.look(reply_on_its_way, where, "me")


async def test_a_reply_that_a_crash_left_is_seen_until_it_is_sent(desk: Desk) -> None:
    where = await desk.knows("Ani")
    await reply(desk, "reply", "dead")
    await desk.do(release_orphans)
    assert await desk.look(reply_on_its_way, where, "me")
    [letter] = await claims(desk)
    assert await desk.look(reply_on_its_way, where, "me")
    later = desk.clock() + timedelta(minutes=1)
    await desk.do(settle, "me", [SendOutcome(letter.id, State.WAITING, due_at=later)])
    assert not await desk.look(reply_on_its_way, where, "me")


async def test_a_broadcast_under_way_elsewhere_does_not_hold_up_replies(desk: Desk) -> None:
    await queue(desk, "broadcast")
    await claims(desk, "other")
    assert not await desk.look(reply_on_its_way, await desk.knows("Ani"), "me")


async def test_replies_that_nobody_settled_are_found_in_order(desk: Desk) -> None:
    first, second, third = [await reply(desk, body) for body in ("first", "second", "third")]
    await reply(desk, "of another chat", name="Budi")
    await reply(desk, "of another process", "other")
    await desk.do(settle, "me", [SendOutcome(second.id, State.SENT)])
    found = await desk.look(unsent_replies, CHANNEL, "Ani", "me")
    assert [letter.id for letter in found] == [first.id, third.id]


@pytest.mark.parametrize("workers", [2, 6])
async def test_many_who_claim_at_once_share_without_overlap(desk: Desk, workers: int) -> None:
    for number in range(60):
        await queue(desk, str(number))
    batches = await asyncio.gather(*(claims(desk, f"worker {number}", most=10) for number in range(workers)))
    bodies = [letter.body for batch in batches for letter in batch]
    assert len(bodies) == len(set(bodies)) == workers * 10


async def test_two_processes_share_the_outbox_without_waiting_for_each_other(postgres_url: str) -> None:
    first, second = (Desk(open_database(postgres_url)) for _ in range(2))
    for number in range(20):
        await queue(first, str(number))

    def slow(tx: Transaction) -> list[QueuedMessage]:
        letters = claim(tx, channel=CHANNEL, owner="first", lanes=LANES, most=10)
        tx.connection.exec_driver_sql("SELECT pg_sleep(0.3)")
        return letters

    slowly = asyncio.ensure_future(first.do(slow))
    await asyncio.sleep(0.1)
    quick = await claims(second, "second")
    assert not slowly.done()
    bodies = {letter.body for letter in (*quick, *await slowly)}
    assert len(bodies) == 20
    for desk in (first, second):
        await desk.database.close()
