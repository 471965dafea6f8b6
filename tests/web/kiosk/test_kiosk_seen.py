"""The screen at the counter in Chromium, also with the network cut."""

import asyncio
import json
import re
from typing import Any

import pytest
from playwright.async_api import expect

from feedbackbot.reports.figures import report_unit
from feedbackbot.storage.survey.instrument_tables import instrument_answer
from feedbackbot.storage.survey.instruments import ask_instrument
from feedbackbot.storage.transaction import Transaction
from tests.survey.ratings import responses, totals, values_of
from tests.talk import Talk
from tests.web.kiosk.screens import HERE, TABLET, code, kept, rate, unlock
from tests.web.seen import AXE, WCAG, opened, shoot


async def test_ratings_made_without_network_are_sent_when_it_returns_each_once(
    address: str, talk: Talk
) -> None:
    async with opened(address + HERE, **TABLET) as page:
        await unlock(page, talk)
        await page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        for _ in range(200):
            if await page.evaluate("caches.match(location.href).then(found => !!found)"):
                break
            await page.wait_for_timeout(50)
        await page.context.set_offline(True)
        for count in (1, 2):
            await rate(page)
            await expect(page.locator("#screen h1")).to_have_text("Terima kasih!")
            await expect(page.locator("#waiting")).to_have_text(f"Menunggu jaringan: {count}")
            await page.reload()
        assert await kept(page) == 2
        assert (await totals(talk, "disdukcapil")).n == 0
        await page.context.set_offline(False)
        await expect(page.locator("#waiting")).to_be_hidden()
        await rate(page)
        await expect(page.locator("#screen h1")).to_have_text("Terima kasih!")
        while await kept(page):
            await page.wait_for_timeout(50)
    assert len(await responses(talk)) == 3
    assert (await totals(talk, "disdukcapil")).n == 3


async def test_the_service_is_asked_where_there_are_several_and_kept(address: str, talk: Talk) -> None:
    async with opened(address + HERE, **TABLET, service_workers="block") as page:
        await unlock(page, talk)
        for service in ("KTP elektronik", "Layanan lain"):
            await rate(page, service=service)
            await expect(page.locator("#screen h1")).to_have_text("Terima kasih!")
            await page.reload()
        while await kept(page):
            await page.wait_for_timeout(50)
    named = [row["service_id"] is not None for row in await responses(talk)]
    assert sorted(named) == [False, True]


async def test_it_fills_the_screen_from_the_first_tap(address: str, talk: Talk) -> None:
    async with opened(address + HERE, **TABLET, service_workers="block") as page:
        assert await page.evaluate("document.fullscreenElement") is None
        await unlock(page, talk)
        await page.wait_for_function("document.fullscreenElement === document.documentElement")
        manifest = await page.evaluate(
            "fetch(document.querySelector('[rel=manifest]').href).then(r => r.json())"
        )
    assert (manifest["display"], manifest["start_url"]) == ("fullscreen", HERE)


async def test_an_answer_lost_on_the_way_is_sent_again_and_counts_once(address: str, talk: Talk) -> None:
    async with opened(address + HERE, **TABLET, service_workers="block") as page:
        await page.fill("#code", await code(talk))
        await page.click("#locked button")
        lost: list[str] = []

        async def lose(route: Any) -> None:
            await route.fetch()
            lost.append(json.loads(route.request.post_data)["id"])
            await route.abort("connectionreset")

        await page.route("**/suara", lose, times=1)
        await rate(page)
        await expect(page.locator("#waiting")).to_have_text("Menunggu jaringan: 1")
        assert len(lost) == 1
        await page.evaluate("dispatchEvent(new Event('online'))")
        await expect(page.locator("#waiting")).to_be_hidden()
        assert await kept(page) == 0
    assert (await totals(talk, "disdukcapil")).n == 1


async def test_whoever_walks_away_leaves_the_start_to_the_next_one(address: str, talk: Talk) -> None:
    async with opened(address + HERE, **TABLET, service_workers="block") as page:
        await page.fill("#code", await code(talk))
        await page.click("#locked button")
        await expect(page.get_by_role("button", name="English")).to_be_visible()
        await page.clock.install()
        await page.reload()
        await page.get_by_role("button", name="English").click()
        await page.get_by_role("button", name="Start rating").click()
        await page.get_by_role("button", name="Another service").click()
        await page.locator(".faces button").first.click()
        await page.clock.run_for(21_000)
        await expect(page.get_by_role("button", name="Mulai menilai")).to_be_visible()
        await expect(page.locator("#waiting")).to_be_hidden()
        async with asyncio.timeout(60):  # the page shows the start first and sends beside it
            while not await responses(talk):
                await asyncio.sleep(0.05)
    [row] = await responses(talk)
    assert sum(value is not None for value in values_of(row)) == 1
    assert row["submitted_at"] is None


@pytest.mark.parametrize(("width", "height"), [(1024, 768), (360, 740)])
async def test_the_screen_is_accessible(address: str, talk: Talk, width: int, height: int) -> None:
    async with opened(address + HERE, viewport={"width": width, "height": height}) as page:
        for step in ("locked", "start", "service", "question", "thanks"):
            if step == "start":
                await unlock(page, talk)
            elif step == "question":
                await page.get_by_role("button", name="Layanan lain").click()
            elif step == "service":
                await page.get_by_role("button", name="Mulai menilai").click()
            elif step == "thanks":
                for _ in range(9):
                    await page.locator(".faces button").first.click()
                await expect(page.locator("#screen h1")).to_have_text("Terima kasih!")
            await page.evaluate(AXE.read_text("utf-8"))
            found = await page.evaluate(f"axe.run(document, {WCAG}).then(r => r.violations)")
            assert [(one["id"], one["nodes"][0]["html"]) for one in found] == [], step
            assert await page.evaluate("document.documentElement.scrollWidth") <= width
            await shoot(page, f"kiosk-{step}-{width}")


async def test_a_survey_beside_the_skm_is_answered_at_the_same_screen_also_without_network(
    address: str, talk: Talk
) -> None:
    def ask(tx: Transaction) -> None:
        unit = report_unit(tx, "disdukcapil")
        assert unit is not None
        ask_instrument(tx, unit.id, "spak")

    await talk.work(ask)
    async with opened(address + HERE, **TABLET) as page:
        await unlock(page, talk)
        survey = f"{address}{HERE}/survei/spak"
        for _ in range(200):
            if await page.evaluate("path => caches.match(path).then(found => !!found)", survey):
                break
            await page.wait_for_timeout(50)
        await rate(page)
        await page.context.set_offline(True)
        await page.get_by_role("button", name="Survei Persepsi Anti Korupsi").click()
        await page.wait_for_url("**/survei/spak")
        await page.get_by_role("button", name="Mulai menilai").click()
        for place in range(5):
            await expect(page.locator(".bar span")).to_have_text(f"{place + 1}/5")
            await page.locator(".faces button").nth(3).click()
        await expect(page.locator("#waiting")).to_have_text(re.compile("Menunggu jaringan: [12]"))
        await page.context.set_offline(False)
        await expect(page.locator("#waiting")).to_be_hidden()
        while await kept(page):
            await page.wait_for_timeout(50)
    answers = await talk.work(lambda tx: [row.answer for row in tx.run(instrument_answer.select())])
    assert answers == [4] * 5
    assert (await totals(talk, "disdukcapil")).n == 1
