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
from feedbackbot.playground.person import Person
from feedbackbot.playground.signatures import signatures
from tests.playground.conftest import Wire
from tests.playground.good_calls import prepare, profile_calls, sending_calls
from tests.playground.specification import faults, fits, unread, with_rich_messages

NAMED = os.environ.get("FEEDBACKBOT_BOT_API_SPEC")
SPECIFICATION = Path(NAMED) if NAMED else Path(__file__).with_name("telegram-bot-api-10.0.json")
SERVED = [*METHODS, GET_UPDATES]


@pytest.fixture(scope="module")
def specification() -> dict[str, Any]:
    return with_rich_messages(json.loads(SPECIFICATION.read_text()))


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
def test_every_served_method_is_one_that_is_known(method: str) -> None:
    assert signatures()[method.lower()].name == method


@pytest.mark.parametrize("method", SERVED)
def test_every_served_method_has_the_parameters_of_the_specification(
    method: str, specification: dict[str, Any]
) -> None:
    fields = specification["methods"][method].get("fields", [])
    assert {field["name"] for field in fields} <= signatures()[method.lower()].known


# what the library does not know yet
NEWER_FIELDS = {"sendRichMessage": {"rich_message"}}
# An empty address is no mistake: it takes the webhook away.
MAY_BE_LEFT_OUT = {("setWebhook", "url")}


def left_out(method: str) -> list[tuple[str, str]]:
    return [(method, name) for name in sorted(signatures()[method.lower()].required)]


@pytest.fixture
async def calls(wire: Wire, ani: Person) -> dict[str, list[dict[str, Any]]]:
    """A good call of every served method, in an order in which all of them succeed."""
    ready = await prepare(wire, ani)
    return {**sending_calls(ready), **profile_calls(ready)}


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
                    assert set(unread(kind.de_json(one, None))) <= NEWER_FIELDS.get(method, set()), method


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
