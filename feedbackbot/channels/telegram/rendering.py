"""One outgoing message as the calls of the Bot API that show it."""

from dataclasses import dataclass, field, replace
from typing import Any

from feedbackbot.channels.telegram.html_text import LONGEST_CAPTION, LONGEST_TEXT, html_parts, verbatim_parts
from feedbackbot.channels.telegram.keyboards import CLOSING, keyboard, needs_closing_first
from feedbackbot.channels.telegram.tables import rich_message
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.message import Outgoing

# What stands in the message whose only purpose is to take a keyboard away: it cannot be empty, and reads as "received".
CLOSING_TEXT = "✓"
_METHODS = {"photo": "sendPhoto", "document": "sendDocument", "voice": "sendVoice"}


@dataclass(frozen=True, slots=True)
class Call:
    """A call. `attachment` is to be put under `file_field`. `instead` is what to do where a message cannot be edited or shown so;
    `optional`: nothing is to be done then."""

    method: str
    parameters: dict[str, Any]
    attachment: Attachment | None = None
    file_field: str = ""
    instead: "Call | None" = field(default=None)
    optional: bool = False


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
    parts = (verbatim_parts if message.verbatim else html_parts)(message.text) or [""]
    last = _text(chat, parts[-1], keyboard(message))
    if len(parts) == 1 and (edited := _edited(message)) is not None:
        # only buttons under the message can come with an edit
        changed = _text(chat, parts[0], keyboard(message) if message.rows else None)
        return [Call("editMessageText", changed.parameters | {"message_id": edited}, instead=last)]
    return [_text(chat, part, None) for part in parts[:-1]] + [last]


def _rich(chat: int, shown: dict[str, Any], markup: dict[str, Any] | None, in_words: Call) -> Call:
    parameters: dict[str, Any] = {"chat_id": chat, "rich_message": shown}
    if markup is not None:
        parameters["reply_markup"] = markup
    return Call("sendRichMessage", parameters, instead=in_words)


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
