"""Killed at any instant, the bot on WhatsApp loses no answer, though its webhooks come doubled, batched and late."""

import asyncio
import random
from pathlib import Path
from typing import Any

import pytest

from feedbackbot.channels.whatsapp.service import WEBHOOK_PATH
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.playground.bounds import Bounds
from feedbackbot.playground.city import Playground
from feedbackbot.playground.whatsapp.person import Person
from feedbackbot.storage.database import open_database
from tests.endtoend.bot_process import BotProcess, free_port
from tests.endtoend.city_bot import both_settings, prepare_account
from tests.endtoend.crowd import kept
from tests.endtoend.prepared import load_units

CITIZENS = 200
KILLS = 20
PATIENCE = 240


def environment(city: Playground, database_url: str) -> dict[str, str]:
    """WhatsApp alone: no token of another chat service."""
    settings = both_settings(city, database_url)
    named = [name for name in type(settings).model_fields if name.startswith("whatsapp_")]
    values: dict[str, Any] = {
        name: getattr(settings, name) for name in (*named, "secret_key", "gather_seconds")
    }
    shown = {
        f"FEEDBACKBOT_{name.upper()}": value.get_secret_value()
        if hasattr(value, "get_secret_value")
        else str(value)
        for name, value in values.items()
    }
    return {**shown, "FEEDBACKBOT_DATABASE_URL": database_url, "FEEDBACKBOT_LOG_FORMAT": "json"}


class Crowd:
    """Everybody rates by form, with answers of their own. `done` counts forms that were sent off and thanked for."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.people: list[Person] = []
        self.answers: list[dict[str, int]] = []
        self.done = 0

    async def gather(self, city: Playground, number: int) -> None:
        for place in range(number):
            hidden = place % 3 == 0
            self.people.append(await city.whatsapp.person(f"Warga {place}", hidden=hidden))
            self.answers.append({key: self.chance.randint(1, 4) for key in ELEMENT_KEYS})

    async def rates(self) -> None:
        async with asyncio.TaskGroup() as group:
            for person, answers in zip(self.people, self.answers, strict=True):
                group.create_task(self._rates(person, answers, self.chance.uniform(0, 6)))

    async def _rates(self, person: Person, answers: dict[str, int], after: float) -> None:
        await asyncio.sleep(after)
        await person.opens("mulai u_disdukcapil")
        await person.waits_for("sembilan pertanyaan", PATIENCE)
        await asyncio.sleep(after / 3)
        given = {"izin": True, **{key: str(value) for key, value in answers.items()}}
        await person.fills(given)
        await person.waits_for("erima kasih", PATIENCE)
        self.done += 1


@pytest.mark.slow
@pytest.mark.timeout(540)
async def test_two_hundred_citizens_rate_by_form_while_the_bot_is_killed_twenty_times(
    database_url: str, tmp_path: Path
) -> None:
    await load_units(database_url)
    chance, port = random.Random(database_url[:6]), free_port()
    async with Playground(bounds=Bounds(), patience=120) as city:
        await city.whatsapp.sets(pair_burst=0, per_second=0, approver="approves")
        await prepare_account(both_settings(city, database_url), forms=True)
        log = tmp_path / "bot.log"
        bot = BotProcess(environment(city, database_url), webhook=False, port=port, log=log)
        crowd = Crowd(chance)
        await crowd.gather(city, CITIZENS)
        await bot.start()
        await city.whatsapp.points_webhook_at(f"http://127.0.0.1:{port}{WEBHOOK_PATH}")
        await city.whatsapp.breaks_webhook(doubled=0.1, doubled_within=0.1, lost_statuses=0.1, late_share=0.1)
        rating, kills = asyncio.create_task(crowd.rates()), 0
        for done in sorted(chance.sample(range(CITIZENS - KILLS), KILLS)):
            while crowd.done < done and not rating.done():
                await asyncio.sleep(0.005)
            await asyncio.sleep(chance.uniform(0.02, 0.3))
            if rating.done():
                break
            await bot.kill()
            kills += 1
            await bot.start()
        await rating
        assert await bot.stop() == 0
        refusals = (await city.whatsapp.metrics())["refusals"]
        numbers = {person.number for person in crowd.people} | {person.user_id for person in crowd.people}

    database = open_database(database_url)
    found = await kept(database)
    await database.close()
    assert kills >= KILLS // 2
    assert found.ratings == sorted(tuple(given[key] for key in ELEMENT_KEYS) for given in crowd.answers)
    assert found.counted == CITIZENS
    assert (found.waiting_updates, found.unsettled, refusals) == (0, 0, {})
    said = log.read_text("utf-8")
    assert [one for one in numbers if one in said] == [], "no log line says who somebody is"
    assert "wamid" not in said and city.whatsapp.token not in said and "sembilan" not in said
