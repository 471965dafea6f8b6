"""Finding what waits costs the same however much is done already: steps of SQLite's machine, not time."""

import sqlite3
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from typing import Any, cast

import pytest
from sqlalchemy import insert

from feedbackbot.storage.database import open_database
from feedbackbot.storage.pipeline.dispatch import claim, reply_on_its_way, something_due
from feedbackbot.storage.pipeline.inbox import DONE, WAITING, chats_waiting, oldest_waiting
from feedbackbot.storage.pipeline.orphans import release_orphans
from feedbackbot.storage.pipeline.outbox import Lane, State
from feedbackbot.storage.pipeline.tables import inbox, outbox
from feedbackbot.storage.transaction import Transaction
from tests.talk import CHANNEL
from tests.usecase_runner import Desk

MUCH = 3_000
LANES = tuple(Lane)


@pytest.fixture
async def desk(sqlite_url: str) -> AsyncIterator[Desk]:
    database = open_database(sqlite_url, synchronous="NORMAL")
    yield Desk(database)
    await database.close()


async def steps(desk: Desk, work: Callable[[Transaction], Any]) -> int:
    def count(tx: Transaction) -> int:
        taken = 0

        def step() -> int:
            nonlocal taken
            taken += 1
            return 0

        raw = cast(sqlite3.Connection, tx.connection.connection.driver_connection)
        raw.set_progress_handler(step, 1)
        work(tx)
        raw.set_progress_handler(None, 1)
        return taken

    return await desk.do(count)


async def fill_inbox(desk: Desk, state: int, many: int, *, first: int) -> None:
    def work(tx: Transaction) -> None:
        rows = [
            {
                "channel": CHANNEL,
                "update_key": str(number),
                "chat": f"chat {number % 7}",
                "position": number,
                "body": "words",
                "received_at": tx.now - timedelta(minutes=1),
                "state": state,
            }
            for number in range(first, first + many)
        ]
        tx.run(insert(inbox), rows)

    await desk.do(work)


async def fill_outbox(
    desk: Desk, state: State, lane: Lane, many: int, *, wait: timedelta = timedelta(), name: str = "Ani"
) -> None:
    where = await desk.knows(name)
    owner = "other" if state is State.UNDER_WAY else None

    def work(tx: Transaction) -> None:
        row = {
            "channel": CHANNEL,
            "address_id": where,
            "kind": "test",
            "owner": owner,
            "due_at": tx.now + wait,
        }
        tx.run(insert(outbox), [row | {"lane": int(lane), "state": int(state)}] * many)

    await desk.do(work)


@pytest.mark.parametrize(
    "look",
    [lambda tx: oldest_waiting(tx, CHANNEL, "chat 1"), chats_waiting],
    ids=["oldest_waiting", "chats_waiting"],
)
async def test_answered_updates_cost_nothing(desk: Desk, look: Callable[[Transaction], Any]) -> None:
    await fill_inbox(desk, WAITING, 14, first=0)
    before = await steps(desk, look)
    await fill_inbox(desk, DONE, MUCH, first=100)
    assert await steps(desk, look) <= before + 20


@pytest.mark.parametrize(
    "look",
    [
        lambda tx: something_due(tx, CHANNEL),
        lambda tx: claim(tx, channel=CHANNEL, owner="me", lanes=LANES, most=3),
        release_orphans,
    ],
    ids=["something_due", "claim", "release"],
)
async def test_sent_messages_cost_nothing(desk: Desk, look: Callable[[Transaction], Any]) -> None:
    await fill_outbox(desk, State.WAITING, Lane.BULK, 30)
    before = await steps(desk, look)
    await fill_outbox(desk, State.SENT, Lane.BULK, MUCH)
    assert await steps(desk, look) <= before + 20


@pytest.mark.parametrize("wait", [timedelta(), timedelta(days=1)], ids=["due", "not due"])
async def test_a_long_queue_makes_a_claim_no_dearer(desk: Desk, wait: timedelta) -> None:
    def look(tx: Transaction) -> None:
        something_due(tx, CHANNEL)
        claim(tx, channel=CHANNEL, owner="me", lanes=LANES, most=3)

    await fill_outbox(desk, State.WAITING, Lane.REMINDER, 10)
    before = await steps(desk, look)
    await fill_outbox(desk, State.WAITING, Lane.REMINDER, MUCH, wait=wait)
    await fill_outbox(desk, State.WAITING, Lane.BULK, MUCH, wait=wait)
    assert await steps(desk, look) <= before + 60


async def test_earlier_replies_and_those_to_others_make_no_turn_dearer(desk: Desk) -> None:
    budi = await desk.knows("Budi")
    before = await steps(desk, lambda tx: reply_on_its_way(tx, budi, "me"))
    await fill_outbox(desk, State.UNDER_WAY, Lane.REPLY, MUCH)
    await fill_outbox(desk, State.SENT, Lane.REPLY, MUCH, name="Budi")
    assert await steps(desk, lambda tx: reply_on_its_way(tx, budi, "me")) <= before + 20
