"""Killed at any instant, the bot loses no answered question, and doubles only what was not acknowledged."""

import asyncio
import os
import random
from pathlib import Path

import pytest

from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.playground.bounds import Bounds
from feedbackbot.playground.city import Playground
from feedbackbot.storage.database import open_database
from tests.endtoend.bot_process import BotProcess, bot_environment, free_port
from tests.endtoend.crowd import Crowd, kept
from tests.endtoend.killing import kills_while
from tests.endtoend.prepared import load_units

WHOLE, SHORT = (200, 20), (60, 8)
# each way of receiving and each database is killed twenty times; the two other pairs as often only where somebody asks for it
AS_OFTEN = bool(os.environ.get("FEEDBACKBOT_WHOLE_KILL_TEST"))
PAIRS = [
    ("sqlite", "polling", WHOLE),
    ("postgres", "webhook", WHOLE),
    ("sqlite", "webhook", WHOLE if AS_OFTEN else SHORT),
    ("postgres", "polling", WHOLE if AS_OFTEN else SHORT),
]
# twenty starts on a busy machine are part of it
PATIENCE = 480


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize(("store", "receiving", "size"), PAIRS)
async def test_two_hundred_citizens_rate_while_the_bot_is_killed_twenty_times(
    store: str, receiving: str, size: tuple[int, int], request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    citizens, most_kills = size
    database_url = request.getfixturevalue(f"{store}_url")
    await load_units(database_url)
    chance = random.Random(f"{receiving} {store}")
    port = free_port()
    async with Playground(token="1:PLAYkill", bounds=Bounds(), patience=120) as city:
        environment = bot_environment(city.url, city.token, database_url, port)
        bot = BotProcess(environment, webhook=receiving == "webhook", port=port, log=tmp_path / "bot.log")
        crowd = Crowd(city, chance)
        await crowd.gather(citizens)
        await bot.start()
        rating = asyncio.create_task(crowd.rates("disdukcapil", thinking=2.0, patience=PATIENCE))
        kills = await kills_while(
            rating, bot, chance,
            taps=lambda: crowd.taps, most_taps=citizens * len(ELEMENT_KEYS), most_kills=most_kills,
        )  # fmt: skip
        await rating
        assert await bot.stop() == 0
        sends = await city.sends()

    assert kills == most_kills, "the citizens were done before the bot had been killed often enough"
    database = open_database(database_url)
    found = await kept(database)
    await database.close()

    assert found.ratings == sorted(tuple(given[key] for key in ELEMENT_KEYS) for given in crowd.answers)
    assert found.counted == citizens
    assert found.summed == {key: sum(given[key] for given in crowd.answers) for key in ELEMENT_KEYS}
    assert found.waiting_updates == 0
    assert found.unsettled == 0
    delivered = [send for send in sends if not send["dropped"]]
    doubled = len(delivered) - found.settled_replies
    # a doubled edit is refused by the chat service as "not modified", so doubles can be fewer than repeats, never more
    assert doubled <= found.tried_again
