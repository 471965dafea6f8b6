"""The rating page as people use it: without scripts, with a keyboard alone, on a small phone, on a bad line."""

import re
from collections.abc import AsyncIterator
from typing import Any

import pytest
from playwright.async_api import Page, expect

from feedbackbot.storage.database import open_database
from feedbackbot.storage.runtime import Runtime
from feedbackbot.web.app import create_app
from feedbackbot.web.forms.rating_page import RatingPages
from feedbackbot.web.server import WebServer
from tests.builders import CATALOGUE, talk_in, test_settings
from tests.survey.ratings import responses, totals, values_of
from tests.talk import Clock, Talk
from tests.web.seen import AXE, WCAG, opened, shoot


@pytest.fixture
async def talk(sqlite_url: str) -> AsyncIterator[Talk]:
    database = open_database(sqlite_url)
    yield await talk_in(database, Clock())
    await database.close()


@pytest.fixture
async def address(talk: Talk) -> AsyncIterator[str]:
    runtime = Runtime(talk.database, talk.now, test_settings())
    runtime.links.add("telegram", lambda payload: f"https://chat.example/{payload}")
    server = WebServer(create_app(RatingPages(runtime, CATALOGUE).routes()), "127.0.0.1", 0)
    await server.start()
    yield f"http://127.0.0.1:{server.port}"
    await server.stop()


async def fill(page: Page, value: str = "3") -> None:
    for field in await page.locator("fieldset").all():
        await field.locator(f"input[value='{value}']").check()


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_it_is_accessible_in_both_languages_and_colours(
    address: str, language: str, scheme: str
) -> None:
    async with opened(f"{address}/n/disdukcapil/loket-1?bahasa={language}", color_scheme=scheme) as page:
        for step in ("form", "problem", "thanks", "unknown"):
            if step == "problem":
                await page.click("button[type=submit]")
            elif step == "thanks":
                await fill(page)
                await page.check("input[type=checkbox]")
                await page.click("button[type=submit]")
                await page.wait_for_url("**/terima-kasih*")
            elif step == "unknown":
                await page.goto(f"{address}/n/dukcapil?bahasa={language}")
            await page.evaluate(AXE.read_text("utf-8"))
            found = await page.evaluate(f"axe.run(document, {WCAG}).then(r => r.violations)")
            assert [(one["id"], one["nodes"][0]["html"]) for one in found] == [], step
            width = await page.evaluate("document.documentElement.scrollWidth")
            assert width <= 360, f"{step} is {width} px wide"
            await shoot(page, f"rate-{step}-{language}-{scheme}")


async def test_it_works_without_scripts(address: str, talk: Talk) -> None:
    async with opened(f"{address}/n/bpbd", java_script_enabled=False) as page:
        await fill(page, "4")
        await page.check("input[type=checkbox]")
        await page.fill("textarea", "Terima kasih")
        await page.click("button[type=submit]")
        await expect(page.locator("h1")).to_have_text("Terima kasih, penilaian Anda sudah masuk")
        await page.reload()
        await page.go_back()
        await page.click("button[type=submit]")
        await expect(page.locator("h1")).to_have_text(re.compile("sudah kami terima|sudah diperbarui"))
    assert (await totals(talk)).n == 1


async def test_a_keyboard_alone_is_enough(address: str, talk: Talk) -> None:
    async with opened(f"{address}/n/bpbd") as page:
        seen: set[str] = set()
        for _ in range(60):
            await page.keyboard.press("Tab")
            at = await page.evaluate(
                "document.activeElement.name || document.activeElement.type || document.activeElement.className"
            )
            outline = await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", f"nobody sees that {at} has the focus"
            kind = await page.evaluate("document.activeElement.type")
            if kind == "radio" and at not in seen:
                for _ in range(2):
                    await page.keyboard.press("ArrowDown")
            elif kind == "checkbox":
                await page.keyboard.press("Space")
            elif kind == "submit":
                await page.keyboard.press("Enter")
                break
            seen.add(at)
        await page.wait_for_url("**/terima-kasih*")
    [row] = await responses(talk)
    assert set(values_of(row)) == {2} or set(values_of(row)) == {3}


async def test_targets_are_big_enough_for_a_thumb(address: str) -> None:
    async with opened(f"{address}/n/bpbd") as page:
        for target in await page.locator("label.opt, button, select, textarea").all():
            box = await target.bounding_box()
            assert box is not None and box["height"] >= 44 and box["width"] >= 44


async def test_a_draft_outlives_a_lost_connection(address: str, talk: Talk) -> None:
    async with opened(f"{address}/n/bpbd") as page:
        await fill(page)
        await page.fill("textarea", "Ruang tunggu panas")
        await page.context.set_offline(True)
        await page.check("input[type=checkbox]")
        await page.click("button[type=submit]")
        await expect(page.locator("[role=status]")).to_contain_text("Tidak ada internet")
        await page.context.set_offline(False)
        await page.goto(f"{address}/n/bpbd")
        await expect(page.locator("textarea")).to_have_value("Ruang tunggu panas")
        assert await page.locator("input:checked").count() == 10
        await page.click("button[type=submit]")
        await page.wait_for_url("**/terima-kasih*")
        await page.goto(f"{address}/n/bpbd")
        await expect(page.locator("textarea")).to_have_value("")
    assert (await totals(talk)).n == 1


async def test_an_answer_that_was_lost_on_the_way_is_sent_again_and_counts_once(
    address: str, talk: Talk
) -> None:
    async with opened(f"{address}/n/bpbd") as page:
        await fill(page)
        await page.check("input[type=checkbox]")
        held = []

        async def lose(route: Any) -> None:
            await route.fetch(max_redirects=0)
            held.append(1)
            await route.abort("connectionreset")

        await page.route("**/n/bpbd", lose, times=1)
        await page.click("button[type=submit]")
        await page.wait_for_timeout(300)
        await page.unroute_all()
        await page.goto(f"{address}/n/bpbd")
        await expect(page.locator("[role=status]")).to_contain_text("masih tersimpan")
        await page.click("button[type=submit]")
        await page.wait_for_url("**/terima-kasih*")
        assert held == [1]
    assert (await totals(talk)).n == 1


async def test_on_a_slow_line_an_impatient_thumb_counts_once(address: str, talk: Talk) -> None:
    """As slow as the network of a village: half a second there and back, 6 kB a second."""
    async with opened("about:blank") as page:
        line = await page.context.new_cdp_session(page)
        await line.send("Network.enable")
        slow = {"offline": False, "latency": 500, "downloadThroughput": 6_000, "uploadThroughput": 6_000}
        await line.send("Network.emulateNetworkConditions", slow)
        await page.goto(f"{address}/n/bpbd", wait_until="domcontentloaded")
        await fill(page)
        await page.check("input[type=checkbox]")
        await page.evaluate(
            "for (let n = 0; n < 3; n += 1) document.querySelector('button[type=submit]').click()"
        )
        await page.wait_for_url("**/terima-kasih*")
        await expect(page.locator("h1")).to_contain_text("Terima kasih")
    assert (await totals(talk)).n == 1
