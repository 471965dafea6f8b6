"""A person rates in the page: a whole rating tapped in Chromium, on the real bot process, with pictures to look at."""

from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from feedbackbot.playground.city import Playground
from feedbackbot.storage.database import open_database
from tests.browser import browser_page
from tests.endtoend.bot_process import BotProcess, bot_environment, free_port
from tests.endtoend.crowd import kept
from tests.endtoend.prepared import load_units
from tests.playground_page.screen import Screen

PICTURES = Path(__file__).parents[1] / "artefacts"
ANSWERS = (
    "Sangat sesuai", "Mudah", "Kurang cepat", "Gratis", "Sesuai", "Kompeten", "Sangat sopan dan ramah", "Dikelola dengan baik", "Baik",
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.timeout(180)
async def test_a_citizen_taps_through_a_whole_rating_and_looks_at_the_result(
    sqlite_url: str, tmp_path: Path
) -> None:
    PICTURES.mkdir(exist_ok=True)
    await load_units(sqlite_url)
    port = free_port()
    async with Playground(token="1:PLAYpage", patience=30) as city:
        environment = bot_environment(city.url, city.token, sqlite_url, port) | {
            "FEEDBACKBOT_PROFILE_SMALL_NUMBER": "1"
        }
        bot = BotProcess(environment, webhook=False, port=port, log=tmp_path / "bot.log")
        await bot.start()
        await city.person("Ani", phone="+6281260000001", role_hint="citizen")
        async with browser_page(city.url) as page:
            await rates(page)
        assert await bot.stop() == 0
    database = open_database(sqlite_url)
    found = await kept(database)
    await database.close()
    assert found.ratings == [(4, 3, 2, 4, 3, 3, 4, 4, 3)]


async def rates(page: Page) -> None:
    """From "Mulai" to the result, with pictures on the way."""
    screen = Screen(page)
    phone = screen.phone("Ani")

    async def tap(label: str) -> None:
        button = phone.locator(".message").get_by_role("button", name=label, exact=True).last
        await button.click()

    async def picture(name: str) -> None:
        await page.screenshot(path=PICTURES / f"rating-{name}.png")

    await phone.get_by_role("button", name="Mulai").click()
    await expect(phone).to_contain_text("Asisten layanan")
    await picture("1-menu")
    await tap("⭐ Nilai pelayanan")
    await expect(phone).to_contain_text("Setuju?")
    await tap("✅ Setuju")
    await screen.write("Ani", "dukcapill")
    await expect(phone).to_contain_text("layanan apa")
    await tap("KTP elektronik")
    for place, answer in enumerate(ANSWERS, 1):
        await expect(phone).to_contain_text(f"{place}/9")
        if place in (1, 5):
            await picture(f"2-question-{place}")
        await tap(answer)
    await expect(phone).to_contain_text("Terima kasih!")
    await picture("3-thanks")
    await tap("📊 Lihat hasil")
    await expect(phone.locator(".message img").last).to_be_visible()
    await page.wait_for_function(
        "[...document.querySelectorAll('.message img')].every(i => i.complete && i.naturalWidth)"
    )
    await picture("4-result")
