"""What lies in the inbox becomes `Incoming`. Takes anything and never raises: what cannot be read is nothing that happened."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

from feedbackbot.channels.command_text import COMMAND
from feedbackbot.channels.raw_values import a_degree, a_list, a_text, an_object, storable
from feedbackbot.channels.whatsapp.addresses import NAME, sender_of
from feedbackbot.dialogue.incoming import Incoming, Kind, Received
from feedbackbot.domain.forms.form import AGREED

LONGEST_TEXT: Final = 4096
LONGEST_DATA: Final = 256
LONGEST_FORM: Final = 100_000
_MOST_FIELDS = 60
REF: Final = "whatsapp:"
"""Before the id of a received file, so that nobody asks another chat service for it."""
OWN_NUMBER: Final = "@own-number"
"""What the button carries with which a person says that the number they write from is theirs."""
_TOGETHER_SECONDS = 60
_NOTHING = Incoming(NAME, "", Kind.NOTHING)
_FILES = {
    "image": (Kind.PHOTO, "image/jpeg"),
    "video": (Kind.DOCUMENT, "video/mp4"),
    "document": (Kind.DOCUMENT, ""),
    "audio": (Kind.VOICE, "audio/ogg"),
    "sticker": (Kind.STICKER, "image/webp"),
}
_NOBODY_SPOKE = frozenset({"system", "reaction", "request_welcome"})
_OTHER_MARKS = re.compile(r"(?<!\w)~\S(?:[^~\n]*\S)?~(?!\w)|```|(?<![\w`])`[^`\n]+`(?!\w)|^> ", re.MULTILINE)


def read_body(body: str) -> Incoming:
    """An update as `arrivals` keeps it: {"message", "contact", "number"} as JSON."""
    try:
        kept = json.loads(body)
        return _read(kept) if isinstance(kept, dict) else _NOTHING
    except (ValueError, RecursionError):
        return _NOTHING


def moment_of(message: dict[str, Any]) -> datetime | None:
    """When a message was written; the service counts whole seconds."""
    given = message.get("timestamp")
    try:
        return datetime.fromtimestamp(int(given), UTC) if isinstance(given, str | int) else None
    except (ValueError, OverflowError, OSError):
        return None


def _read(kept: dict[str, Any]) -> Incoming:
    message, contact = an_object(kept, "message"), an_object(kept, "contact")
    address, number = sender_of(message, contact)
    if not address:
        return _NOTHING
    kind, context = a_text(message, "type", 32), an_object(message, "context")
    known = Incoming(
        NAME,
        address,
        Kind.OTHER,
        quoted_ref=_quoted(context, number),
        own_ref=a_text(message, "id", 128),
        at=moment_of(message),
        bare_words=True,
    )
    if kind in _NOBODY_SPOKE:
        return replace(known, kind=Kind.NOTHING, quoted_ref="")
    if kind in _FILES:
        return _read_file(known, kind, an_object(message, kind))
    reader = _READERS.get(kind)
    return known if reader is None else reader(known, message, number)


def _quoted(context: dict[str, Any], number: str) -> str:
    """Of a message of ours; what people quote of themselves carries their number."""
    author = a_text(context, "from", 160)
    return "" if author and author == number else a_text(context, "id", 128)


def _read_text(known: Incoming, message: dict[str, Any], _: str) -> Incoming:
    text = a_text(an_object(message, "text"), "body", LONGEST_TEXT)
    command = COMMAND.fullmatch(text)
    if command is None:
        return replace(known, kind=Kind.TEXT, text=text, look_lost=_has_other_marks(text))
    return replace(known, kind=Kind.COMMAND, command=command[1].lower(), text=command[2].strip())


def _has_other_marks(text: str) -> bool:
    """Bold and italic are written as our own texts are; what is struck through, quoted or of one width has no like there."""
    return _OTHER_MARKS.search(text) is not None


def _read_button(known: Incoming, message: dict[str, Any], number: str) -> Incoming:
    """The quick reply of a template."""
    return _tap(known, a_text(an_object(message, "button"), "payload", LONGEST_DATA), number)


def _read_interactive(known: Incoming, message: dict[str, Any], number: str) -> Incoming:
    interactive = an_object(message, "interactive")
    kind = a_text(interactive, "type", 32)
    if kind in ("button_reply", "list_reply"):
        return _tap(known, a_text(an_object(interactive, kind), "id", LONGEST_DATA), number)
    return _read_form(known, an_object(interactive, kind)) if kind == "nfm_reply" else known


def _read_form(known: Incoming, reply: dict[str, Any]) -> Incoming:
    """The answers come as JSON in a text, with the token that was given along; anybody can send any."""
    try:
        said = json.loads(a_text(reply, "response_json", LONGEST_FORM))
    except (ValueError, RecursionError):
        return known
    if not isinstance(said, dict):
        return known
    data = a_text(said, "flow_token", LONGEST_DATA)
    fields = {
        storable(key): _said(value) for key, value in list(said.items())[:_MOST_FIELDS] if key != "flow_token"
    }
    return replace(
        known, kind=Kind.FORM, data=data, fields=fields, message_ref=known.quoted_ref, quoted_ref=""
    )


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return AGREED if value else ""
    return (
        storable(value)[:LONGEST_TEXT]
        if isinstance(value, str)
        else str(value)
        if isinstance(value, int)
        else ""
    )


def _tap(known: Incoming, data: str, number: str) -> Incoming:
    if not data:
        return known
    if data == OWN_NUMBER:
        return replace(known, kind=Kind.CONTACT, quoted_ref="", phone=f"+{number}" if number else "")
    return replace(known, kind=Kind.TAP, data=data, message_ref=known.quoted_ref, quoted_ref="")


def _read_file(known: Incoming, kind: str, content: dict[str, Any]) -> Incoming:
    what, usual = _FILES[kind]
    words = a_text(content, "caption", LONGEST_TEXT)
    known = replace(known, text=words, look_lost=_has_other_marks(words))
    ref = a_text(content, "id", 200)
    if not ref:
        return known
    # pictures sent together arrive one by one, and nothing says that they belong together but their time
    album = "" if known.at is None else str(int(known.at.timestamp()) // _TOGETHER_SECONDS)
    known = replace(known, album=album if kind in ("image", "video") else "")
    mime = a_text(content, "mime_type", 100).partition(";")[0] or usual
    return replace(known, kind=what, file=Received(REF + ref, a_text(content, "filename", 120), mime))


def _read_location(known: Incoming, message: dict[str, Any], _: str) -> Incoming:
    location = an_object(message, "location")
    latitude, longitude = a_degree(location, "latitude", 90), a_degree(location, "longitude", 180)
    if latitude is None or longitude is None:
        return known
    return replace(known, kind=Kind.LOCATION, latitude=latitude, longitude=longitude)


def _read_contacts(known: Incoming, message: dict[str, Any], number: str) -> Incoming:
    """Only a card that was asked for is the person's own; any other may bear any number."""
    cards = a_list(message, "contacts")
    card = cards[0] if cards and isinstance(cards[0], dict) else {}
    own = a_text(card, "origin", 64).startswith("contact_request")
    return replace(
        known, kind=Kind.CONTACT, phone=f"+{number}" if own and number else "", foreign_contact=not own
    )


_READERS: dict[str, Callable[[Incoming, dict[str, Any], str], Incoming]] = {
    "text": _read_text,
    "button": _read_button,
    "interactive": _read_interactive,
    "location": _read_location,
    "contacts": _read_contacts,
}
