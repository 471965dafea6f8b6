"""One outgoing message as the calls of the Bot API that show it: our markup as Telegram's HTML, cut into as many parts as its limits ask
for; the keyboard, of which Telegram takes one for a message, not several; the call that carries both."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from html import escape
from typing import Any

from feedbackbot.channels.telegram.tables import rich_message
from feedbackbot.channels.text_pieces import pieces, slice_spans
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.message import Button, Outgoing, Tone
from feedbackbot.domain.message_text import Span, parse, plain, utf16_length

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LONGEST_LABEL = 64
CLOSING: dict[str, Any] = {"remove_keyboard": True}
# What stands in the message whose only purpose is to take a keyboard away: it cannot be empty, and reads as "received".
CLOSING_TEXT = "✓"
_HALF_PAIRS = re.compile("[\ud800-\udfff]")
# as Bot API 10.0 documents `InlineKeyboardButton.style`; a client that does not know it shows the button as ever
_STYLES: dict[Tone, str] = {Tone.CONFIRM: "success", Tone.DANGER: "danger"}
_METHODS = {"photo": "sendPhoto", "document": "sendDocument", "voice": "sendVoice"}


def html_parts(text: str, first: int = LONGEST_TEXT, following: int = LONGEST_TEXT) -> list[str]:
    """HTML of the text, [] for an empty one.

    The first part shows at most `first` UTF-16 units, the others `following`. Formatting that reaches over a cut is closed before it
    and opened again after it. Between two parts white space is dropped.
    """
    if not text.isascii():
        text = _HALF_PAIRS.sub("�", text)
    spans = parse(text)
    shown = "".join(span.text for span in spans)
    if not shown.strip():
        return []
    # a character is at most two units: short texts need no counting
    if len(shown) * 2 <= first or utf16_length(shown) <= first:
        return [_html(spans)]
    return [_html(slice_spans(spans, start, end)) for start, end in pieces(shown, first, following)]


def verbatim_parts(text: str) -> list[str]:
    """As `html_parts`, in blocks that the chat app copies as a whole by one tap."""
    return [f"<code>{escape(part, quote=False)}</code>" for part in _plain_parts(text)]


def _plain_parts(text: str) -> list[str]:
    shown = _HALF_PAIRS.sub("�", plain(text))
    return (
        [shown[start:end] for start, end in pieces(shown, LONGEST_TEXT, LONGEST_TEXT)]
        if shown.strip()
        else []
    )


def _html(spans: list[Span]) -> str:
    pieces: list[str] = []
    for span in spans:
        piece = escape(span.text, quote=False)
        if span.italic:
            piece = f"<i>{piece}</i>"
        if span.bold:
            piece = f"<b>{piece}</b>"
        pieces.append(piece)
    return "".join(pieces)


def without_tones(message: Outgoing) -> Outgoing:
    """As it was before buttons had colours."""
    rows = tuple(tuple(replace(button, tone=Tone.PLAIN) for button in row) for row in message.rows)
    return replace(message, rows=rows)


def keyboard(message: Outgoing) -> dict[str, Any] | None:
    """The `reply_markup` of a message, None for none.

    - A contact can only be asked for by a button in place of the keyboard, and that keyboard cannot stand beside buttons under
      the message: the choices then become keys beneath the contact key. Their label arrives as typed text, which the engine
      understands. A button that opens a page has no such form and is left out.
    - A keyboard that is to go away goes with a message without choices; `needs_closing_first` tells when that cannot be.
    """
    if message.asks_contact is not None:
        return _contact_keyboard(message)
    if message.rows:
        return {"inline_keyboard": [[_inline(button) for button in row] for row in message.rows]}
    return CLOSING if message.closes_keyboard else None


def needs_closing_first(message: Outgoing) -> bool:
    """Whether a message of its own must take the old keyboard away: this one carries choices, or replaces an earlier one.

    (Adding the choices afterwards is no way: Telegram lets no message be edited that took a keyboard away.)
    """
    return (
        message.closes_keyboard
        and message.asks_contact is None
        and bool(message.rows or message.replaces_ref)
    )


def _label(button: Button) -> str:
    return button.label if len(button.label) <= LONGEST_LABEL else button.short


def _inline(button: Button) -> dict[str, Any]:
    if button.url is not None:
        return {"text": _label(button), "url": button.url}
    if button.copies is not None:
        return {"text": _label(button), "copy_text": {"text": button.copies}}
    found = {"text": _label(button), "callback_data": button.data}
    return {**found, "style": _STYLES[button.tone]} if button.tone in _STYLES else found


def _contact_keyboard(message: Outgoing) -> dict[str, Any]:
    rows: list[list[dict[str, Any]]] = [[{"text": message.asks_contact, "request_contact": True}]]
    for row in message.rows:
        keys = [{"text": _label(button)} for button in row if button.data is not None]
        if keys:
            rows.append(keys)
    return {"keyboard": rows, "resize_keyboard": True, "one_time_keyboard": True}


@dataclass(frozen=True, slots=True)
class Call:
    """A call. `attachment` is to be put under `file_field`. `instead` is what to do where a message cannot be edited or shown so;
    `optional`: nothing is to be done then. `newer`: a server may know no such method or block, which is no fault of the message."""

    method: str
    parameters: dict[str, Any]
    attachment: Attachment | None = None
    file_field: str = ""
    instead: "Call | None" = field(default=None)
    optional: bool = False
    newer: bool = False


def calls(chat: int, message: Outgoing) -> list[Call]:
    """In the order in which they must be made. The last one's message carries the buttons and can be edited later.

    - Text over 4,096 UTF-16 units (a caption: 1,024) goes on in further messages.
    - A picture carries the text as its caption; a document too if there is no picture, otherwise it goes ahead, bare.
    - `replaces_ref` is heeded for a text that fits into one message and takes no keyboard of the phone; otherwise a new
      message is sent and the old one stays.
    """
    if message.buttons_only:
        return _buttons(chat, message)
    made = [_text(chat, CLOSING_TEXT, CLOSING)] if needs_closing_first(message) else []
    if message.picture is not None and message.document is not None:
        made.append(_file(chat, "document", message.document, None))
    if message.voice is not None:
        made += _file_and_text(chat, "voice", message.voice, message)
    elif message.picture is not None:
        made += _file_and_text(chat, "photo", message.picture, message)
    elif message.document is not None:
        made += _file_and_text(chat, "document", message.document, message)
    else:
        made += _texts(chat, message)
    return made


def _texts(chat: int, message: Outgoing) -> list[Call]:
    if message.table is not None:
        shown = rich_message(message.table)
        in_words = _texts(chat, replace(message, table=None))
        if shown is not None and len(in_words) == 1:
            return [_rich(chat, shown, keyboard(message), in_words[0])]
        return in_words
    # an empty text is sent as it is: Telegram's refusal then tells whose mistake it was
    parts = (verbatim_parts if message.verbatim else _html_parts_of(message))(message.text) or [""]
    last = _text(chat, parts[-1], keyboard(message))
    if len(parts) == 1 and (edited := _edited(message)) is not None:
        # only buttons under the message can come with an edit
        changed = _text(chat, parts[0], keyboard(message) if message.rows else None)
        return [Call("editMessageText", changed.parameters | {"message_id": edited}, instead=last)]
    return [_text(chat, part, None) for part in parts[:-1]] + [last]


def _html_parts_of(message: Outgoing) -> Callable[[str], list[str]]:
    return _html_parts_of_many if message.of_many else html_parts


@lru_cache(maxsize=32)
def _html_parts_of_many(text: str) -> list[str]:
    return html_parts(text)


def _rich(chat: int, shown: dict[str, Any], markup: dict[str, Any] | None, in_words: Call) -> Call:
    parameters: dict[str, Any] = {"chat_id": chat, "rich_message": shown}
    if markup is not None:
        parameters["reply_markup"] = markup
    return Call("sendRichMessage", parameters, instead=in_words, newer=True)


def _buttons(chat: int, message: Outgoing) -> list[Call]:
    """Nobody misses anything where they cannot be changed any more: what was pressed is kept, and was told."""
    parameters = {"chat_id": chat, "message_id": _edited(message), "reply_markup": keyboard(message)}
    return [Call("editMessageReplyMarkup", parameters, optional=True)]


def _edited(message: Outgoing) -> int | None:
    ref = message.replaces_ref
    if ref is None or not (ref.isascii() and ref.isdigit()) or message.asks_contact is not None:
        return None
    return int(ref)


def _file_and_text(chat: int, file_field: str, attachment: Attachment, message: Outgoing) -> list[Call]:
    parts = html_parts(message.text, LONGEST_CAPTION, LONGEST_TEXT)
    caption, rest = (parts[0], parts[1:]) if parts else (None, [])
    markup = keyboard(message)
    made = [_file(chat, file_field, attachment, caption, None if rest else markup)]
    for left, part in zip(range(len(rest) - 1, -1, -1), rest, strict=True):
        made.append(_text(chat, part, None if left else markup))
    return made


def _text(chat: int, html: str, markup: dict[str, Any] | None) -> Call:
    parameters: dict[str, Any] = {
        "chat_id": chat,
        "text": html,
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
    }
    if markup is not None:
        parameters["reply_markup"] = markup
    return Call("sendMessage", parameters)


def _file(
    chat: int,
    file_field: str,
    attachment: Attachment,
    caption: str | None,
    markup: dict[str, Any] | None = None,
) -> Call:
    parameters: dict[str, Any] = {"chat_id": chat}
    if caption is not None:
        parameters |= {"caption": caption, "parse_mode": "HTML"}
    if markup is not None:
        parameters["reply_markup"] = markup
    return Call(_METHODS[file_field], parameters, attachment, file_field)
