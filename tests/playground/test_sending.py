"""What the bot may send, what comes of it, and what is refused in which words."""

from io import BytesIO
from typing import Any

import aiohttp
import pytest
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.constants import InlineKeyboardButtonLimit, MessageLimit
from telegram.error import BadRequest

from feedbackbot.playground.city import Playground
from feedbackbot.playground.files import MOST_BYTES_OF_PHOTO
from feedbackbot.playground.person import Person
from tests.playground.conftest import Wire
from tests.playground.sending import PIXEL, buttons


async def test_what_is_sent_is_seen_with_its_buttons(wire: Wire, ani: Person) -> None:
    await wire.result(
        "sendMessage",
        chat_id=ani.id,
        text="<b>Nilai</b>",
        parse_mode="HTML",
        reply_markup=buttons("Ya", "Tidak"),
    )
    assert ani.sees() == ["/start", "Nilai"]
    assert ani.buttons() == ["Ya", "Tidak"]
    assert ani.messages()[-1]["entities"] == [{"type": "bold", "offset": 0, "length": 5}]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"text": ""}, "Bad Request: message text is empty"),
        ({}, "Bad Request: message text is empty"),
        ({"text": " \n "}, "Bad Request: text must be non-empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "Bad Request: text must be non-empty"),
        ({"text": "a" * (MessageLimit.MAX_TEXT_LENGTH + 1)}, "Bad Request: message is too long"),
        (
            {"text": "<u>a", "parse_mode": "HTML"},
            "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"u\"",
        ),
        ({"text": "a", "parse_mode": "HTM"}, "Bad Request: unsupported parse_mode"),
        ({"text": "a", "chat_id": 5}, "Bad Request: chat not found"),
        ({"text": "a", "chat_id": ""}, "Bad Request: chat_id is empty"),
        (
            {"text": "a", "reply_parameters": {"message_id": 99}},
            "Bad Request: message to be replied not found",
        ),
        ({"text": "a", "reply_markup": "{"}, "Bad Request: can't parse reply keyboard markup JSON object"),
        ({"text": "a", "reply_markup": []}, "Bad Request: object expected as reply markup"),
        (
            {"text": "a", "reply_markup": {"inline_keyboard": [{}]}},
            'Bad Request: field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        ),
        (
            {"text": "a", "reply_markup": {"inline_keyboard": [[{"text": "x"}]]}},
            "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "a", "reply_markup": {"inline_keyboard": [[{"callback_data": "x"}]]}},
            "Bad Request: can't parse inline keyboard button: Can't find field \"text\"",
        ),
        (
            {"text": "a", "reply_markup": buttons("Ya", data="é" * 32 + "x")},
            "Bad Request: BUTTON_DATA_INVALID",
        ),
        (
            {"text": "a", "reply_markup": buttons(*map(str, range(101)))},
            "Bad Request: reply markup is too long",
        ),
        (
            {
                "text": "a",
                "reply_markup": {"inline_keyboard": [[{"text": "x", "url": "http://localhost:80"}]]},
            },
            "Bad Request: inline keyboard button URL 'http://localhost:80' is invalid: Wrong HTTP URL",
        ),
    ],
)
async def test_a_message_is_refused_in_telegrams_words(
    wire: Wire, ani: Person, values: dict[str, Any], words: str
) -> None:
    assert await wire.refusal("sendMessage", **{"chat_id": ani.id, **values}) == words
    assert ani.sees() == ["/start"]


async def test_the_longest_of_everything_is_taken(wire: Wire, ani: Person) -> None:
    longest = buttons("Ya", data="x" * InlineKeyboardButtonLimit.MAX_CALLBACK_DATA)
    await wire.result(
        "sendMessage", chat_id=ani.id, text="a" * MessageLimit.MAX_TEXT_LENGTH, reply_markup=longest
    )
    assert len(ani.sees()[-1]) == 4096


async def test_whom_the_bot_may_not_write_to(wire: Wire, city: Playground, ani: Person) -> None:
    budi = await city.person("Budi")
    refusal = await wire.calls("sendMessage", chat_id=budi.id, text="a")
    assert refusal == {
        "ok": False,
        "error_code": 403,
        "description": "Forbidden: bot can't initiate conversation with a user",
    }
    await ani.blocks()
    assert (
        await wire.refusal("sendMessage", chat_id=ani.id, text="a")
        == "Forbidden: bot was blocked by the user"
    )
    await ani.starts()
    await wire.result("sendMessage", chat_id=ani.id, text="a")
    await ani.deletes_account()
    assert await wire.refusal("sendMessage", chat_id=ani.id, text="a") == "Forbidden: user is deactivated"


async def test_tokens_and_methods_that_are_not_served(wire: Wire) -> None:
    await wire.result("getMe")
    assert await wire.calls("getMe", token="2:PLAY") == {
        "ok": False,
        "error_code": 401,
        "description": "Unauthorized",
    }
    assert await wire.calls("getMe", token="1:REAL") == {
        "ok": False,
        "error_code": 401,
        "description": "Unauthorized",
    }
    assert await wire.calls("sendPoll") == {"ok": False, "error_code": 404, "description": "Not Found"}
    assert (await wire.result("GETME"))["username"] == "lhokseumawe_playground_bot"


async def test_a_parameter_that_the_method_does_not_have_is_refused(wire: Wire, ani: Person) -> None:
    words = await wire.refusal("sendMessage", chat_id=ani.id, text="a", txet="b")
    assert words == "Bad Request: playground: sendMessage has no parameter 'txet'"


