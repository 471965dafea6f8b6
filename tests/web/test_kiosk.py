"""The screen at the counter, also with the network cut."""

import asyncio
import json
import re
import uuid
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import httpx
import pytest
from playwright.async_api import Page, expect
from starlette.applications import Starlette

from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.rating_form import SERVICE
from feedbackbot.reports.figures import report_unit
from feedbackbot.storage.database import open_database
from feedbackbot.storage.people.roles import add_grant
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.survey.instrument_tables import instrument_answer
from feedbackbot.storage.survey.instruments import ask_instrument
from feedbackbot.storage.transaction import Transaction
from feedbackbot.web.app import create_app
from feedbackbot.web.forms.kiosk_page import KioskPages
from feedbackbot.web.server import WebServer
from tests.builders import CATALOGUE, talk_in
from tests.survey.ratings import VALUES, responses, totals, values_of
from tests.talk import Clock, Talk
from tests.web.test_rating_page_seen import AXE, WCAG, opened, shoot

HERE = "/kiosk/disdukcapil/loket-1"
ANSWERS = {key: str(value) for key, value in zip(ELEMENT_KEYS, VALUES, strict=True)}


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def talk(sqlite_url: str, clock: Clock) -> AsyncIterator[Talk]:
    database = open_database(sqlite_url)
    yield await talk_in(database, clock, public_url="https://skm.example")
    await database.close()


async def code(talk: Talk) -> str:
    """As /kios gives it."""
    zul = talk.person("Zulfikar")
    if not zul.chat:
        await zul.types("/mulai")
        person_id = (await zul.contact()).person_id
        await talk.work(lambda tx: add_grant(tx, person_id, Role.SUPERADMIN, None))
    await zul.types("/kios disdukcapil")
    await zul.taps("Loket 1")
    assert f"https://skm.example{HERE}" in zul.last
    found = re.search(r"[A-Z2-7]{5}-[A-Z2-7]{5}", zul.last)
    assert found, zul.last
    return found[0]


@pytest.fixture
def app(talk: Talk) -> Starlette:
    return Starlette(routes=KioskPages(Runtime(talk.database, talk.now, talk.settings), CATALOGUE).routes())


@pytest.fixture
async def client(app: Starlette) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://city") as one:
        yield one


async def token(client: httpx.AsyncClient, talk: Talk) -> str:
    opened_ = await client.post(f"{HERE}/buka", json={"code": (await code(talk)).lower().replace("-", " ")})
    return str(opened_.json()["token"])


def rating(token: str, clock: Clock, **other: object) -> dict[str, Any]:
    at = int(clock().timestamp() * 1000)
    return {"id": str(uuid.uuid4()), "at": at, "agreed": True, "answers": ANSWERS, "token": token, **other}


async def test_a_code_opens_one_screen_of_one_counter(
    client: httpx.AsyncClient, talk: Talk, clock: Clock
) -> None:
    right = await code(talk)
    for wrong in ("", "AAAAA-AAAAA", right[:-1], "☃" * 400):
        assert (await client.post(f"{HERE}/buka", json={"code": wrong})).status_code == 403
    assert (await client.post("/kiosk/disdukcapil/loket-2/buka", json={"code": right})).status_code == 403
    assert (await client.post(f"{HERE}/buka", json={"code": right})).status_code == 200
    assert (await client.post(f"{HERE}/buka", json={"code": right})).status_code == 403, "used"
    late = await code(talk)
    clock.passes(days=2)
    assert (await client.post(f"{HERE}/buka", json={"code": late})).status_code == 403


async def test_a_rating_counts_once_with_the_arithmetic_of_any_other(
    client: httpx.AsyncClient, talk: Talk, clock: Clock
) -> None:
    sent = rating(await token(client, talk), clock)
    outcomes = [(await client.post(f"{HERE}/suara", json=sent)).json()["outcome"] for _ in range(2)]
    assert outcomes == ["counted", "already"]
    [row] = await responses(talk)
    assert (row["channel"], row["visit"], values_of(row)) == ("kiosk", "loket-1:kios", VALUES)
    counted = await totals(talk, "disdukcapil")
    assert (counted.n, counted.total) == (1, sum(VALUES))


