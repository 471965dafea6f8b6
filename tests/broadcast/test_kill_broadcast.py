"""A broadcast to two thousand people over a line that breaks, while the bot is killed ten times: nobody is lost."""

import asyncio
import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from sqlalchemy import Connection, insert, select

from feedbackbot.clock import city_zone, system_now
from feedbackbot.i18n import load_catalogue
from feedbackbot.playground.city import Playground
from feedbackbot.settings import load_settings
from feedbackbot.storage.broadcast.broadcasts import (
    Stage,
    broadcast_by_id,
    change_draft,
    new_draft,
    set_values,
    subject_of,
)
from feedbackbot.storage.broadcast.tables import broadcast_repeat
from feedbackbot.storage.database import Database, open_database
from feedbackbot.storage.people.tables import address, person
from feedbackbot.storage.pipeline.conversation_tables import chat_state
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.broadcast.sending import start
from feedbackbot.wording.broadcast.content import in_all_languages
from tests.endtoend.bot_process import BotProcess, bot_environment, free_port
from tests.endtoend.prepared import load_units

READERS = 2000
KILLS = 10
WORDS = "Kantor tutup besok"
FAULTS = {
    "error_403": {"share": 0.05},
    "error_429": {"share": 0.02, "retry_after": 1},
    "error_5xx": {"share": 0.02},
    "drop_after": {"share": 0.01},
    "methods": ["sendMessage"],
}


def any_hour() -> dict[str, str]:
    """Settings with which a broadcast goes at once, whenever the test runs."""
    days = [(system_now() + timedelta(days=ahead)).astimezone(city_zone()).date() for ahead in (0, 1)]
    return {
        "FEEDBACKBOT_QUIET_FROM": "00:00",
        "FEEDBACKBOT_QUIET_UNTIL": "00:00",
        "FEEDBACKBOT_EXTRA_WORKING_DAYS": ",".join(day.isoformat() for day in days),
        "FEEDBACKBOT_RATE_BULK": "150",
    }


async def gather_people(city: Playground) -> list[int]:
    """Everybody has started the bot; what they sent then is behind us."""
    places = asyncio.Semaphore(16)

    async def one(number: int) -> int:
        async with places:
            somebody = await city.person(f"Warga {number}")
            await somebody.starts()
            return somebody.id

    ids = await asyncio.gather(*(one(number) for number in range(READERS)))
    async with aiohttp.ClientSession() as session:
        call = f"{city.api_url}{city.token}/getUpdates"
        async with session.post(call, json={"offset": -1}) as answer:
            last = (await answer.json())["result"][-1]["update_id"]
        async with session.post(call, json={"offset": last + 1, "timeout": 0}) as answer:
            assert (await answer.json())["result"] == []
    return list(ids)


def begin_broadcast(tx: Transaction, ids: list[int]) -> int:
    """People of these chat ids in the database, and a broadcast to all of them that has just begun."""
    made = [{"id": place, "language": "id", "created_at": tx.now} for place in range(1, len(ids) + 1)]
    tx.run(insert(person), made)
    tx.run(
        insert(address),
        [
            {
                "id": place,
                "person_id": place,
                "channel": "telegram",
                "address": str(one),
                "created_at": tx.now,
            }
            for place, one in enumerate(ids, 1)
        ],
    )
    tx.run(insert(chat_state), [{"address_id": row["id"]} for row in made])
    number = new_draft(tx, 1, "all")
    change_draft(tx, number, words={"id": WORDS})
    set_values(tx, number, card_address_id=1)
    found = broadcast_by_id(tx, number)
    assert found is not None
    assert start(tx, in_all_languages(load_catalogue()), found, (Stage.DRAFT,))
    return number


@dataclass(frozen=True)
class Kept:
    """What the database says: each reader's state by chat id, and who was sent it again."""

    finished: bool
    states: Mapping[str, State]
    repeated: Mapping[str, int]


