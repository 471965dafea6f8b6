"""One person rates by each door; then the head reads them apart, and the index is as if one had counted by hand."""

import asyncio
import io
import re
import uuid
from collections.abc import AsyncIterator

import httpx
import pytest
from openpyxl import load_workbook
from playwright.async_api import Page, expect
from sqlalchemy import select

from feedbackbot.delivery.attachments import Maker
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.file_sources import KEY_IN_SHEET
from feedbackbot.domain.survey.answer_sheet import read_answer_sheet
from feedbackbot.domain.survey.elements import ELEMENT_KEYS, element_of
from feedbackbot.domain.survey.rating_form import CONSENT
from feedbackbot.reports.figures import report_unit
from feedbackbot.reports.poster.print_makers import print_makers
from feedbackbot.storage.database import open_database
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.survey.tables import form_receipt
from feedbackbot.usecases.survey.import_answers import AnswerOffer, take_answers
from feedbackbot.web.app import create_app
from feedbackbot.web.forms.kiosk_page import KioskPages
from feedbackbot.web.forms.rating_page import RatingPages
from feedbackbot.web.server import WebServer
from feedbackbot.web.visits.api import VisitApi
from tests.browser import browser_page
from tests.builders import CATALOGUE, grant_roles, talk_in
from tests.cast import Member
from tests.render_fake import InThisProcess
from tests.survey.ratings import answer, responses, totals, values_of
from tests.talk import Clock, Talk, Talker

UNIT, COUNTER = "disdukcapil", "loket-1"
DOORS = {
    "chat": (4, 4, 3, 4, 3, 3, 4, 4, 2),
    "web": (3, 3, 3, 4, 3, 3, 3, 3, 3),
    "kiosk": (2, 3, 2, 4, 3, 3, 3, 2, 3),
    "sheet": (4, 3, 4, 4, 4, 4, 4, 3, 4),
    "receipt": (3, 4, 2, 3, 3, 4, 4, 3, 3),
}


@pytest.fixture
async def talk(sqlite_url: str) -> AsyncIterator[Talk]:
    database = open_database(sqlite_url)
    yield await talk_in(database, Clock(), public_url="https://skm.example", profile_small_number=1)
    await database.close()


@pytest.fixture
async def city(talk: Talk) -> AsyncIterator[str]:
    runtime = Runtime(talk.database, talk.now, talk.settings)
    runtime.links.add("telegram", lambda payload: f"https://chat.example/{payload}")
    parts = (RatingPages, KioskPages, VisitApi)
    routes = [route for part in parts for route in part(runtime, CATALOGUE).routes()]
    server = WebServer(create_app(routes), "127.0.0.1", 0)
    await server.start()
    yield f"http://127.0.0.1:{server.port}"
    await server.stop()


@pytest.fixture
async def admin(talk: Talk) -> Talker:
    return await grant_roles(talk, Member("Zulfikar", ("superadmin",)))


def filled(door: str) -> dict[str, str]:
    return {key: str(value) for key, value in zip(ELEMENT_KEYS, DOORS[door], strict=True)}


async def by_chat(talk: Talk) -> None:
    ani = talk.person("Ani")
    await ani.opens(f"u_{UNIT}_{COUNTER}")
    await ani.taps("Setuju")
    await ani.taps("KTP elektronik")
    await answer(ani, DOORS["chat"])


async def by_page(city: str, path: str, door: str) -> None:
    """Sent twice, as a nervous thumb does."""
    async with httpx.AsyncClient(base_url=city, follow_redirects=True) as browser:
        page = await browser.get(path)
        token = re.search(r'name="t" value="([^"]+)"', page.text)
        assert token, page.text[:200]
        for _ in range(2):
            sent = {"t": token[1], CONSENT: "ya", **filled(door)}
            assert (await browser.post(page.url.path, data=sent)).status_code == 200


async def tap_through(page: Page) -> None:
    await page.get_by_role("button", name="Mulai menilai").click()
    await page.get_by_role("button", name="Layanan lain").click()
    for place, value in enumerate(DOORS["kiosk"]):
        await expect(page.locator(".bar span")).to_have_text(f"{place + 1}/9")
        await page.locator(".faces button").nth(value - 1).click()
    await expect(page.locator("#screen h1")).to_have_text("Terima kasih!")


