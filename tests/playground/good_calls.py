"""One good call of every served method."""

from dataclasses import dataclass
from typing import Any

from feedbackbot.playground.person import Person
from tests.playground.conftest import Wire
from tests.playground.sending import PIXEL, buttons

CELL = {"align": "left", "valign": "top"}
TABLE = {
    "type": "table",
    "caption": "Laporan",
    "cells": [[{**CELL, "text": "Nomor", "is_header": True}], [{**CELL, "text": "ABC-2345"}]],
    "is_striped": True,
}
PARAGRAPH = {"type": "paragraph", "text": "Satu baris"}
Calls = dict[str, list[dict[str, Any]]]


@dataclass
class Ready:
    """What the calls are about: Ani's chat, a question, a message to delete, a picture, files by kind, a tap."""

    chat: dict[str, Any]
    question: int
    superfluous: int
    picture: int
    files: dict[str, str]
    tap: str


async def prepare(wire: Wire, ani: Person) -> Ready:
    """Put everything in place that the calls need."""
    chat = {"chat_id": ani.id}
    sent = await wire.result("sendMessage", **chat, text="satu", reply_markup=buttons("Ya"))
    superfluous = await wire.result("sendMessage", **chat, text="dua")
    for kind, content in (
        ("photo", PIXEL),
        ("document", b"%PDF"),
        ("voice", b"OggS"),
        ("video", b"x"),
        ("sticker", PIXEL),
    ):
        await ani.uploads(content, kind)
    files = {message["kind"]: message["file"]["file_id"] for message in ani.messages() if message["file"]}
    picture = await wire.result("sendPhoto", **chat, photo=files["photo"])
    tap = await ani.taps("Ya")
    return Ready(chat, sent["message_id"], superfluous["message_id"], picture["message_id"], files, tap)


def sending_calls(ready: Ready) -> Calls:
    """Methods that write, change or remove a message."""
    chat, here = ready.chat, {**ready.chat, "message_id": ready.question}
    picture, gone = {**chat, "message_id": ready.picture}, ready.superfluous
    photo = {"type": "photo", "media": ready.files["photo"]}
    copied = {**here, "from_chat_id": chat["chat_id"]}
    rich = "<b>tebal</b> <a href='https://kota.go.id'>sini</a> /nilai"
    return {
        "sendMessage": [{**chat, "text": rich, "parse_mode": "HTML", "reply_markup": buttons("Ya")}],
        **{f"send{kind.capitalize()}": [{**chat, kind: file_id}] for kind, file_id in ready.files.items()},
        "sendRichMessage": [
            {**chat, "rich_message": {"blocks": [TABLE, PARAGRAPH]}, "reply_markup": buttons("Ya")}
        ],
        "sendMediaGroup": [{**chat, "media": [photo, photo]}],
        "sendLocation": [{**chat, "latitude": 5.18, "longitude": 97.14}],
        "sendContact": [{**chat, "phone_number": "+62645", "first_name": "Kota"}],
        "copyMessage": [copied],
        "forwardMessage": [copied],
        "editMessageText": [{**here, "text": "tiga"}],
        "editMessageReplyMarkup": [{**here, "reply_markup": buttons("Tidak")}],
        "editMessageCaption": [{**picture, "caption": "grafik"}],
        "editMessageMedia": [{**picture, "media": photo}],
        "deleteMessage": [{**chat, "message_id": gone}],
        "deleteMessages": [{**chat, "message_ids": [gone]}],
        "answerCallbackQuery": [{"callback_query_id": ready.tap, "text": "ya"}],
        "pinChatMessage": [here],
        "getChat": [chat],
        "unpinChatMessage": [here],
        "unpinAllChatMessages": [chat],
        "setMessageReaction": [{**here, "reaction": [{"type": "emoji", "emoji": "👍"}]}],
        "sendChatAction": [{**chat, "action": "typing"}],
    }


def profile_calls(ready: Ready) -> Calls:
    """Methods about the bot, the chat and the way in which updates come."""
    chat = ready.chat
    return {
        "getMe": [{}],
        "setMyCommands": [{"commands": [{"command": "nilai", "description": "Nilai"}]}],
        "getMyCommands": [{}],
        "deleteMyCommands": [{}],
        **{f"setMy{what}": [{}] for what in ("Name", "Description", "ShortDescription")},
        **{f"getMy{what}": [{}] for what in ("Name", "Description", "ShortDescription")},
        "getChatMember": [{**chat, "user_id": chat["chat_id"]}],
        "setChatMenuButton": [{"menu_button": {"type": "commands"}}],
        "getChatMenuButton": [{}],
        "getFile": [{"file_id": ready.files["document"]}],
        "getUpdates": [{}],
        "setWebhook": [{"url": "http://127.0.0.1:9/x", "allowed_updates": ["message"]}],
        "getWebhookInfo": [{}],
        "deleteWebhook": [{}],
        "close": [{}],
        "logOut": [{}],
    }
