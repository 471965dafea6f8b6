"""The demo's own buttons, tapped in Chromium, move the real bot behind the page; what needs the bot's name has it."""

from datetime import timedelta

import pytest
from playwright.async_api import Page, expect

from feedbackbot.clock import city_zone, system_now
from feedbackbot.data import sekadau_answers
from feedbackbot.playground.demo import UNIT
from feedbackbot.playground.replay import replay
from feedbackbot.storage.units.units import unit_by_code
from feedbackbot.usecases.survey.mark_bursts import BurstMarking
from feedbackbot.usecases.survey.show_result import present_result
from tests.browser import browser_page
from tests.endtoend.demo import Demo, tap

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]


async def stands_at(demo: Demo, page: Page, ahead: timedelta) -> None:
    """The bot's clock is so far ahead; the page says so too."""
    await expect(page.locator(".clock-shift")).to_be_attached()
    for _ in range(300):
        if abs(demo.clock.offset - ahead) < timedelta(seconds=61):
            return
        await page.wait_for_timeout(50)
    raise AssertionError(f"the bot's clock is {demo.clock.offset} ahead, not {ahead}")


async def test_each_button_of_the_clock_moves_the_bots_clock(demo: Demo) -> None:
    async with browser_page(demo.city.url) as page:
        await tap(page, "plus-day")
        await stands_at(demo, page, timedelta(days=1))
        await tap(page, "plus-hour")
        await stands_at(demo, page, timedelta(days=1, hours=1))
        await tap(page, "to-nine")
        before = system_now().astimezone(city_zone()) + timedelta(days=1, hours=1)
        nine = (before + timedelta(days=1)).replace(hour=9, minute=0, second=0)
        await stands_at(demo, page, nine - system_now().astimezone(city_zone()))
        # the page rounds to the second
        assert (demo.bot.runtime.now() + timedelta(seconds=2)).astimezone(city_zone()).hour == 9
        await tap(page, "to-now")
        await stands_at(demo, page, timedelta())


async def test_starting_over_empties_the_page_and_the_bot_goes_on(demo: Demo) -> None:
    async with browser_page(demo.city.url) as page:
        page.on("dialog", lambda dialog: dialog.accept())
        await tap(page, "plus-day")
        await stands_at(demo, page, timedelta(days=1))
        await tap(page, "reset")
        confirm = page.locator("dialog[open] button.danger, dialog[open] [value=yes]")
        if await confirm.count():
            await confirm.first.click()
        await stands_at(demo, page, timedelta())
        ani = await demo.city.person("Ani")
        await ani.starts()
        assert await ani.hears()


async def test_posters_and_staff_links_know_the_bots_name(demo: Demo) -> None:
    name = await demo.bot.lines[0].service.bot_name()
    assert name and name in (demo.bot.runtime.links.deep("payload") or "")
    await demo.admin.types("/poster disdukcapil")
    await demo.admin.hears()
    question = next(m for m in reversed(demo.admin.messages()) if m["inline_keyboard"])
    await demo.admin.taps_at(question["message_id"], 0, 0)
    await demo.admin.until(
        lambda: (
            any(((m.get("file") or {}).get("name") or "").endswith(".pdf") for m in demo.admin.messages())
            or None
        ),
        60,
        "the poster",
    )


async def test_the_demos_own_replay_is_in_no_doubt(demo: Demo) -> None:
    await replay(demo.city, f"u_{UNIT}", sekadau_answers(), lambda: None)
    demo.clock.offset = timedelta(hours=5)
    assert await BurstMarking().run(demo.bot.runtime) == {"marked": 0}

    def look(tx):  # type: ignore[no-untyped-def]
        unit = unit_by_code(tx, UNIT)
        assert unit is not None
        return present_result(tx, unit.id)

    assert (await demo.bot.runtime.read(look)).n == 49
