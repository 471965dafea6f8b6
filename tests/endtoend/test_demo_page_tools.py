"""The tools of the demo's page against the real bot: it copes with each broken line, its jobs follow the clock, a staff link works."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.async_api import Page, expect
from sqlalchemy import select, update

from feedbackbot.storage.pipeline.operation_tables import job_run
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.transaction import Transaction
from tests.browser import browser_page
from tests.city_staff import hire
from tests.endtoend.demo import Demo, tap

NIP = "198001012005011001"
pytestmark = [pytest.mark.slow, pytest.mark.timeout(280)]


async def switched(page: Page, tool: str, *, on: bool) -> None:
    await expect(page.locator(f"[data-tool='{tool}']")).to_have_attribute(
        "aria-checked", "true" if on else "false"
    )


async def chosen(
    demo: Demo, page: Page, select: str, value: str, holds: Callable[[dict[str, Any]], bool]
) -> None:
    """The page's choice reaches the line."""
    await page.locator(f"[data-tool='select-{select}']").select_option(value)
    for _ in range(200):
        if holds((await demo.city.state())["faults"]):
            return
        await page.wait_for_timeout(50)
    raise AssertionError(f"{select} {value!r} was chosen, and the line does not know")


@pytest.mark.parametrize(
    "tool", ["error_429", "error_5xx", "error_403", "drop_before", "drop_after", "outage", "limit"]
)
async def test_what_a_tool_breaks_is_whole_again_when_it_is_mended(demo: Demo, tool: str) -> None:
    """Whatever the line does, the bot lives, and answers once somebody has mended it."""
    ani = await demo.city.person("Ani")
    await ani.starts()
    await ani.hears()
    async with browser_page(demo.city.url) as page:
        await page.locator("[data-tool='select-retry']").select_option("1")
        await page.locator("[data-tool='select-latency']").select_option("500")
        await tap(page, tool)
        await switched(page, tool, on=True)
        await ani.types("/bahasa")
        await page.wait_for_timeout(1500)
        await tap(page, "mend")
        await switched(page, tool, on=False)
        await expect(page.locator("[data-tool='select-latency']")).to_have_value("0")
        await ani.types("/hasil")
        assert await ani.hears()


async def test_the_page_lists_the_bots_calls_and_singles_out_what_failed(demo: Demo) -> None:
    ani = await demo.city.person("Ani")
    async with browser_page(demo.city.url) as page:
        calls = page.get_by_role("list", name="Panggilan API").get_by_role("listitem")
        await ani.starts()
        await ani.hears()
        await expect(calls.filter(has_text="sendMessage").first).to_be_visible()
        await tap(page, "error_5xx")
        await switched(page, "error_5xx", on=True)
        await ani.types("/bahasa")
        await expect(calls.filter(has_text="502").first).to_be_visible()
        await chosen(demo, page, "share", "0.5", lambda faults: faults["error_5xx"]["share"] == 0.5)
        await chosen(demo, page, "share", "1", lambda faults: faults["error_5xx"]["share"] == 1)
        people = page.locator("[data-tool='select-people'] option")
        only = next(filter(None, [await one.get_attribute("value") for one in await people.all()]))
        await chosen(demo, page, "people", only, lambda faults: faults["only_people"] == [int(only)])
        other = demo.admin if int(only) == ani.id else ani
        await other.types("/bahasa")
        assert await other.hears(), "the line is broken for one person alone"
        await chosen(demo, page, "people", "", lambda faults: faults["only_people"] is None)
        await tap(page, "mend")
        await ani.hears()
        await page.locator("[data-tool='only-errors']").check()
        await expect(calls.filter(has_text="502").first).to_be_visible()
        await expect(calls.filter(has_not_text=re.compile("502|sedang|getUpdates"))).to_have_count(0)
        await page.locator("[data-tool='only-errors']").uncheck()
        await page.locator("[data-tool='with-polling']").check()
        await expect(calls.filter(has_text="getUpdates").first).to_be_visible()


async def test_the_bots_daily_jobs_follow_the_pages_clock(demo: Demo) -> None:
    def last_run(tx: Transaction) -> object:
        return tx.run(select(job_run.c.last_run_at).where(job_run.c.job == "retention")).scalar_one_or_none()

    before = await demo.bot.runtime.read(last_run)
    async with browser_page(demo.city.url) as page:
        await tap(page, "plus-day")
        for _ in range(600):
            if (ran := await demo.bot.runtime.read(last_run)) != before and ran is not None:
                break
            await page.wait_for_timeout(100)
        else:
            raise AssertionError("a day has passed on the page, and the nightly job has not run")


async def test_a_staff_link_that_an_admin_makes_leads_into_the_bot_and_asks_first(demo: Demo) -> None:
    def employ(tx: Transaction) -> None:
        hire(tx, 1, linked=False)
        tx.run(update(employee).values(nip=NIP))

    await demo.bot.runtime.write(employ)
    async with browser_page(demo.city.url):
        await demo.admin.types(f"/kode {NIP}")
        link = await demo.admin.until(lambda: _link_in(demo), 30, "the link")
        fajar = await demo.city.person("Fajar")
        await fajar.starts(link)
        said = await fajar.hears()
        assert "Tautkan obrolan ini" in said["text"]
        linked = select(employee.c.person_id)
        assert await demo.bot.runtime.read(lambda tx: tx.run(linked).scalar_one()) is None


def _link_in(demo: Demo) -> str | None:
    for message in reversed(demo.admin.messages()):
        words = str(message.get("text") or message.get("caption") or "") + str(message)
        found = re.search(r"\?start=([A-Za-z0-9_-]+)", words)
        if found:
            return found[1]
    return None
