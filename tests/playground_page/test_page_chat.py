"""What the bot sends is shown, and what a person presses reaches the bot."""

from pathlib import Path

from playwright.async_api import expect

from feedbackbot.playground.server import PlaygroundServer
from tests.pictures import png
from tests.playground_page.screen import ANI, BUDI, Bot, Screen

TWO_BUTTONS = {
    "inline_keyboard": [[{"text": "Mudah", "callback_data": "a"}, {"text": "Sulit", "callback_data": "b"}]]
}


async def test_a_tapped_button_spins_until_the_bot_answers_and_the_answer_is_a_toast(
    started: Screen, bot: Bot
) -> None:
    await bot.says(ANI, "Seberapa mudah?", reply_markup=TWO_BUTTONS)
    button = started.phone("Ani").get_by_role("button", name="Sulit")
    await button.click()
    await expect(button).to_have_attribute("aria-busy", "true")
    query = await bot.hears("callback_query")
    assert query["data"] == "b"
    await bot.call("answerCallbackQuery", callback_query_id=query["id"], text="Dicatat: sulit")
    await expect(started.phone("Ani").get_by_role("status").filter(has_text="Dicatat: sulit")).to_be_visible()
    await expect(button).not_to_have_attribute("aria-busy", "true")
    await expect(started.phone("Budi").get_by_text("Dicatat")).to_have_count(0)


async def test_an_alert_waits_for_a_press(started: Screen, bot: Bot) -> None:
    await bot.says(ANI, "Pilih", reply_markup=TWO_BUTTONS)
    await started.phone("Ani").get_by_role("button", name="Mudah").click()
    query = await bot.hears("callback_query")
    await bot.call(
        "answerCallbackQuery", callback_query_id=query["id"], text="Sudah ditutup", show_alert=True
    )
    alert = started.phone("Ani").get_by_role("alertdialog")
    await expect(alert).to_contain_text("Sudah ditutup")
    await alert.get_by_role("button", name="Oke").press("Enter")
    await expect(alert).to_have_count(0)


async def test_an_edited_question_hands_the_focus_to_its_new_buttons(started: Screen, bot: Bot) -> None:
    message = await bot.says(ANI, "Satu?", reply_markup=TWO_BUTTONS)
    await started.phone("Ani").get_by_role("button", name="Mudah").press("Enter")
    after = {"inline_keyboard": [[{"text": "Cepat", "callback_data": "c"}]]}
    await bot.call("editMessageText", chat_id=ANI, message_id=message, text="Dua?", reply_markup=after)
    await expect(started.phone("Ani").get_by_role("button", name="Cepat")).to_be_focused()
    await expect(started.bubble("Ani", "Dua?")).to_contain_text("diubah")
    await expect(started.bubble("Ani", "Satu?")).to_have_count(0)


async def test_a_message_edited_under_a_finger_still_takes_the_tap(started: Screen, bot: Bot) -> None:
    message = await bot.says(ANI, "Satu?", reply_markup=TWO_BUTTONS)
    await started.phone("Ani").get_by_role("button", name="Mudah").hover()
    await started.page.mouse.down()
    await bot.call("editMessageText", chat_id=ANI, message_id=message, text="Dua?", reply_markup=TWO_BUTTONS)
    await started.page.wait_for_timeout(300)
    await started.page.mouse.up()
    await expect(started.bubble("Ani", "Dua?")).to_be_visible()
    assert (await bot.hears("callback_query"))["data"] == "a"


async def test_a_button_with_a_link_opens_a_new_tab(
    started: Screen, server: PlaygroundServer, bot: Bot
) -> None:
    link = f"{server.url}/play/about"
    await bot.says(ANI, "Hasil", reply_markup={"inline_keyboard": [[{"text": "Buka laman", "url": link}]]})
    async with started.page.context.expect_page() as opened:
        await started.phone("Ani").get_by_role("button", name="Buka laman").click()
    await (await opened.value).wait_for_url(link)


async def test_a_link_to_this_bot_starts_it_on_the_same_phone(started: Screen, bot: Bot) -> None:
    me = (await bot.call("getMe"))["username"]
    button = {"text": "Nilai loket ini", "url": f"https://t.me/{me}?start=u_dinsos_2"}
    await bot.says(BUDI, "Kode QR", reply_markup={"inline_keyboard": [[button]]})
    await started.phone("Budi").get_by_role("button", name="Nilai loket ini").click()
    await expect(started.bubble("Budi", "/start u_dinsos_2")).to_be_visible()


