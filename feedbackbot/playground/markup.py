"""Reply markup: what may be under a message or in place of the keyboard, and what Telegram refuses of it."""

import json
import re
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from feedbackbot.playground.refusals import Refusal, bad_request

MOST_DATA_BYTES = 64
MOST_BUTTONS = 100
MOST_MARKUP_BYTES = 10_000
FEW_BUTTONS = 20  # so few are not worth measuring
OTHER_BUTTONS = (
    "callback_game", "pay", "switch_inline_query", "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat", "login_url", "web_app", "copy_text",
)  # fmt: skip

Rows = list[list[dict[str, Any]]]


class Markup(NamedTuple):
    """`kind` is inline, keyboard, remove or force_reply; `rows` of buttons for the first two."""

    kind: str
    rows: Rows
    one_time: bool = False
    placeholder: str = ""


def read_markup(given: Any) -> Markup | None:
    """The markup of a call, from JSON text or its decoded form; None where there is none. Raises `Refusal`."""
    if given is None or given == "":
        return None
    if isinstance(given, str):
        return _from_text(given)
    return _from_object(given)


@lru_cache(maxsize=1024)
def _from_text(text: str) -> Markup | None:
    try:
        return _from_object(json.loads(text))
    except ValueError:
        raise bad_request("Can't parse reply keyboard markup JSON object") from None


def _from_object(given: Any) -> Markup | None:
    if not isinstance(given, dict):
        raise bad_request("Object expected as reply markup")
    placeholder = str(given.get("input_field_placeholder") or "")
    keyboard = _rows(given.get("keyboard"), "keyboard", _keyboard_button)
    if keyboard:
        return Markup("keyboard", keyboard, bool(given.get("one_time_keyboard")), placeholder)
    inline = _rows(given.get("inline_keyboard"), "inline_keyboard", _inline_button)
    if inline:
        count = sum(map(len, inline))
        if count > MOST_BUTTONS or (count > FEW_BUTTONS and len(json.dumps(inline)) > MOST_MARKUP_BYTES):
            raise bad_request("reply markup is too long")
        return Markup("inline", inline)
    if given.get("remove_keyboard") or given.get("hide_keyboard"):
        return Markup("remove", [])
    if given.get("force_reply") or given.get("force_reply_keyboard"):
        return Markup("force_reply", [], placeholder=placeholder)
    return None


def _rows(given: Any, field: str, read: Any) -> Rows:
    if given is None:
        return []
    if not isinstance(given, list):
        raise bad_request(f'Field "{field}" must be of type Array')
    of_what = " of the InlineKeyboardMarkup" if field == "inline_keyboard" else ""
    rows: Rows = []
    for row in given:
        if not isinstance(row, list):
            raise bad_request(f'Field "{field}"{of_what} must be an Array of Arrays')
        # A button without a text is left out without a word, and a row without buttons too.
        buttons = [button for button in map(read, row) if button["text"]]
        if buttons:
            rows.append(buttons)
    return rows


def _text_of(button: dict[str, Any], what: str) -> str:
    if "text" not in button:
        raise bad_request(f"Can't parse {what}: Can't find field \"text\"")
    if not isinstance(button["text"], str):
        raise bad_request(f'Can\'t parse {what}: Field "text" must be of type String')
    return button["text"]


def _keyboard_button(button: Any) -> dict[str, Any]:
    if isinstance(button, str):
        return {"text": button, "request_contact": False, "request_location": False}
    if not isinstance(button, dict):
        raise bad_request("Can't parse keyboard button: KeyboardButton must be a String or an Object")
    return {
        "text": _text_of(button, "keyboard button"),
        "request_contact": bool(button.get("request_contact")),
        "request_location": bool(button.get("request_location")),
    }


def _inline_button(button: Any) -> dict[str, Any]:
    what = "inline keyboard button"
    if not isinstance(button, dict):
        raise bad_request(f"Can't parse {what}: InlineKeyboardButton must be an Object")
    read = {"text": _text_of(button, what)}
    url, data = button.get("url"), button.get("callback_data")
    if url:
        read["url"] = _checked_url(str(url))
    elif data:
        if not isinstance(data, str):
            raise bad_request(f'Can\'t parse {what}: Field "callback_data" must be of type String')
        if len(data) > MOST_DATA_BYTES or len(data.encode("utf-8", "surrogatepass")) > MOST_DATA_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
        read["callback_data"] = data
    else:
        other = next((kind for kind in OTHER_BUTTONS if kind in button), None)
        if other is None:
            raise bad_request(f"Can't parse {what}: Text buttons are unallowed in the inline keyboard")
        read[other] = button[other]
    for optional in ("style", "icon_custom_emoji_id"):
        if button.get(optional):
            read[optional] = button[optional]
    return read


def _checked_url(url: str) -> str:
    """The link of a button. As with Telegram, a host needs a dot: http://localhost is refused."""
    if url.startswith(("tg://", "ton://")):
        return url
    full = url if "://" in url else f"http://{url}"
    try:
        parts = urlsplit(full)
        host = parts.hostname or ""
    except ValueError:
        raise _wrong_url(url) from None
    if parts.scheme not in ("http", "https") or not re.fullmatch(r"[^\s.]+(\.[^\s.]+)+|\[[0-9a-f:]+\]", host):
        raise _wrong_url(url)
    return full if parts.path or parts.query else f"{full}/"


def _wrong_url(url: str) -> Refusal:
    return bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