async def test_what_was_given_without_network_counts_on_its_own_day(
    client: httpx.AsyncClient, talk: Talk, clock: Clock
) -> None:
    sent = rating(await token(client, talk), clock)
    given = clock().date()
    clock.passes(days=3)
    future = rating(sent["token"], clock, at=int((clock() + timedelta(days=9)).timestamp() * 1000))
    for one in (sent, future, rating(sent["token"], clock, at="kemarin")):
        assert (await client.post(f"{HERE}/suara", json=one)).status_code == 200
    assert [row["day"] for row in await responses(talk)] == [given, clock().date(), clock().date()]


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"token": "x"}, 403), ({"id": "1"}, 422), ({"answers": []}, 422), ({"answers": {}}, 422),
        ({"agreed": False}, 422), ({"answers": {"waktu": "9"}}, 422),
    ],
)  # fmt: skip
async def test_what_is_no_rating_of_an_opened_screen_is_not_taken(
    client: httpx.AsyncClient, talk: Talk, clock: Clock, change: dict[str, object], status: int
) -> None:
    sent = {**rating(await token(client, talk), clock), **change}
    assert (await client.post(f"{HERE}/suara", json=sent)).status_code == status
    assert (await client.post(f"{HERE}/suara", content=b"\xff[")).status_code == 403
    assert await responses(talk) == []


async def test_a_counter_that_is_not_there_is_said(client: httpx.AsyncClient) -> None:
    page = await client.get("/kiosk/disdukcapil/loket-99")
    assert page.status_code == 404 and "/kios" in page.text
    assert "set-cookie" not in (await client.get(HERE)).headers


# In the browser


@pytest.fixture
async def address(talk: Talk) -> AsyncIterator[str]:
    runtime = Runtime(talk.database, talk.now, talk.settings)
    server = WebServer(create_app(KioskPages(runtime, CATALOGUE).routes()), "127.0.0.1", 0)
    await server.start()
    yield f"http://127.0.0.1:{server.port}"
    await server.stop()


TABLET = {"viewport": {"width": 1024, "height": 768}}


async def unlock(page: Page, talk: Talk) -> None:
    await page.fill("#code", await code(talk))
    await page.click("#locked button")
    await expect(page.get_by_role("button", name="Mulai menilai")).to_be_visible()


async def rate(page: Page, times: int = 9, service: str = "KTP elektronik") -> None:
    await page.get_by_role("button", name="Mulai menilai").click()
    await page.get_by_role("button", name=service).click()
    for place in range(times):
        await expect(page.locator(".bar span")).to_have_text(f"{place + 1}/9")
        await page.locator(".faces button").nth(2).click()


async def kept(page: Page) -> int:
    return int(
        await page.evaluate(
            "new Promise(r => { const o = indexedDB.open('kiosk', 1); o.onsuccess = () => { const q = o.result.transaction('ratings')"
            ".objectStore('ratings').count(); q.onsuccess = () => r(q.result); }; })"
        )
    )


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


async def test_a_service_of_another_office_is_passed_over(
    client: httpx.AsyncClient, talk: Talk, clock: Clock
) -> None:
    sent = rating(await token(client, talk), clock, answers={**ANSWERS, SERVICE: "99999"})
    assert (await client.post(f"{HERE}/suara", json=sent)).status_code == 200
    [row] = await responses(talk)
    assert row["service_id"] is None and values_of(row) == VALUES


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


@pytest.mark.parametrize(
    ("path", "change", "status"),
    [("spkp", {}, 404), ("spak", {"token": "x"}, 403), ("spak", {"answers": {"imbalan": "9"}}, 422)],
)
async def test_what_is_no_answer_to_a_survey_that_is_asked_is_not_taken(
    client: httpx.AsyncClient, talk: Talk, clock: Clock, path: str, change: dict[str, object], status: int
) -> None:
    def ask(tx: Transaction) -> None:
        unit = report_unit(tx, "disdukcapil")
        assert unit is not None
        ask_instrument(tx, unit.id, "spak")

    await talk.work(ask)
    sent = {**rating(await token(client, talk), clock), "answers": {"imbalan": "4"}, **change}
    assert (await client.post(f"{HERE}/survei/{path}/suara", json=sent)).status_code == status
