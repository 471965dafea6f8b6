"""An update while people rate: two processes are exchanged one after the other, and a third cannot take the webhook away."""

import asyncio
import random
from pathlib import Path

import pytest

from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.playground.city import Playground
from feedbackbot.storage.database import open_database
from tests.endtoend.crowd import Crowd, kept
from tests.endtoend.prepared import load_units
from tests.endtoend.webhook_bots import a_bot, deliver_to

CITIZENS = 25


@pytest.mark.slow
@pytest.mark.timeout(120)
async def test_two_processes_exchanged_one_by_one_under_load_lose_and_double_nothing(
    postgres_url: str, tmp_path: Path
) -> None:
    await load_units(postgres_url)
    async with Playground(token="1:PLAYroll", patience=60) as city:
        first, second = a_bot(city, postgres_url, tmp_path), a_bot(city, postgres_url, tmp_path)
        await first.start()
        await second.start()
        await deliver_to(city, first, second)
        crowd = Crowd(city, random.Random(11))
        await crowd.gather(CITIZENS)
        load = asyncio.create_task(crowd.rates("disdukcapil", thinking=0.8, patience=100))
        during = []
        old = [first, second]
        for leaving in (first, second):
            while crowd.taps < CITIZENS * (2 if leaving is first else 5):
                await asyncio.sleep(0.01)
            coming = a_bot(city, postgres_url, tmp_path)
            await coming.start()
            old.remove(leaving)
            old.append(coming)
            await deliver_to(city, *old)
            during.append(crowd.taps)
            assert await leaving.stop() == 0
        await load
        assert during[1] < crowd.taps, "people rated all the while"
        sends = await city.sends()
        assert [await bot.stop() for bot in old] == [0, 0]
    database = open_database(postgres_url)
    found = await kept(database)
    await database.close()
    assert found.ratings == sorted(tuple(given[key] for key in ELEMENT_KEYS) for given in crowd.answers)
    assert (found.counted, found.waiting_updates, found.unsettled) == (CITIZENS, 0, 0)
    assert len(sends) == found.settled_replies, "nothing was said twice"


@pytest.mark.slow
@pytest.mark.timeout(120)
async def test_a_polling_process_does_not_take_the_webhook_from_living_ones(
    postgres_url: str, tmp_path: Path
) -> None:
    await load_units(postgres_url)
    async with Playground(token="1:PLAYtake", patience=60) as city:
        living, polling = (
            a_bot(city, postgres_url, tmp_path),
            a_bot(city, postgres_url, tmp_path, webhook=False),
        )
        await living.start()
        with pytest.raises(RuntimeError, match="ended with 2"):
            await polling.start()
        assert "stop them first" in polling.log.read_text()
        ani = await city.person("Ani")
        await ani.types("/mulai")
        await ani.hears()
        # once the other has gone nobody is left to be robbed
        assert await living.stop() == 0
        await polling.start()
        await ani.types("/bantuan")
        await ani.hears()
        assert await polling.stop() == 0
