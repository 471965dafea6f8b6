"""Methods, parameters and answers, held against python-telegram-bot and against the Bot API's specification."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
import telegram
from telegram import constants

from feedbackbot.playground import (
    bot_profile,
    markup,
    methods_edit,
    methods_profile,
    methods_send,
    text_rules,
    updates,
)
from feedbackbot.playground.api_endpoint import GET_UPDATES, METHODS
from feedbackbot.playground.city import Playground
from feedbackbot.playground.person import Person
from feedbackbot.playground.signatures import signatures
from tests.playground.conftest import Wire
from tests.playground.test_receiving import PIXEL
from tests.playground.test_sending import buttons

NAMED = os.environ.get("FEEDBACKBOT_BOT_API_SPEC")
SPECIFICATION = Path(NAMED) if NAMED else Path(__file__).parents[3] / "shared/spec/telegram-bot-api-10.0.json"
SERVED = [*METHODS, GET_UPDATES]
JSON_TYPES: dict[str, Any] = {"Integer": int, "String": str, "Boolean": bool, "Float": float, "True": bool}


@pytest.fixture(scope="module")
def specification() -> dict[str, Any]:
    if not SPECIFICATION.exists():
        pytest.skip(
            f"no Bot API specification at {SPECIFICATION}: set FEEDBACKBOT_BOT_API_SPEC to check against it"
        )
    found: dict[str, Any] = json.loads(SPECIFICATION.read_text())
    return found


def test_limits_are_those_of_python_telegram_bot() -> None:
    assert text_rules.LONGEST_TEXT == constants.MessageLimit.MAX_TEXT_LENGTH
    assert text_rules.LONGEST_CAPTION == constants.MessageLimit.CAPTION_LENGTH
    assert markup.MOST_DATA_BYTES == constants.InlineKeyboardButtonLimit.MAX_CALLBACK_DATA
    assert markup.MOST_BUTTONS == constants.InlineKeyboardMarkupLimit.TOTAL_BUTTON_NUMBER
    assert methods_edit.LONGEST_TOAST == constants.CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH
    assert methods_edit.MOST_IN_ONE_DELETE == constants.BulkRequestLimit.MAX_LIMIT
    assert methods_send.MOST_IN_ALBUM == constants.MediaGroupLimit.MAX_MEDIA_LENGTH
    assert updates.MOST_IN_ONE_ANSWER == constants.PollingLimit.MAX_LIMIT
    assert bot_profile.MOST_COMMANDS == constants.BotCommandLimit.MAX_COMMAND_NUMBER
    assert bot_profile.LONGEST == {
        "name": constants.BotNameLimit.MAX_NAME_LENGTH,
        "description": constants.BotDescriptionLimit.MAX_DESCRIPTION_LENGTH,
        "short_description": constants.BotDescriptionLimit.MAX_SHORT_DESCRIPTION_LENGTH,
    }
    assert set(methods_profile.ACTIONS) >= set(map(str, constants.ChatAction))


@pytest.mark.parametrize("method", SERVED)
def test_every_served_method_is_one_of_python_telegram_bot(method: str) -> None:
    assert signatures()[method.lower()].name == method


@pytest.mark.parametrize("method", SERVED)
def test_every_served_method_has_the_parameters_of_the_specification(
    method: str, specification: dict[str, Any]
) -> None:
    fields = specification["methods"][method].get("fields", [])
    assert {field["name"] for field in fields} <= signatures()[method.lower()].known


# An empty address is no mistake: it takes the webhook away.
MAY_BE_LEFT_OUT = {("setWebhook", "url")}


def left_out(method: str) -> list[tuple[str, str]]:
    return [(method, name) for name in sorted(signatures()[method.lower()].required)]


@pytest.mark.parametrize(
    ("method", "name"),
    [pair for method in SERVED for pair in left_out(method) if pair not in MAY_BE_LEFT_OUT],
)
async def test_a_call_without_a_required_parameter_is_refused(
    wire: Wire, ani: Person, calls: dict[str, list[dict[str, Any]]], method: str, name: str
) -> None:
    values = {key: value for key, value in calls[method][0].items() if key != name}
    answer = await wire.calls(method, **values)
    assert answer["error_code"] in (400, 403), answer


@pytest.fixture
async def calls(wire: Wire, ani: Person, city: Playground) -> dict[str, list[dict[str, Any]]]:
    """At least one good call of every served method, in an order in which all of them succeed."""
    chat = {"chat_id": ani.id}
    one = (await wire.result("sendMessage", **chat, text="satu", reply_markup=buttons("Ya")))["message_id"]
    gone = (await wire.result("sendMessage", **chat, text="dua"))["message_id"]
    await ani.uploads(PIXEL, "photo", name="a.png")
    await ani.uploads(b"%PDF", "document", name="a.pdf")
    await ani.uploads(b"OggS", "voice")
    await ani.uploads(PIXEL, "video")
    await ani.uploads(PIXEL, "sticker")
    files = {message["kind"]: message["file"]["file_id"] for message in ani.messages() if message["file"]}
    picture = (await wire.result("sendPhoto", **chat, photo=files["photo"]))["message_id"]
    query = await ani.taps("Ya")
    here, photo = {**chat, "message_id": one}, {"type": "photo", "media": files["photo"]}
    rich = "<b>tebal</b> <a href='https://kota.go.id'>sini</a> /nilai"
    return {
        "getMe": [{}],
        "sendMessage": [{**chat, "text": rich, "parse_mode": "HTML", "reply_markup": buttons("Ya")}],
        **{f"send{kind.capitalize()}": [{**chat, kind: file_id}] for kind, file_id in files.items()},
        "sendMediaGroup": [{**chat, "media": [photo, photo]}],
        "sendLocation": [{**chat, "latitude": 5.18, "longitude": 97.14}],
        "sendContact": [{**chat, "phone_number": "+62645", "first_name": "Kota"}],
        "copyMessage": [{**chat, "from_chat_id": ani.id, "message_id": one}],
        "forwardMessage": [{**chat, "from_chat_id": ani.id, "message_id": one}],
        "editMessageText": [{**here, "text": "tiga"}],
        "editMessageReplyMarkup": [{**here, "reply_markup": buttons("Tidak")}],
        "editMessageCaption": [{**chat, "message_id": picture, "caption": "grafik"}],
        "editMessageMedia": [{**chat, "message_id": picture, "media": photo}],
        "deleteMessage": [{**chat, "message_id": gone}],
        "deleteMessages": [{**chat, "message_ids": [gone]}],
        "answerCallbackQuery": [{"callback_query_id": query, "text": "ya"}],
        "pinChatMessage": [here],
        "getChat": [chat],
        "unpinChatMessage": [here],
        "unpinAllChatMessages": [chat],
        "setMessageReaction": [{**here, "reaction": [{"type": "emoji", "emoji": "👍"}]}],
        "setMyCommands": [{"commands": [{"command": "nilai", "description": "Nilai"}]}],
        "getMyCommands": [{}],
        "deleteMyCommands": [{}],
        **{f"setMy{what}": [{}] for what in ("Name", "Description", "ShortDescription")},
        **{f"getMy{what}": [{}] for what in ("Name", "Description", "ShortDescription")},
        "getChatMember": [{**chat, "user_id": ani.id}],
        "setChatMenuButton": [{"menu_button": {"type": "commands"}}],
        "getChatMenuButton": [{}],
        "sendChatAction": [{**chat, "action": "typing"}],
        "getFile": [{"file_id": files["document"]}],
        "getUpdates": [{}],
        "setWebhook": [{"url": "http://127.0.0.1:9/x", "allowed_updates": ["message"]}],
        "getWebhookInfo": [{}],
        "deleteWebhook": [{}],
        "close": [{}],
        "logOut": [{}],
    }


def test_an_answer_that_does_not_fit_is_found_out(specification: dict[str, Any]) -> None:
    wrong = {
        "message_id": "1",
        "date": 1,
        "chat": {"id": 1, "type": "private", "colour": "red"},
        "from": {"id": 1},
    }
    assert faults(specification, wrong, "Message") == [
        "Message.chat: ['Chat has no colour']",
        "Message.from: ['User lacks is_bot', 'User lacks first_name']",
        "Message.message_id: [\"'1' is no Integer\"]",
    ]


async def test_every_answer_has_the_fields_of_the_specification(
    wire: Wire, calls: dict[str, list[dict[str, Any]]], specification: dict[str, Any]
) -> None:
    assert set(calls) == set(SERVED)
    for method, examples in calls.items():
        for values in examples:
            result = await wire.result(method, **values)
            returns = specification["methods"][method]["returns"]
            assert fits(specification, result, returns), (
                f"{method}: {faults(specification, result, returns[0])}"
            )


async def test_every_answer_is_read_by_python_telegram_bot_to_the_last_field(
    wire: Wire, calls: dict[str, list[dict[str, Any]]], specification: dict[str, Any]
) -> None:
    for method, examples in calls.items():
        for values in examples:
            result = await wire.result(method, **values)
            name = specification["methods"][method]["returns"][0].removeprefix("Array of ")
            kind = getattr(telegram, name, None)
            for one in result if isinstance(result, list) else [result]:
                if kind is not None and isinstance(one, dict):
                    assert unread(kind.de_json(one, None)) == [], method


def unread(thing: Any) -> list[str]:
    """Fields that the library did not know, anywhere within an object."""
    found = list(getattr(thing, "api_kwargs", {}) or {})
    for name in getattr(thing, "__slots__", ()):
        value = getattr(thing, name, None)
        for inner in value if isinstance(value, tuple) else [value]:
            if isinstance(inner, telegram.TelegramObject):
                found += unread(inner)
    return found


def fits(specification: dict[str, Any], value: Any, types: list[str]) -> bool:
    return any(not faults(specification, value, kind) for kind in types)


def faults(specification: dict[str, Any], value: Any, kind: str) -> list[str]:
    """What is wrong with `value` as a `kind`, [] for nothing."""
    if kind.startswith("Array of "):
        if not isinstance(value, list):
            return [f"{value!r} is no array"]
        return [
            fault for one in value for fault in faults(specification, one, kind.removeprefix("Array of "))
        ]
    if kind in JSON_TYPES:
        right = isinstance(value, JSON_TYPES[kind]) and (
            kind == "Boolean" or kind == "True" or not isinstance(value, bool)
        )
        return [] if right else [f"{value!r} is no {kind}"]
    described = specification["types"][kind]
    if described.get("subtypes"):
        tried = [faults(specification, value, subtype) for subtype in described["subtypes"]]
        return min(tried, key=len)
    if not isinstance(value, dict):
        return [f"{value!r} is no {kind}"]
    fields = {field["name"]: field for field in described.get("fields", [])}
    found = [f"{kind} has no {name}" for name in value if name not in fields]
    found += [
        f"{kind} lacks {name}" for name, field in fields.items() if field["required"] and name not in value
    ]
    for name in sorted(value.keys() & fields.keys()):
        if not fits(specification, value[name], fields[name]["types"]):
            found.append(f"{kind}.{name}: {faults(specification, value[name], fields[name]['types'][0])}")
    return found


async def test_every_update_has_the_fields_of_the_specification(
    wire: Wire, calls: dict[str, list[dict[str, Any]]], ani: Person, specification: dict[str, Any]
) -> None:
    await ani.shares_contact()
    await ani.shares_location(5.18, 97.14)
    await ani.edits(await ani.types("/nilai"), "https://kota.go.id")
    await ani.forges("x", 4711)
    await ani.blocks()
    await ani.unblocks()
    updates = await wire.result("getUpdates")
    assert {kind for one in updates for kind in one} == {
        "update_id", "message", "edited_message", "callback_query", "my_chat_member"
    }  # fmt: skip
    for update in updates:
        assert faults(specification, update, "Update") == []