async def by_kiosk(talk: Talk, city: str, admin: Talker) -> None:
    """With the network cut while it is filled in."""
    await admin.types(f"/kios {UNIT}")
    await admin.taps("Loket 1")
    code = re.search(r"[A-Z2-7]{5}-[A-Z2-7]{5}", admin.last)
    assert code
    before = len(await responses(talk))
    async with browser_page(f"{city}/kiosk/{UNIT}/{COUNTER}", 1024, 768, locale="id-ID") as page:
        await page.fill("#code", code[0])
        await page.click("#locked button")
        await page.context.set_offline(True)
        await tap_through(page)
        assert len(await responses(talk)) == before
        await page.context.set_offline(False)
        await expect(page.locator("#waiting")).to_be_hidden()
        async with asyncio.timeout(60):
            while len(await responses(talk)) == before:
                await asyncio.sleep(0.05)


async def by_paper(talk: Talk) -> None:
    """Keyed into the sheet that belongs to the form, and the same file brought twice."""
    unit = await talk.work(lambda tx: report_unit(tx, UNIT))
    assert unit is not None
    maker: Maker = print_makers(talk.runtime, CATALOGUE, InThisProcess())[KEY_IN_SHEET]  # type: ignore[arg-type]
    recipe = {"unit": unit.id, "counter": COUNTER, "size": "a4", "language": "id"}
    book = load_workbook(io.BytesIO((await maker(Attachment(KEY_IN_SHEET, recipe, "lembar"))).content))
    page = book.worksheets[0]
    header = {cell.value: cell.column for cell in page[1]}
    for key, value in filled("sheet").items():
        page.cell(2, header[element_of(key).official_name], int(value))
    page.cell(2, header["Tanggal"], talk.now().date())
    target = io.BytesIO()
    book.save(target)
    sheet = read_answer_sheet(target.getvalue(), today=talk.now().date())
    for _ in range(2):
        await take_answers(talk.runtime, AnswerOffer(unit.id, "kertas", sheet))


async def by_receipt(city: str, admin: Talker, talk: Talk) -> None:
    """The same link opened by two browsers: the second has come too late."""
    await admin.types(f"/kunci_api {UNIT}")
    await admin.taps("Kunci baru, 100 % diundang")
    key = re.search(r"skm_[\w-]{32}", admin.last)
    assert key
    visit = {"unit": UNIT, "counter": COUNTER, "finished_at": talk.now().isoformat()}
    headers = {"authorization": f"Bearer {key[0]}", "idempotency-key": str(uuid.uuid4())}
    async with httpx.AsyncClient(base_url=city, headers=headers) as application:
        links = [
            (await application.post("/api/v1/visits", json=visit)).json()["links"]["web"] for _ in range(2)
        ]
    assert links[0] == links[1]
    path = links[0].removeprefix("https://skm.example")
    await by_page(city, path, "receipt")
    async with httpx.AsyncClient(base_url=city, follow_redirects=True) as other:
        assert "sudah dipakai" in (await other.get(path)).text


@pytest.mark.slow
async def test_five_doors_are_five_rows_with_one_arithmetic_told_apart(
    talk: Talk, city: str, admin: Talker
) -> None:
    await by_chat(talk)
    await by_page(city, f"/n/{UNIT}/{COUNTER}", "web")
    await by_kiosk(talk, city, admin)
    await by_paper(talk)
    await by_receipt(city, admin, talk)
    rows = await responses(talk)
    assert [(row["channel"], row["visit"], values_of(row)) for row in rows] == [
        ("memory", COUNTER, DOORS["chat"]),
        ("web", COUNTER, DOORS["web"]),
        ("kiosk", f"{COUNTER}:kios", DOORS["kiosk"]),
        ("sheet", COUNTER, DOORS["sheet"]),
        ("web", f"{COUNTER}:struk", DOORS["receipt"]),
    ]
    counted = await totals(talk, UNIT)
    assert counted.n == 5
    by_hand = {key: sum(one[place] for one in DOORS.values()) for place, key in enumerate(ELEMENT_KEYS)}
    assert dict(counted.sums) == by_hand
    assert len(await talk.work(lambda tx: tx.run(select(form_receipt)).all())) >= 3
    await told_apart(admin)


async def told_apart(admin: Talker) -> None:
    await admin.types(f"/laporan {UNIT}")
    ikm = 25 * sum(sum(one) for one in DOORS.values()) / (9 * 5)
    assert f"{ikm:.2f}".replace(".", ",") in admin.last and "5 penilaian" in admin.last
    assert "Diundang acak: 1 dari 1 menjawab" in admin.last
    await admin.taps("👥 Per responden")
    await admin.taps("Saluran")
    for channel, n in {"Halaman web": 2, "Layar di loket": 1, "Lembar kertas": 1, "Memory": 1}.items():
        assert re.search(rf"{channel}: IKM [\d,]+ \({n} penilaian\)", admin.last), admin.last
