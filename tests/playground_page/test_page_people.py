"""Whose phones are on the page, and what has not been read."""

import httpx
from playwright.async_api import expect

from feedbackbot.playground.server import PlaygroundServer
from tests.browser import browser_page
from tests.playground_page.screen import ANI, BUDI, Bot, Screen


async def test_a_first_visit_makes_a_citizen_an_employee_and_an_admin(
    screen: Screen, people: httpx.AsyncClient
) -> None:
    state = (await people.get("/play/state")).json()
    found = [(person["name"], person["role_hint"]) for person in state["people"]]
    assert found == [("Ani", "citizen"), ("Budi", "employee"), ("Cut", "admin")]
    await expect(screen.phone("Ani")).to_contain_text("Warga")
    await expect(screen.phone("Budi")).to_contain_text("Pegawai")
    await expect(screen.phone("Cut")).to_contain_text("Admin")


async def test_people_that_a_demo_brought_are_kept_and_nobody_is_added(
    server: PlaygroundServer, people: httpx.AsyncClient
) -> None:
    for name, role in (("Responden 1", None), ("Nurul", "citizen"), ("Admin Kota", "admin")):
        await people.post("/play/people", json={"name": name, "role_hint": role})
    async with browser_page(server.url) as page:
        await expect(page.locator(".phone .owner-name strong")).to_have_text(
            ["Nurul", "Admin Kota", "Responden 1"]
        )
    assert len((await people.get("/play/state")).json()["people"]) == 3


async def test_a_page_opened_before_the_demo_has_brought_its_people_waits_for_them(
    server: PlaygroundServer, people: httpx.AsyncClient
) -> None:
    server.world.expects_people = True
    async with browser_page(server.url) as page:
        async with page.expect_request("**/play/state"):
            pass  # it looks again
        await people.post("/play/people", json={"name": "Nurul", "role_hint": "citizen"})
        server.world.expects_people = False
        await expect(page.locator(".phone .owner-name strong")).to_have_text(["Nurul"])


async def test_a_person_can_be_added_and_gets_a_phone(screen: Screen, people: httpx.AsyncClient) -> None:
    await screen.page.get_by_role("button", name="Tambah orang").click()
    form = screen.page.get_by_role("dialog", name="Tambah orang")
    await form.get_by_label("Nama", exact=True).fill("Teuku")
    await form.get_by_label("Peran di papan ini").select_option("employee")
    await form.get_by_role("button", name="Tambah").click()
    await expect(screen.phone("Teuku").get_by_role("button", name="Mulai")).to_be_visible()
    assert (await people.get("/play/state")).json()["people"][-1]["role_hint"] == "employee"


async def test_a_phone_is_closed_and_opened_again(screen: Screen) -> None:
    await screen.phone("Budi").get_by_role("button", name="Tutup ponsel Budi").click()
    await expect(screen.phone("Budi")).to_have_count(0)
    chip = screen.page.get_by_role("navigation", name="Orang").get_by_role("button", name="Budi")
    await expect(chip).to_have_attribute("aria-pressed", "false")
    await chip.click()
    await expect(screen.phone("Budi")).to_be_visible()


async def test_a_closed_phone_stays_closed_on_the_next_visit(screen: Screen) -> None:
    await screen.phone("Budi").get_by_role("button", name="Tutup ponsel Budi").click()
    await screen.page.reload()
    await expect(screen.page.locator(".phone .owner-name strong")).to_have_text(["Ani", "Cut"])


async def test_messages_on_a_phone_not_in_hand_are_unread_until_it_is_taken(
    started: Screen, bot: Bot, people: httpx.AsyncClient
) -> None:
    await started.phone("Ani").get_by_role("combobox").click()
    await bot.says(BUDI, "Undangan pelatihan")
    await bot.says(BUDI, "Undangan kedua")
    mark = started.phone("Budi").get_by_label("2 belum dibaca")
    await expect(mark).to_be_visible()
    await expect(started.phone("Budi")).to_contain_text("Pesan baru")
    await started.phone("Budi").get_by_role("combobox").click()
    await expect(mark).to_be_hidden()
    assert (await people.get("/play/state")).json()["people"][1]["unread"] == 0


async def test_messages_on_the_phone_in_hand_are_read_at_once(
    started: Screen, bot: Bot, people: httpx.AsyncClient
) -> None:
    await started.phone("Ani").get_by_role("combobox").click()
    async with started.page.expect_response(f"**/people/{ANI}/read"):
        await bot.says(ANI, "Terima kasih")
    assert (await people.get("/play/state")).json()["people"][0]["unread"] == 0


async def test_among_dozens_of_people_one_is_found_by_name(
    server: PlaygroundServer, people: httpx.AsyncClient
) -> None:
    for number in range(1, 50):
        await people.post("/play/people", json={"name": f"Responden {number}"})
    async with browser_page(server.url) as page:
        await page.get_by_role("button", name="46 lainnya").click()
        await page.get_by_role("searchbox", name="Cari nama").fill("den 47")
        await page.get_by_role("button", name="Responden 47").click()
        await expect(page.get_by_role("region", name="Ponsel Responden 47")).to_be_visible()


async def test_a_blocked_bot_is_shown_and_can_be_let_in_again(started: Screen, bot: Bot) -> None:
    await started.phone("Ani").get_by_role("button", name="Menu ponsel").click()
    await started.page.get_by_role("menuitem", name="Blokir bot").click()
    await expect(started.phone("Ani")).to_contain_text("Anda memblokir bot ini")
    assert (await bot.answer("sendMessage", chat_id=ANI, text="halo"))["error_code"] == 403
    await started.phone("Ani").get_by_role("button", name="Buka blokir").click()
    await expect(started.phone("Ani").get_by_role("combobox")).to_be_visible()
    await bot.says(ANI, "selamat datang kembali")
    await expect(started.bubble("Ani", "selamat datang kembali")).to_be_visible()
