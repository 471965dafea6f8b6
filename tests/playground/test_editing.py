"""Changing and removing messages, answering taps, and the refusals that belong to them."""

from typing import Any

import pytest
from telegram import Bot, InputMediaPhoto, ReplyKeyboardRemove
from telegram.error import BadRequest, Forbidden

from feedbackbot.playground.cannot_do import CannotDo
from feedbackbot.playground.city import Playground
from feedbackbot.playground.person import Person
from tests.playground.conftest import Wire
from tests.playground.sending import PIXEL, buttons

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


@pytest.fixture
async def question(wire: Wire, ani: Person) -> dict[str, Any]:
    """A message with one button in Ani's chat: what an edit needs to find it."""
    sent = await wire.result("sendMessage", chat_id=ani.id, text="satu", reply_markup=buttons("Ya"))
    return {"chat_id": ani.id, "message_id": sent["message_id"]}


async def test_an_edit_changes_text_and_takes_buttons_away_that_are_not_sent_again(
    wire: Wire, ani: Person, question: dict[str, Any]
) -> None:
    edited = await wire.result("editMessageText", **question, text="dua")
    assert edited["edit_date"] >= edited["date"]
    assert (ani.sees()[-1], ani.buttons(), ani.messages()[-1]["edited"]) == ("dua", [], True)


async def test_an_edit_that_changes_nothing_is_refused(wire: Wire, question: dict[str, Any]) -> None:
    same = {**question, "text": "satu", "reply_markup": buttons("Ya")}
    assert await wire.refusal("editMessageText", **same) == NOT_MODIFIED
    assert (
        await wire.refusal("editMessageReplyMarkup", **question, reply_markup=buttons("Ya")) == NOT_MODIFIED
    )
    await wire.result("editMessageText", **{**same, "text": "<b>satu</b>", "parse_mode": "HTML"})
    await wire.result("editMessageReplyMarkup", **question)
    assert await wire.refusal("editMessageReplyMarkup", **question) == NOT_MODIFIED


async def test_which_messages_cannot_be_edited(wire: Wire, bot: Bot, ani: Person) -> None:
    number = await ani.types("punya Ani")
    words = await wire.refusal("editMessageText", chat_id=ani.id, message_id=number, text="x")
    assert words == "Bad Request: message can't be edited"
    words = await wire.refusal("editMessageText", chat_id=ani.id, message_id=999, text="x")
    assert words == "Bad Request: message to edit not found"
    removed = await bot.send_message(ani.id, "x", reply_markup=ReplyKeyboardRemove())
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await removed.edit_text("y")
    photo = await bot.send_photo(ani.id, PIXEL)
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await photo.edit_text("x")
    text = await bot.send_message(ani.id, "x")
    with pytest.raises(BadRequest, match="There is no caption in the message to edit"):
        await text.edit_caption("x")
    await ani.blocks()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await text.edit_text("y")


async def test_captions_and_pictures_are_replaced(bot: Bot, ani: Person) -> None:
    photo = await bot.send_photo(ani.id, PIXEL, caption="lama")
    await photo.edit_caption("baru")
    assert ani.sees()[-1] == "baru"
    await photo.edit_media(InputMediaPhoto(PIXEL, caption="lain"))
    text = await bot.send_message(ani.id, "teks")
    await text.edit_media(InputMediaPhoto(photo.photo[-1].file_id))
    assert ani.sees()[1:] == ["lain", "[photo]"]


async def test_messages_are_deleted(
    wire: Wire, ani: Person, city: Playground, question: dict[str, Any]
) -> None:
    assert (
        await wire.result("deleteMessages", chat_id=ani.id, message_ids=[question["message_id"], 999]) is True
    )
    assert await wire.refusal("deleteMessage", **question) == "Bad Request: message to delete not found"
    assert ani.sees() == ["/start"]
    await city.shifts_clock(49 * 3600)
    start = ani.messages()[0]["message_id"]
    words = await wire.refusal("deleteMessage", chat_id=ani.id, message_id=start)
    assert words == "Bad Request: message can't be deleted for everyone"


async def test_a_tap_is_answered_once(wire: Wire, ani: Person, question: dict[str, Any]) -> None:
    query = await ani.taps("Ya")
    await wire.result("answerCallbackQuery", callback_query_id=query, text="Terima kasih", show_alert=True)
    assert (ani.toasts(), ani.answered_taps) == (["Terima kasih"], 1)
    assert await wire.refusal("answerCallbackQuery", callback_query_id=query) == TOO_OLD
    assert await wire.refusal("answerCallbackQuery", callback_query_id="1") == TOO_OLD


async def test_an_answer_that_comes_too_late_is_refused(wire: Wire, city: Playground, ani: Person) -> None:
    assert city.server is not None
    query = await ani.forges("x")
    city.server.world.taps[query].at -= 151
    assert await wire.refusal("answerCallbackQuery", callback_query_id=query) == TOO_OLD


async def test_a_notice_has_a_longest_length(wire: Wire, ani: Person) -> None:
    query = await ani.forges("x")
    long = await wire.refusal("answerCallbackQuery", callback_query_id=query, text="a" * 201)
    assert long == "Bad Request: MESSAGE_TOO_LONG"
    await wire.result("answerCallbackQuery", callback_query_id=query, text="a" * 200)


async def test_only_buttons_that_are_there_can_be_tapped_unless_forged(
    ani: Person, wire: Wire, question: dict[str, Any]
) -> None:
    tap = {"message_id": question["message_id"]}
    with pytest.raises(CannotDo, match="no button of message 2 carries 'y'"):
        await wire.city.line.ask("POST", f"people/{ani.id}/tap", {**tap, "data": "y"})
    with pytest.raises(CannotDo, match="message 2 has no button there"):
        await wire.city.line.ask("POST", f"people/{ani.id}/tap", {**tap, "row": 1, "column": 0})
    await wire.city.line.ask("POST", f"people/{ani.id}/tap", {**tap, "data": "x"})
    await ani.forges("y", question["message_id"])
    updates = await wire.result("getUpdates")
    assert [one["callback_query"]["data"] for one in updates[1:]] == ["x", "y"]


async def test_pins_and_reactions(bot: Bot, ani: Person) -> None:
    sent = await bot.send_message(ani.id, "penting")
    await sent.pin()
    assert (await bot.get_chat(ani.id)).pinned_message == sent
    await sent.unpin()
    await bot.unpin_all_chat_messages(ani.id)
    assert (await bot.get_chat(ani.id)).pinned_message is None
    await sent.set_reaction("👍")
    with pytest.raises(BadRequest, match="Message to react not found"):
        await bot.set_message_reaction(ani.id, 999, "👍")
    with pytest.raises(BadRequest, match="Message to pin not found"):
        await bot.pin_chat_message(ani.id, 999)
