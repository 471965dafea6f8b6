"""Whatever arrives over the wire, the bot goes on answering, in order and to the right person."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.playground.city import Playground
from feedbackbot.playground.replay import rate
from feedbackbot.storage.database import open_database
from tests.endtoend.bot_process import BotProcess, bot_environment, free_port
from tests.endtoend.crowd import kept
from tests.endtoend.prepared import load_units

ANSWERS = dict.fromkeys(ELEMENT_KEYS, 3)
STRANGE: list[dict[str, Any]] = [
    {},
    {"message": None},
    {"message": []},
    {"message": {"chat": {}}},
    {"message": {"chat": {"id": "x", "type": "private"}, "from": {"id": 1.5}}},
    {"message": {"message_id": 1, "date": 1, "chat": {"id": 10**30, "type": "private"}, "text": "x"}},
    {"callback_query": {"id": None, "data": "\x00" * 90}},
    {
        "callback_query": {
            "id": "1",
            "from": {"id": -5, "is_bot": False, "first_name": "?"},
            "data": "nilai.x/waktu/4",
        }
    },
    {"my_chat_member": {"chat": {"id": 5, "type": "private"}}},
    {"poll": {"id": "1"}},
    {"a_kind_of_next_year": {"chat": {"id": 7}}},
    {"message": {"message_id": 1, "date": 1, "chat": {"id": -100, "type": "supergroup"}, "text": "halo"}},
    {"channel_post": {"message_id": 1, "date": 1, "chat": {"id": -200, "type": "channel"}, "text": "<b>"}},
]
BROKEN = (
    "{",
    "",
    "[1, 2",
    '{"update_id": "x"}',
    "null",
    "\ud800".encode("utf-8", "ignore").decode(),
)


@pytest.mark.slow
@pytest.mark.timeout(180)
@pytest.mark.parametrize("receiving", ["polling", "webhook"])
async def test_strange_broken_and_repeated_updates_disturb_nobody(
    receiving: str, sqlite_url: str, tmp_path: Path
) -> None:
    await load_units(sqlite_url)
    port = free_port()
    async with Playground(token="1:PLAYodd", patience=60) as city:
        bot = BotProcess(
            bot_environment(city.url, city.token, sqlite_url, port),
            webhook=receiving == "webhook",
            port=port,
            log=tmp_path / "bot.log",
        )
        await bot.start()
        ani = await city.person("Ani")
        rating = asyncio.create_task(rate(ani, "u_disdukcapil", ANSWERS, thinking=0.3))
        numbers = [await city.injects(update) for update in STRANGE]
        if receiving == "webhook":  # getUpdates is one JSON document, of which no part can be broken
            for broken in BROKEN:
                await city.injects(broken)
        for number in numbers:
            if number is not None:
                await city.repeats(number)
        await rating
        await ani.types("masih di sana?")
        await ani.hears()
        for update in [send for send in await city.sends() if send.get("person") != ani.id]:
            raise AssertionError(f"somebody else was written to: {update}")
        assert await bot.stop() == 0
    database = open_database(sqlite_url)
    found = await kept(database)
    await database.close()
    assert found.ratings == [(3,) * 9]
    assert found.waiting_updates == found.unsettled == 0
    assert "Traceback" not in (tmp_path / "bot.log").read_text()


@pytest.mark.slow
@pytest.mark.timeout(180)
async def test_one_person_flooding_slows_only_himself(sqlite_url: str, tmp_path: Path) -> None:
    await load_units(sqlite_url)
    port = free_port()
    async with Playground(token="1:PLAYflood", patience=60) as city:
        environment = bot_environment(city.url, city.token, sqlite_url, port)
        environment |= {"FEEDBACKBOT_RATE_PER_CHAT": "1", "FEEDBACKBOT_RATE_OVERALL": "28"}
        bot = BotProcess(environment, webhook=False, port=port, log=tmp_path / "bot.log")
        await bot.start()
        flooder, ani = await city.person("Banjir"), await city.person("Ani")
        await flooder.starts("")
        await flooder.hears()

        async def floods() -> None:
            for _ in range(300):
                await flooder.forges("nilai.dead/waktu/1", message_id=1)
                await asyncio.sleep(0.01)

        flood = asyncio.create_task(floods())
        await rate(ani, "u_disdukcapil", ANSWERS, patience=20)
        heard_by_flooder = len(flooder.sees())
        await flood
        assert heard_by_flooder < 100, "his backlog must not be worked off before others are answered"
        await flooder.types("/batal")
        await flooder.waits_for("", patience=60)
        assert await bot.stop() == 0
    database = open_database(sqlite_url)
    found = await kept(database)
    await database.close()
    assert found.ratings == [(3,) * 9]
