"""Killed at any instant, the bot loses no answered question, and doubles only what was not acknowledged."""

import asyncio
import random
from pathlib import Path

import pytest

from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.playground.bounds import Bounds
from feedbackbot.playground.city import Playground
from feedbackbot.storage.database import open_database
from tests.endtoend.bot_process import BotProcess, bot_environment, free_port
from tests.endtoend.crowd import Crowd, kept
from tests.endtoend.prepared import load_units

CITIZENS = 200
KILLS = 20
# twenty starts on a busy machine are part of it
PATIENCE = 240


@pytest.mark.slow
@pytest.mark.timeout(540)
@pytest.mark.parametrize("receiving", ["polling", "webhook"])
@pytest.mark.parametrize("store", ["sqlite", "postgres"])
async def test_two_hundred_citizens_rate_while_the_bot_is_killed_twenty_times(
    receiving: str, store: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    database_url = request.getfixturevalue(f"{store}_url")
    await load_units(database_url)
    chance = random.Random(f"{receiving} {store}")
    port = free_port()
    async with Playground(token="1:PLAYkill", bounds=Bounds(), patience=120) as city:
        environment = bot_environment(city.url, city.token, database_url, port)
        bot = BotProcess(environment, webhook=receiving == "webhook", port=port, log=tmp_path / "bot.log")
        crowd = Crowd(city, chance)
        await crowd.gather(CITIZENS)
        await bot.start()
        rating = asyncio.create_task(crowd.rates("disdukcapil", thinking=2.0, patience=PATIENCE))
        kills = 0
        # by how far the citizens are, not by the clock: so a slow machine gets on between two kills, and a fast one is killed as often
        for taps in sorted(chance.sample(range(CITIZENS * len(ELEMENT_KEYS)), KILLS)):
            while crowd.taps < taps and not rating.done():
                await asyncio.sleep(0.005)
            await asyncio.sleep(chance.uniform(0.02, 0.4))
            if rating.done():
                break
            await bot.kill()
            kills += 1
            await bot.start()
        await rating
        assert await bot.stop() == 0
        sends = await city.sends()

    assert kills == KILLS, "the citizens were done before the bot had been killed often enough"
    database = open_database(database_url)
    found = await kept(database)
    await database.close()

    assert found.ratings == sorted(tuple(given[key] for key in ELEMENT_KEYS) for given in crowd.answers)
    assert found.counted == CITIZENS
    assert found.summed == {key: sum(given[key] for given in crowd.answers) for key in ELEMENT_KEYS}
    assert found.waiting_updates == 0
    assert found.unsettled == 0
    delivered = [send for send in sends if not send["dropped"]]
    doubled = len(delivered) - found.settled_replies
    # a doubled edit is refused by the chat service as "not modified", so doubles can be fewer than repeats, never more
    assert doubled <= found.tried_again
