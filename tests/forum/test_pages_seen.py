"""The forum's pages as people see them: on a small phone, in both colours and languages, without scripts, with a keyboard alone."""

import re
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, expect

from feedbackbot.storage.database import open_database
from feedbackbot.usecases.forum.steer_topic import answer_topic, close_topic
from feedbackbot.web.app import create_app
from feedbackbot.web.forum.routes import ForumPages
from feedbackbot.web.server import WebServer
from tests.browser import browser_page
from tests.builders import CATALOGUE, talk_in
from tests.forum.city import UNIT, City, crowd_votes, person_id
from tests.talk import Clock
from tests.web.page_checks import WIDTH, look

AGREE = re.compile("^\\W*Setuju")
SHOTS = Path(__file__).parents[1] / "artefacts"


@pytest.fixture
async def seen_city(sqlite_url: str) -> AsyncIterator[City]:
    database = open_database(sqlite_url)
    talk = await talk_in(database, Clock(), forum_least_voters=5, telegram_bot_name="kota_bot")
    yield await City.founded(talk)
    await database.close()


@pytest.fixture
async def address(seen_city: City) -> AsyncIterator[str]:
    server = WebServer(create_app(ForumPages(seen_city.talk.runtime, CATALOGUE).routes()), "127.0.0.1", 0)
    await server.start()
    yield f"http://127.0.0.1:{server.port}"
    await server.stop()


def opened(url: str, **how: Any) -> AbstractAsyncContextManager[Page]:
    return browser_page(url, WIDTH, 740, **{"locale": "id-ID", "service_workers": "block", **how})


async def shoot(page: Page, name: str) -> None:
    SHOTS.mkdir(exist_ok=True)
    await page.emulate_media(color_scheme="light")
    await page.screenshot(path=SHOTS / f"forum-{name}.png", full_page=True)


async def with_results(city: City) -> tuple[int, int, int]:
    """A fresh topic, one with a result that is open, one that is answered."""
    fresh = await city.opens()
    full = await city.opens(
        *(f"Pernyataan warga nomor {word} tentang loket" for word in "abcdefgh"), unit_id=None
    )
    await crowd_votes(city, full, people=40, against={4, 5, 6, 7})
    over = await city.opens("Jam buka perlu sampai sore", "Antrean perlu nomor", days=30)
    await crowd_votes(city, over, people=10, against={1})
    await city.computes()
    head = await person_id(city.head)
    await city.talk.run(close_topic, head, over)
    await city.talk.run(answer_topic, head, over, UNIT, "Loket dibuka sampai pukul 17", date(2026, 12, 31))
    return fresh, full, over


@pytest.mark.slow
async def test_every_page_is_as_it_should_be(seen_city: City, address: str) -> None:
    fresh, full, over = await with_results(seen_city)
    topics = {f"/forum/{one}": 200 for one in (fresh, full, over)}
    paths = {"/forum": 200, "/forum/999": 404, **topics, f"/forum/{full}?bahasa=en": 200}
    async with opened("about:blank") as page:
        lines = []
        for path, status in paths.items():
            found = await look(page, address, path)
            lines += [] if (found.status, found.wrong) == (status, []) else [found.line()]
            await shoot(page, path[1:].replace("/", "-").replace("?bahasa=", "-"))
    assert "\n".join(lines) == ""


@pytest.mark.slow
async def test_it_works_without_scripts_and_with_a_keyboard_alone(seen_city: City, address: str) -> None:
    topic = await seen_city.opens()
    async with opened(f"{address}/forum/{topic}", java_script_enabled=False) as page:
        await page.get_by_role("button", name=AGREE).click()
        assert all(one.counts.n == 0 for one in await seen_city.shown(topic)), "the box comes first"
        await page.get_by_role("checkbox").first.check()
        await page.get_by_role("button", name=AGREE).click()
        await expect(page.get_by_role("status")).to_contain_text("Suara Anda tersimpan")
        await shoot(page, "voted")
    async with opened(f"{address}/forum/{topic}") as page:
        await page.get_by_role("checkbox").first.focus()
        await page.keyboard.press("Space")
        await page.keyboard.press("Tab")
        await page.keyboard.press("Tab")
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("status")).to_contain_text("Suara Anda tersimpan")
        await page.get_by_text("Tulis", exact=False).first.click()
        await page.get_by_role("textbox").fill("Kursi di ruang tunggu terlalu sedikit")
        await page.get_by_role("button", name="Kirim").click()
        await expect(page.get_by_role("status")).to_contain_text("Terkirim")
        await shoot(page, "written")
    counts = [one.counts for one in await seen_city.shown(topic)]
    assert (sum(one.agree for one in counts), sum(one.n for one in counts)) == (1, 2)
    assert len(await seen_city.waiting()) == 1
