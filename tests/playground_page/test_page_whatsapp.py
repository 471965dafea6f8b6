"""A phone with the other app: its ticks, list sheet and form screens, the window's clock, the meter, the approver."""

import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
import pytest_asyncio
from playwright.async_api import Locator, Page, expect

from feedbackbot.playground.server import PlaygroundServer
from feedbackbot.playground.whatsapp.account import ACCESS_TOKEN, ACCOUNT_ID, PHONE_ID
from tests.browser import browser_page
from tests.pictures import png
from tests.playground_whatsapp.rating_form import rating_form

HEADERS = {"Authorization": f"Bearer {ACCESS_TOKEN}"}
NUMBER = "+6281260000001"
DAY = 24 * 3600


class Graph:
    """The bot's side."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self.client = client

    async def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        answer = await self.client.post(f"/v26.0/{path}", json=body, headers=HEADERS)
        answer.raise_for_status()
        found: dict[str, Any] = answer.json()
        return found

    async def sends(self, **content: Any) -> None:
        body = {"messaging_product": "whatsapp", "to": NUMBER, "type": next(iter(content)), **content}
        await self.post(f"{PHONE_ID}/messages", body)

    async def asks(self, kind: str, text: str, action: dict[str, Any]) -> None:
        await self.sends(interactive={"type": kind, "body": {"text": text}, "action": action})


@pytest.fixture
def graph(people: httpx.AsyncClient) -> Graph:
    return Graph(people)


@pytest_asyncio.fixture(loop_scope="session")
async def ani(people: httpx.AsyncClient) -> int:
    """Has the other app, and has just written."""
    made = await people.post("/play/wa/people", json={"name": "Ani", "phone": NUMBER, "role_hint": "citizen"})
    number = int(made.json()["id"])
    (await people.post(f"/play/wa/people/{number}/text", json={"text": "halo"})).raise_for_status()
    return number


@pytest_asyncio.fixture(loop_scope="session")
async def page(server: PlaygroundServer, ani: int) -> AsyncIterator[Page]:
    async with browser_page(server.url) as page:
        await page.locator(".wa-phone").wait_for()
        yield page


# "typing" goes after a while: a busy machine may look too late
REMEMBERS_HEAD = """() => {
    const head = document.querySelector(".wa-phone .chat-head")
    window.heads = [head.textContent]
    const watch = () => window.heads.push(document.querySelector(".wa-phone .chat-head").textContent)
    new MutationObserver(watch).observe(document.querySelector(".wa-phone"), {
        childList: true, subtree: true, characterData: true,
    })
}"""


def bubble(page: Page, text: str) -> Locator:
    return page.locator(".wa-phone .message").filter(has_text=text)


async def said(people: httpx.AsyncClient, ani: int) -> list[str]:
    """What Ani has written, as her phone shows it."""
    messages = (await people.get("/play/wa/state")).json()["messages"][str(ani)]
    return [one["text"] for one in messages if one["from"] == "person"]


async def test_her_message_turns_from_one_tick_to_two_blue_ones(page: Page, graph: Graph) -> None:
    await page.locator(".wa-phone").get_by_role("combobox").fill("apa kabar")
    await page.locator(".wa-phone").get_by_role("button", name="Kirim", exact=True).click()
    await expect(bubble(page, "apa kabar").get_by_label("terkirim")).to_be_visible()
    message_id = await bubble(page, "apa kabar").get_attribute("data-message")
    await page.evaluate(REMEMBERS_HEAD)
    await graph.post(
        f"{PHONE_ID}/messages",
        {
            "messaging_product": "whatsapp",
            "status": "read",
            "message_id": message_id,
            "typing_indicator": {"type": "text"},
        },
    )
    await expect(bubble(page, "apa kabar").get_by_label("dibaca")).to_be_visible()
    await page.wait_for_function("window.heads.some((said) => said.includes('sedang mengetik'))")


async def test_a_list_comes_from_below_and_what_is_chosen_is_sent(
    page: Page, graph: Graph, people: httpx.AsyncClient, ani: int
) -> None:
    rows = [
        {"id": "1", "title": "KTP", "description": "Kartu penduduk"},
        {"id": "2", "title": "Kartu keluarga"},
    ]
    await graph.asks(
        "list", "Layanan mana?", {"button": "Pilih", "sections": [{"title": "Catatan", "rows": rows}]}
    )
    await page.get_by_role("button", name="Pilih", exact=True).click()
    sheet = page.get_by_role("dialog", name="Pilih")
    await expect(sheet.get_by_role("button", name="Kirim")).to_be_disabled()
    await sheet.get_by_text("Kartu penduduk").click()
    await sheet.get_by_role("button", name="Kirim").click()
    await expect(sheet).to_have_count(0)
    await expect(bubble(page, "Kartu penduduk")).to_be_visible()
    assert await said(people, ani) == ["halo", "KTP"]


async def test_a_form_is_filled_in_screen_by_screen(
    page: Page, graph: Graph, people: httpx.AsyncClient, ani: int
) -> None:
    made = {
        "name": "penilaian",
        "categories": ["SURVEY"],
        "flow_json": json.dumps(rating_form()),
        "publish": True,
    }
    flow = await graph.post(f"{ACCOUNT_ID}/flows", made)
    given = {
        "flow_message_version": "3",
        "flow_id": flow["id"],
        "flow_cta": "Isi formulir",
        "flow_token": "t",
    }
    await graph.asks("flow", "Nilai layanan", {"name": "flow", "parameters": given})
    await page.get_by_role("button", name="Isi formulir").click()
    form = page.get_by_role("dialog", name="penilaian")
    await form.get_by_text("Nilai 4").click()
    await form.get_by_label("Saya setuju").check()
    await form.get_by_role("button", name="Lanjut").click()
    await form.get_by_role("button", name="Kembali").click()
    await expect(form.get_by_role("radio", name="Nilai 4")).to_be_checked()
    await form.get_by_role("button", name="Lanjut").click()
    await form.get_by_label("Saran").fill("cepat")
    await form.get_by_role("button", name="Kirim").click()
    await expect(bubble(page, "Jawaban terkirim")).to_be_visible()
    assert await said(people, ani) == ["halo", "✓ Jawaban terkirim"]


async def test_the_window_shuts_and_the_meter_runs(
    page: Page, graph: Graph, people: httpx.AsyncClient
) -> None:
    (await people.post("/play/wa/account", json={"free_a_month": 0})).raise_for_status()
    await graph.sends(text={"body": "*Tebal* dan _miring_"})
    await expect(bubble(page, "Tebal").locator("strong")).to_have_text("Tebal")
    await expect(page.locator('[data-tool="wa-idr"]')).to_have_text("Rp 412")
    await expect(page.locator(".section-wa-window")).to_contain_text("23:")
    (await people.post("/play/clock", json={"offset_seconds": DAY})).raise_for_status()
    await expect(page.locator(".section-wa-window")).to_contain_text("tertutup")


async def test_the_approver_decides_on_the_panel(page: Page, graph: Graph) -> None:
    template = {
        "name": "kabar_kota",
        "language": "id",
        "category": "UTILITY",
        "components": [{"type": "BODY", "text": "Kabar baru"}],
    }
    await graph.post(f"{ACCOUNT_ID}/message_templates", template)
    row = page.locator('[data-template="kabar_kota"]')
    await expect(row).to_contain_text("menunggu")
    await row.get_by_role("button", name="Setujui").click()
    await expect(row).to_contain_text("disetujui")
    await row.get_by_role("button", name="Jadikan pemasaran").click()
    await expect(row).to_contain_text("pemasaran")
    await graph.sends(template={"name": "kabar_kota", "language": {"code": "id"}})
    await expect(bubble(page, "Kabar baru")).to_contain_text("Templat kabar_kota · pemasaran")


async def test_a_photo_is_sent_and_a_link_puts_its_text_into_the_field(
    page: Page, people: httpx.AsyncClient, ani: int
) -> None:
    phone = page.locator(".wa-phone")
    async with page.expect_file_chooser() as chooser:
        await phone.get_by_role("button", name="Lampirkan").click()
        await page.get_by_role("menuitem", name="Foto").click()
    await (await chooser.value).set_files({"name": "jalan.png", "mimeType": "image/png", "buffer": png()})
    await page.get_by_label("Keterangan (boleh kosong)").fill("jalan rusak")
    await page.locator("dialog").get_by_role("button", name="Kirim").click()
    await expect(bubble(page, "jalan rusak").get_by_role("img", name="jalan rusak")).to_be_visible()
    await phone.get_by_role("button", name="Buka tautan wa.me").click()
    await page.locator("dialog input").fill("https://wa.me/6264540000?text=mulai%20u_a")
    await page.locator("dialog").get_by_role("button", name="Buka").click()
    await expect(phone.get_by_role("combobox")).to_have_value("mulai u_a")
    await phone.get_by_role("button", name="Kirim", exact=True).click()
    await expect(bubble(page, "mulai u_a")).to_be_visible()


async def test_a_fault_by_code_is_set_on_the_panel(page: Page, people: httpx.AsyncClient) -> None:
    async with page.expect_response("**/play/wa/faults"):
        await page.locator('[data-tool="wa-code"]').select_option("131047")
    found = (await people.get("/play/wa/state")).json()["faults"]["codes"]
    assert [(one["code"], one["arrives"]) for one in found] == [(131047, "response")]
