"""Two processes on one PostgreSQL behind one webhook: order within each chat holds, nothing is doubled."""

import asyncio
import random
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.playground.city import Playground
from feedbackbot.storage.database import open_database
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import outbox
from tests.endtoend.crowd import Crowd, kept
from tests.endtoend.prepared import load_units
from tests.endtoend.webhook_bots import a_bot, deliver_to

CITIZENS = 60


@pytest.mark.slow
@pytest.mark.timeout(300)
async def test_two_processes_share_the_citizens_without_doubling_anything(
    postgres_url: str, tmp_path: Path
) -> None:
    await load_units(postgres_url)
    async with Playground(token="1:PLAYtwo", patience=60) as city:
        bots = [a_bot(city, postgres_url, tmp_path) for _ in range(2)]
        for bot in bots:
            await bot.start()
        await deliver_to(city, *bots)
        crowd = Crowd(city, random.Random(7))
        await crowd.gather(CITIZENS)
        await crowd.rates("disdukcapil", thinking=0.0, patience=120)
        codes = [await bot.stop() for bot in bots]
        sends = await city.sends()
        questions = {person.id: [text for text in person.sees() if "/9" in text] for person in crowd.people}

    assert codes == [0, 0]
    database = open_database(postgres_url)
    found = await kept(database)
    owners = await database.read(senders)
    await database.close()
    assert found.ratings == sorted(tuple(given[key] for key in ELEMENT_KEYS) for given in crowd.answers)
    assert found.counted == CITIZENS
    assert found.waiting_updates == found.unsettled == 0
    assert len(sends) == found.settled_replies
    assert all(not left for left in questions.values()), "a late question was shown again after the thanks"
    assert owners == {State.SENT}
    logs = [bot.log.read_text() for bot in bots]
    assert all('"taking updates"' in log or "taking updates" in log for log in logs)


@pytest.mark.slow
@pytest.mark.timeout(120)
async def test_what_one_person_types_fast_is_answered_in_order_by_two_processes(
    postgres_url: str, tmp_path: Path
) -> None:
    await load_units(postgres_url)
    async with Playground(token="1:PLAYord", patience=60) as city:
        bots = [a_bot(city, postgres_url, tmp_path) for _ in range(2)]
        for bot in bots:
            await bot.start()
        await deliver_to(city, *bots)
        ani = await city.person("Ani")
        await ani.starts("u_disdukcapil_loket-1")
        await ani.then_taps("Setuju")
        await ani.then_taps("KTP elektronik")
        await ani.hears("1/9")
        typed = ["4", "3", "2", "1", "4", "3", "2", "1", "4"]
        for answer in typed:  # without waiting for the next question
            await ani.types(answer)
        await ani.waits_for("Terima kasih")
        await asyncio.gather(*(bot.stop() for bot in bots))
        seen = [text for text in ani.sees() if "/9" in text]

    database = open_database(postgres_url)
    found = await kept(database)
    await database.close()
    assert found.ratings == [tuple(map(int, typed))]
    places = [int(text.partition("/9")[0][-1]) for text in seen]
    assert places == sorted(places)


def senders(connection: Connection) -> set[State]:
    return {State(row.state) for row in connection.execute(select(outbox.c.state).distinct())}