async def test_photos_and_documents_go_up_and_are_sent_again_by_id(
    bot: Bot, city: Playground, ani: Person
) -> None:
    sent = await bot.send_photo(ani.id, PIXEL, caption="<i>grafik</i>", parse_mode="HTML")
    again = await bot.send_photo(ani.id, sent.photo[-1].file_id)
    assert again.photo[-1].file_unique_id == sent.photo[-1].file_unique_id
    document = await bot.send_document(ani.id, b"%PDF", filename="laporan.pdf")
    assert document.document is not None
    assert document.document.file_name == "laporan.pdf"
    file = await bot.get_file(document.document.file_id)
    assert bytes(await file.download_as_bytearray()) == b"%PDF"
    assert ani.sees()[1:] == ["grafik", "[photo]", "[document]"]
    with pytest.raises(BadRequest, match="Can't use file of type document as photo"):
        await bot.send_photo(ani.id, document.document.file_id)
    with pytest.raises(BadRequest, match="Wrong file identifier/http url specified"):
        await bot.send_photo(ani.id, "tidak-ada")
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_photo(ani.id, PIXEL, caption="a" * 1025)
    with pytest.raises(BadRequest, match="Image_process_failed"):
        await bot.send_photo(ani.id, b"bukan gambar")
    with pytest.raises(BadRequest, match="File must be non-empty"):
        await bot.send_document(ani.id, b"")
    with pytest.raises(BadRequest, match="too big for a photo"):
        await bot.send_photo(ani.id, PIXEL + bytes(MOST_BYTES_OF_PHOTO))


async def test_an_upload_over_the_limit_is_too_large(wire: Wire, city: Playground, ani: Person) -> None:
    form = aiohttp.FormData({"chat_id": str(ani.id)})
    form.add_field("document", BytesIO(bytes(52 * 1024 * 1024)), filename="besar.bin")
    async with wire.session.post(f"{city.api_url}{city.token}/sendDocument", data=form) as answer:
        assert (answer.status, (await answer.json())["description"]) == (413, "Request Entity Too Large")


async def test_an_album_is_several_messages_of_one_group(bot: Bot, ani: Person) -> None:
    first, second = await bot.send_media_group(
        ani.id, [InputMediaPhoto(PIXEL, caption="dua"), InputMediaPhoto(PIXEL)]
    )
    assert first.media_group_id == second.media_group_id
    assert ani.sees()[1:] == ["dua", "[photo]"]


async def test_every_other_kind_of_message_arrives(bot: Bot, ani: Person) -> None:
    await bot.send_voice(ani.id, b"OggS")
    await bot.send_sticker(ani.id, PIXEL)
    await bot.send_location(ani.id, 5.18, 97.14)
    await bot.send_contact(ani.id, "+62645", "Disdukcapil")
    await bot.send_chat_action(ani.id, "typing")
    assert ani.sees()[1:] == ["[voice]", "[sticker]", "[location]", "[contact]"]
    with pytest.raises(BadRequest, match="Wrong parameter action in request"):
        await bot.send_chat_action(ani.id, "menari")


async def test_copies_and_forwards(bot: Bot, ani: Person) -> None:
    sent = await bot.send_message(ani.id, "asli")
    copied = await bot.copy_message(ani.id, ani.id, sent.message_id)
    forwarded = await bot.forward_message(ani.id, ani.id, sent.message_id)
    assert ani.sees()[1:] == ["asli", "asli", "asli"]
    assert copied.message_id == sent.message_id + 1
    assert forwarded.forward_origin is not None
    with pytest.raises(BadRequest, match="Message to copy not found"):
        await bot.copy_message(ani.id, ani.id, 999)


async def test_reply_keyboards_stay_until_removed_or_used_once(bot: Bot, ani: Person) -> None:
    rows = [[KeyboardButton("Bagikan nomor", request_contact=True)], [KeyboardButton("Batal")]]
    await bot.send_message(ani.id, "nomor?", reply_markup=ReplyKeyboardMarkup(rows, one_time_keyboard=True))
    assert ani.keyboard() == ["Bagikan nomor", "Batal"]
    await ani.taps("Bagikan")
    assert ani.sees()[-1] == "[contact]"
    assert ani.keyboard() == []
    await bot.send_message(ani.id, "lagi?", reply_markup=ReplyKeyboardMarkup(rows))
    await ani.taps("Batal")
    assert ani.keyboard() == ["Bagikan nomor", "Batal"]
    await bot.send_message(ani.id, "sudah", reply_markup=ReplyKeyboardRemove())
    assert ani.keyboard() == []


async def test_a_reply_shows_what_it_replies_to(bot: Bot, ani: Person) -> None:
    sent = await bot.send_message(ani.id, "jawab", reply_to_message_id=ani.messages()[0]["message_id"])
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.text == "/start"
    assert ani.messages()[-1]["reply_to"] == ani.messages()[0]["message_id"]


async def test_a_button_with_a_link_opens_it(bot: Bot, ani: Person) -> None:
    link = InlineKeyboardMarkup([[InlineKeyboardButton("Hasil", url="https://kota.go.id/hasil")]])
    await bot.send_message(ani.id, "lihat", reply_markup=link)
    assert await ani.taps("Hasil") == "https://kota.go.id/hasil"