async def test_the_contact_button_asks_and_then_shares_the_own_number(started: Screen, bot: Bot) -> None:
    keyboard = {"keyboard": [[{"text": "Bagikan nomor", "request_contact": True}], [{"text": "Nanti"}]]}
    await bot.says(BUDI, "Siapa Anda?", reply_markup=keyboard)
    phone = started.phone("Budi")
    await phone.get_by_role("button", name="Bagikan nomor").click()
    question = phone.get_by_role("alertdialog")
    await expect(question).to_contain_text("+6281260000002")
    await question.get_by_role("button", name="Bagikan").click()
    await expect(started.phone("Budi").locator(".kind-contact")).to_be_visible()
    while "contact" not in (message := await bot.hears("message")):
        pass
    assert message["contact"]["user_id"] == BUDI


async def test_a_button_that_copies_leaves_its_text_in_the_clipboard(started: Screen, bot: Bot) -> None:
    """Also where the browser hands out no clipboard: the page falls back on what is selected."""
    button = {"text": "Salin nomor", "copy_text": {"text": "Z2D-E5P0"}}
    await bot.says(ANI, "Nomor laporan Anda", reply_markup={"inline_keyboard": [[button]]})
    copied: list[str] = []
    await started.page.expose_function("copiedHere", lambda text: copied.append(text))
    await started.page.evaluate(
        """() => {
          Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true });
          document.addEventListener("copy", () => copiedHere(document.activeElement.value));
        }"""
    )
    await started.bubble("Ani", "Nomor laporan Anda").get_by_role("button", name="Salin nomor").click()
    await expect(started.page.get_by_text("Tersalin")).to_be_visible()
    assert copied == ["Z2D-E5P0"]


async def test_a_reply_button_sends_its_text_and_the_keyboard_goes_when_removed(
    started: Screen, bot: Bot
) -> None:
    await bot.says(ANI, "Mau?", reply_markup={"keyboard": [[{"text": "Ya, mau"}]]})
    keyboard = started.phone("Ani").get_by_role("group", name="Papan tombol")
    await keyboard.get_by_role("button", name="Ya, mau").click()
    await expect(started.bubble("Ani", "Ya, mau")).to_have_class("message own kind-text")
    await bot.says(ANI, "Baik", reply_markup={"remove_keyboard": True})
    await expect(keyboard).to_be_hidden()


async def test_a_photo_is_shown_and_enlarged(started: Screen, bot: Bot) -> None:
    await bot.sends_file("sendPhoto", ANI, "photo", ("grafik.png", png()), "IKM Disdukcapil")
    picture = started.bubble("Ani", "IKM Disdukcapil").locator("img")
    await expect(picture).to_have_js_property("naturalWidth", 60)
    await started.bubble("Ani", "IKM Disdukcapil").get_by_role("button", name="Perbesar foto").click()
    large = started.page.get_by_role("dialog", name="IKM Disdukcapil")
    await expect(large.locator("img")).to_have_js_property("naturalWidth", 60)
    await started.page.keyboard.press("Escape")
    await expect(large).to_have_count(0)


async def test_a_document_is_a_card_that_downloads_the_same_bytes(started: Screen, bot: Bot) -> None:
    await bot.sends_file("sendDocument", ANI, "document", ("laporan.csv", b"unsur;nilai\n"))
    card = started.phone("Ani").get_by_role("link", name="laporan.csv")
    async with started.page.expect_download() as download:
        await card.click()
    file = await download.value
    assert file.suggested_filename == "laporan.csv"
    assert Path(await file.path()).read_bytes() == b"unsur;nilai\n"


async def test_typing_is_announced_until_the_message_comes(started: Screen, bot: Bot) -> None:
    status = started.phone("Ani").locator(".bot-name small")
    await bot.call("sendChatAction", chat_id=ANI, action="typing")
    await expect(status).to_have_text("sedang mengetik…")
    await bot.says(ANI, "Selesai")
    await expect(status).not_to_have_text("sedang mengetik…")


async def test_a_deleted_message_disappears(started: Screen, bot: Bot) -> None:
    message = await bot.says(ANI, "sementara")
    await expect(started.bubble("Ani", "sementara")).to_be_visible()
    await bot.call("deleteMessage", chat_id=ANI, message_id=message)
    await expect(started.bubble("Ani", "sementara")).to_have_count(0)
