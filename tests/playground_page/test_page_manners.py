"""The page on a small screen, with a keyboard, in two languages, and alone on the machine."""

from itertools import pairwise

import httpx
import pytest
from playwright.async_api import expect

from feedbackbot.playground.server import PlaygroundServer
from tests.browser import browser_page
from tests.playground_page.screen import ANI, Bot, Screen

# For every visible text its contrast with what lies behind it; backgrounds are blended from the page up.
CONTRASTS = """
    () => {
        const parse = (c) => { const [r, g, b, a = 1] = c.match(/[\\d.]+/g).map(Number); return [r, g, b, a]; };
        const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3]));
        const light = (c) => c.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
            .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
        const behind = (node) => {
            if (!node) return [255, 255, 255];
            return over(parse(getComputedStyle(node).backgroundColor), behind(node.parentElement));
        };
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const found = [];
        while (walker.nextNode()) {
            const node = walker.currentNode.parentElement;
            if (!walker.currentNode.data.trim() || !node.checkVisibility() || node.closest(":disabled, script, option")) continue;
            const back = behind(node);
            const [a, b] = [light(over(parse(getComputedStyle(node).color), back)), light(back)].sort((x, y) => y - x);
            found.push([(a + 0.05) / (b + 0.05), walker.currentNode.data.trim()]);
        }
        return found;
    }
"""


async def test_it_says_that_it_is_not_telegram(screen: Screen) -> None:
    await expect(
        screen.page.get_by_text("Bukan Telegram, bukan WhatsApp: server latihan di komputer ini")
    ).to_be_visible()


async def test_nothing_is_asked_of_any_other_machine(server: PlaygroundServer) -> None:
    asked: list[str] = []
    async with browser_page("about:blank") as page:
        page.on("request", lambda request: asked.append(request.url))
        await page.goto(server.url)
        await page.locator(".phone").nth(2).wait_for()
    assert asked
    assert [url for url in asked if not url.startswith(server.url)] == []


async def test_english_is_one_press_away_and_is_remembered(screen: Screen) -> None:
    await screen.page.get_by_role("button", name="Switch to English").click()
    await expect(screen.page.get_by_text("Not Telegram, not WhatsApp")).to_be_visible()
    await expect(screen.page.locator("html")).to_have_attribute("lang", "en")
    await screen.page.reload()
    await expect(screen.page.get_by_role("region", name="Ani's phone")).to_contain_text("Citizen")


async def test_both_languages_have_the_same_texts_with_the_same_gaps(screen: Screen) -> None:
    texts = await screen.page.evaluate("async () => (await import('/static/i18n.js')).languages")
    gaps = {
        code: {key: sorted(part.split("}")[0] for part in text.split("{")[1:]) for key, text in found.items()}
        for code, found in texts.items()
    }
    assert gaps["id"] == gaps["en"]


async def test_a_phone_sized_screen_shows_one_phone_and_no_sideways_scrolling(
    server: PlaygroundServer,
) -> None:
    async with browser_page(server.url, 390, 844) as page:
        screen = Screen(page)
        await expect(screen.phone("Ani")).to_be_visible()
        await expect(screen.phone("Budi")).to_be_hidden()
        await page.get_by_role("navigation", name="Orang").get_by_role("button", name="Budi").click()
        await expect(screen.phone("Budi")).to_be_visible()
        await expect(screen.phone("Ani")).to_be_hidden()
        await page.get_by_role("button", name="Panel").click()
        await expect(screen.tool("reset")).to_be_visible()
        await expect(screen.phone("Budi")).to_be_hidden()
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def test_three_phones_and_the_panel_fit_side_by_side(screen: Screen) -> None:
    boxes = [await screen.phone(name).bounding_box() for name in ("Ani", "Budi", "Cut")]
    panel = await screen.page.get_by_role("complementary", name="Panel").bounding_box()
    edges = [(box["x"], box["x"] + box["width"]) for box in (*boxes, panel) if box is not None]
    assert len(edges) == 4
    assert all(right <= left for (_, right), (left, _) in pairwise(edges))
    assert edges[-1][1] <= 1440


async def test_every_control_has_a_name(started: Screen, bot: Bot) -> None:
    await bot.says(
        ANI, "Pilih", reply_markup={"inline_keyboard": [[{"text": "Mudah", "callback_data": "a"}]]}
    )
    await expect(started.bubble("Ani", "Pilih")).to_be_visible()
    nameless = await started.page.evaluate("""
        () => [...document.querySelectorAll("button, input, select, textarea, a, img")]
            .filter((node) => node.checkVisibility())
            .filter((node) => !(node.ariaLabel || node.textContent.trim() || node.alt || node.labels?.length))
            .map((node) => node.outerHTML)
    """)
    assert nameless == []


@pytest.mark.parametrize("width", [1440, 390])
async def test_text_stands_out_from_what_lies_behind_it(
    server: PlaygroundServer, people: httpx.AsyncClient, bot: Bot, width: int
) -> None:
    person = (await people.post("/play/people", json={"name": "Ani", "role_hint": "citizen"})).json()["id"]
    await people.post(f"/play/people/{person}/start", json={})
    await people.post("/play/people", json={"name": "Budi", "role_hint": "employee"})
    await people.post("/play/people", json={"name": "Cut", "role_hint": "admin"})
    buttons = {"inline_keyboard": [[{"text": "Mudah", "callback_data": "a"}]]}
    await bot.says(person, "<code>kode</code> <blockquote>kutipan</blockquote> /hasil", reply_markup=buttons)
    await people.post("/play/faults", json={"error_429": {"share": 1}})
    await bot.answer("sendMessage", chat_id=person, text="ditolak")
    async with browser_page(server.url, width) as page:
        await Screen(page).bubble("Ani", "kutipan").wait_for()
        weak = [(round(ratio, 2), text) for ratio, text in await page.evaluate(CONTRASTS) if ratio < 4.5]
    assert weak == []