async def kept(database: Database, number: int, settings: Any) -> Kept:
    def read(connection: Connection) -> Kept:
        tx = Transaction(connection, system_now(), settings)
        found = broadcast_by_id(tx, number)
        of_readers = outbox.join(address, address.c.id == outbox.c.address_id)
        rows = tx.run(
            select(address.c.address, outbox.c.state)
            .select_from(of_readers)
            .where(outbox.c.subject == subject_of(number))
        )
        repeats = tx.run(
            select(address.c.address, broadcast_repeat.c.times).select_from(
                of_readers.join(broadcast_repeat, broadcast_repeat.c.outbox_id == outbox.c.id)
            )
        )
        return Kept(
            found is not None and found.finished_at is not None,
            {row.address: State(row.state) for row in rows},
            {row.address: row.times for row in repeats},
        )

    return await database.read(read)


@pytest.mark.slow
@pytest.mark.timeout(900)
async def test_nobody_is_lost_and_only_the_unacknowledged_is_doubled(sqlite_url: str, tmp_path: Path) -> None:
    await load_units(sqlite_url)
    settings = load_settings(
        None, secret_key="k" * 40, quiet_from="00:00", quiet_until="00:00",
        extra_working_days=any_hour()["FEEDBACKBOT_EXTRA_WORKING_DAYS"],
    )  # fmt: skip
    chance = random.Random(7)
    database = open_database(sqlite_url)
    city = await Playground.in_own_process("1:PLAYbroadcast", patience=60)
    await city.open()
    try:
        ids = await gather_people(city)
        number = await database.write(lambda c: begin_broadcast(Transaction(c, system_now(), settings), ids))
        port = free_port()
        environment = bot_environment(city.url, city.token, sqlite_url, port) | any_hour()
        bot = BotProcess(environment, webhook=False, port=port, log=tmp_path / "bot.log")
        await city.breaks(**FAULTS)
        await bot.start()
        for _ in range(KILLS):
            await asyncio.sleep(chance.uniform(0.2, 1.4))
            assert not (await kept(database, number, settings)).finished, "it was done before the last kill"
            await bot.kill()
            await bot.start()
        async with asyncio.timeout(600):
            while not (found := await kept(database, number, settings)).finished:
                await asyncio.sleep(0.5)
        assert await bot.stop() == 0
        sends, metrics = await city.sends(), await city.metrics()
    finally:
        await city.close()
        await database.close()

    arrivals = [one for one in sends if one["text"] and one["text"].startswith(WORDS)]
    reached = Counter(str(one["person"]) for one in arrivals)
    nobody_is_lost(found, reached, refusals=metrics["errors"]["403"])
    only_the_unacknowledged_is_doubled(
        found, reached, lost_answers={str(one["person"]) for one in arrivals if one["dropped"]}
    )


def nobody_is_lost(found: Kept, reached: Mapping[str, int], refusals: int) -> None:
    assert len(found.states) == READERS
    assert set(found.states.values()) <= {State.SENT, State.GONE}, Counter(found.states.values())
    without = {
        reader for reader, state in found.states.items() if state is State.SENT and not reached.get(reader)
    }
    assert without == set(), "the database says sent, and the server never got it"
    refused = [reader for reader, state in found.states.items() if state is State.GONE]
    assert len(refused) <= refusals, "nobody is given up whom the server did not refuse"


def only_the_unacknowledged_is_doubled(
    found: Kept, reached: Mapping[str, int], lost_answers: set[str]
) -> None:
    doubled = {reader: count - 1 for reader, count in reached.items() if count > 1}
    assert all(doubled[reader] <= found.repeated.get(reader, 0) for reader in doubled), (
        "doubled, and not counted"
    )
    assert lost_answers <= set(found.repeated), "the server's answer was lost, and the database does not know"
    assert sum(doubled.values()) > 0, "nothing was unacknowledged: the test has proved nothing"
