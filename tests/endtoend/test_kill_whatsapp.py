"""Killed at any instant, the bot on WhatsApp loses no answered question, and doubles only what was not acknowledged."""

import asyncio
import os
import random
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.playground.bounds import Bounds
from feedbackbot.playground.city import Playground
from feedbackbot.playground.whatsapp.person import Person
from feedbackbot.playground.whatsapp.replay import rate_by_steps
from feedbackbot.storage.database import open_database
from tests.endtoend.bot_process import BotProcess, free_port
from tests.endtoend.crowd import kept
from tests.endtoend.killing import kills_while
from tests.endtoend.prepared import load_units
from tests.endtoend.whatsapp_process import HOOK, whatsapp_environment

# 200 and 20 with FEEDBACKBOT_WHOLE_KILL_TEST=1: more than the check has time for on two cores
CITIZENS, KILLS = (200, 20) if os.environ.get("FEEDBACKBOT_WHOLE_KILL_TEST") else (60, 8)
# twenty starts on a busy machine are part of it
PATIENCE, START = 480, 120


@pytest.mark.slow
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("store", ["sqlite", "postgres"])
async def test_citizens_rate_on_whatsapp_while_the_bot_is_killed_again_and_again(
    store: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    database_url = request.getfixturevalue(f"{store}_url")
    await load_units(database_url)
    chance = random.Random(f"whatsapp {store}")
    port = free_port()
    taps: list[None] = []  # one for each
    async with Playground(bounds=Bounds(), patience=120) as city:
        side = city.whatsapp
        await side.sets(pair_burst=0, per_second=0)
        # Meta promises neither once nor order
        await side.breaks_webhook(doubled=0.05)
        await side.points_webhook_at(f"http://127.0.0.1:{port}{HOOK}")
        environment = whatsapp_environment(city, database_url)
        bot = BotProcess(environment, webhook=False, port=port, log=tmp_path / "bot.log")
        people = [await side.person(f"Warga {number}", hidden=number % 2 > 0) for number in range(CITIZENS)]
        answers = [{key: chance.randint(1, 4) for key in ELEMENT_KEYS} for _ in people]
        await bot.start(START)

        async def rate(person: Person, given: dict[str, int]) -> None:
            first = "mulai u_disdukcapil"
            await rate_by_steps(
                person, first, given, thinking=2.0, patience=PATIENCE, on_tap=lambda: taps.append(None)
            )

        rating = asyncio.gather(*(rate(*one) for one in zip(people, answers, strict=True)))
        kills = await kills_while(
            rating, bot, chance,
            taps=lambda: len(taps), most_taps=CITIZENS * len(ELEMENT_KEYS), most_kills=KILLS, start_within=START,
        )  # fmt: skip
        await rating
        while (await side.metrics())["webhook"]["waiting"]:
            await asyncio.sleep(0.05)
        assert await bot.stop() == 0
        sends, refusals = await side.sends(), (await side.metrics())["refusals"]

    assert kills == KILLS, "the citizens were done before the bot had been killed often enough"
    assert refusals == {}
    await all_is_kept_and_only_the_unacknowledged_doubled(database_url, answers, sends)


async def all_is_kept_and_only_the_unacknowledged_doubled(
    database_url: str, answers: list[dict[str, int]], sends: list[dict[str, Any]]
) -> None:
    database = open_database(database_url)
    found = await kept(database)
    await database.close()
    assert found.ratings == sorted(tuple(given[key] for key in ELEMENT_KEYS) for given in answers)
    assert found.counted == CITIZENS
    assert found.waiting_updates == 0
    assert found.unsettled == 0
    # each message names its row: one that went twice is one whose sending nobody could tell the end of
    rows = Counter(send["callback"] for send in sends)
    assert None not in rows
    doubled = sum(count - 1 for count in rows.values())
    assert doubled <= found.tried_again
