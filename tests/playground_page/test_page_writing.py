"""Everything a person can send from a phone arrives at the bot."""

from playwright.async_api import FilePayload, expect

from tests.pictures import png
from tests.playground_page.screen import ANI, Bot, Screen


async def heard(bot: Bot, field: str) -> dict[str, object]:
    """The next message that has the field."""
    while field not in (message := await bot.hears("message")):
        pass
    return message


async def test_the_deep_link_box_starts_the_bot_with_what_the_qr_code_holds(screen: Screen, bot: Bot) -> None:
    await screen.phone("Ani").get_by_role("button", name="Buka tautan atau kode QR").click()
    await screen.page.get_by_role("textbox", name="Tautan").fill(
        "https://t.me/apa_saja_bot?start=u_disdukcapil_1"
    )
    await screen.page.get_by_role("button", name="Buka", exact=True).click()
    assert (await bot.hears("message"))["text"] == "/start u_disdukcapil_1"
    await expect(screen.bubble("Ani", "/start u_disdukcapil_1")).to_be_visible()


async def test_a_slash_suggests_commands_and_enter_sends_the_marked_one(started: Screen, bot: Bot) -> None:
    commands = [("nilai", "Nilai pelayanan"), ("hasil", "Hasil survei"), ("bantuan", "Cara memakai")]
    await bot.call("setMyCommands", commands=[{"command": c, "description": d} for c, d in commands])
    field = started.phone("Ani").get_by_role("combobox")
    await field.fill("/")
    options = started.phone("Ani").get_by_role("option")
    await expect(options).to_have_text(
        ["/nilaiNilai pelayanan", "/hasilHasil survei", "/bantuanCara memakai"]
    )
    await field.press("ArrowDown")
    await expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    await field.press("Enter")
    await expect(started.bubble("Ani", "/hasil")).to_be_visible()
    await expect(field).to_have_value("")


async def test_the_commands_button_lists_them_all(started: Screen, bot: Bot) -> None:
    await bot.call("setMyCommands", commands=[{"command": "nilai", "description": "Nilai pelayanan"}])
    await started.phone("Cut").get_by_role("button", name="Daftar perintah").click()
    await started.phone("Cut").get_by_role("option", name="/nilai").click()
    await expect(started.bubble("Cut", "/nilai")).to_be_visible()


async def test_a_photo_from_this_computer_goes_with_its_caption(started: Screen, bot: Bot) -> None:
    await started.phone("Ani").get_by_role("button", name="Lampirkan").click()
    async with started.page.expect_file_chooser() as chooser:
        await started.page.get_by_role("menuitem", name="Foto").click()
    await (await chooser.value).set_files({"name": "loket.png", "mimeType": "image/png", "buffer": png()})
    form = started.page.get_by_role("dialog", name="Kirim foto")
    await form.get_by_label("Keterangan").fill("Antrean panjang")
    await form.get_by_role("button", name="Kirim").click()
    assert (await heard(bot, "photo"))["caption"] == "Antrean panjang"
    await expect(started.bubble("Ani", "Antrean panjang").locator("img")).to_have_js_property(
        "naturalWidth", 60
    )


async def test_two_documents_go_as_one_album(started: Screen, bot: Bot) -> None:
    await started.phone("Ani").get_by_role("button", name="Lampirkan").click()
    async with started.page.expect_file_chooser() as chooser:
        await started.page.get_by_role("menuitem", name="Dokumen").click()
    one: FilePayload = {"name": "satu.txt", "mimeType": "text/plain", "buffer": b"1"}
    two: FilePayload = {"name": "dua.txt", "mimeType": "text/plain", "buffer": b"2"}
    await (await chooser.value).set_files([one, two])
    await started.page.get_by_role("dialog").get_by_role("button", name="Kirim").click()
    first, second = await heard(bot, "document"), await heard(bot, "document")
    assert first["media_group_id"] == second["media_group_id"]


async def test_sample_voice_sticker_and_place_are_sent(started: Screen, bot: Bot) -> None:
    for name, field in {"Contoh pesan suara": "voice", "Contoh stiker": "sticker"}.items():
        await started.phone("Ani").get_by_role("button", name="Lampirkan").click()
        await started.page.get_by_role("menuitem", name=name).click()
        await heard(bot, field)
    await started.phone("Ani").get_by_role("button", name="Lampirkan").click()
    await started.page.get_by_role("menuitem", name="Lokasi").click()
    await started.page.get_by_role("dialog").get_by_role("button", name="Kirim").click()
    assert (await heard(bot, "location"))["location"] == {"latitude": 5.1801, "longitude": 97.1507}


async def test_somebody_elses_contact_can_be_shared(started: Screen, bot: Bot) -> None:
    await started.phone("Ani").get_by_role("button", name="Menu ponsel").click()
    await started.page.get_by_role("menuitem", name="Bagikan kontak orang lain").click()
    await started.page.get_by_role("dialog").get_by_role("button", name="Bagikan").click()
    contact = (await heard(bot, "contact"))["contact"]
    assert isinstance(contact, dict)
    assert contact["first_name"] == "Dewi"
    assert "user_id" not in contact


async def test_shift_enter_breaks_the_line_and_enter_sends(started: Screen, bot: Bot) -> None:
    field = started.phone("Ani").get_by_role("combobox")
    await field.press_sequentially("satu")
    await field.press("Shift+Enter")
    await field.press_sequentially("dua")
    await field.press("Enter")
    while (message := await bot.hears("message"))["text"] != "satu\ndua":
        assert message["text"] == "/start"


async def test_an_own_text_can_be_changed_and_a_message_answered(started: Screen, bot: Bot) -> None:
    await started.write("Ani", "disdukcapli")
    await started.bubble("Ani", "disdukcapli").get_by_role("button", name="Pilihan pesan").click()
    await started.page.get_by_role("menuitem", name="Ubah").click()
    await started.write("Ani", "disdukcapil")
    assert (await bot.hears("edited_message"))["text"] == "disdukcapil"
    asked = await bot.says(ANI, "Loket berapa?")
    await started.bubble("Ani", "Loket berapa?").get_by_role("button", name="Pilihan pesan").click()
    await started.page.get_by_role("menuitem", name="Balas").click()
    await started.write("Ani", "satu")
    assert (await bot.hears("message"))["reply_to_message"]["message_id"] == asked
    await expect(started.bubble("Ani", "satu").locator(".quote")).to_have_text("Loket berapa?")
