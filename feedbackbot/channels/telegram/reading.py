"""A raw update becomes `Incoming`, and before it is understood an `Arrival` of the inbox. Takes anything and never raises: what cannot be
read is nothing that happened.

By hand rather than by PTB's `Update.de_json`, which costs more than ten times as much; tests/channels compares the two.
"""

import hashlib
import json
from dataclasses import replace
from typing import Any

from feedbackbot.channels.command_text import COMMAND
from feedbackbot.channels.raw_values import a_count, a_degree, a_text, an_object, storable
from feedbackbot.channels.telegram.marked_text import marked_text
from feedbackbot.channels.telegram.notices import NOTICES
from feedbackbot.channels.telegram.received_media import received_file
from feedbackbot.dialogue.incoming import Incoming, Kind
from feedbackbot.storage.pipeline.inbox import Arrival

NAME = "telegram"
LONGEST_TEXT = 4096
_NOTHING = Incoming(NAME, "", Kind.NOTHING)


def read_body(body: str) -> Incoming:
    """As `read_update`, from the JSON text as it lies in the inbox."""
    try:
        return read_update(json.loads(body))
    except (ValueError, RecursionError):
        return _NOTHING


def read_update(raw: object) -> Incoming:
    """What happened, from one update as `json.loads` gives it."""
    if not isinstance(raw, dict) or a_count(raw, "update_id") is None:
        return _NOTHING
    for field, read in _READERS:
        if field in raw:
            content = an_object(raw, field)
            known = read(content)
            if known.kind is Kind.NOTHING and (group := _group_of(content)):
                return replace(known, group=group)
            return known
    return _NOTHING


def _group_of(content: dict[str, Any]) -> str:
    """The group, channel or other chat of several in which the bot is, "" for a private one and for one that it has left."""
    chat = an_object(content, "chat")
    number = chat.get("id")
    gone = an_object(content, "new_chat_member").get("status") in ("left", "kicked")
    if gone or chat.get("type") not in ("group", "supergroup", "channel"):
        return ""
    return str(number) if isinstance(number, int) and -(2**63) <= number < 0 else ""


def chat_of(raw: dict[str, Any]) -> str:
    """The private chat that an update belongs to, "" for none."""
    for field, _ in _READERS:
        if field in raw:
            content = an_object(raw, field)
            return _tapped_chat(content) if field == "callback_query" else _private_chat(content)
    return ""


def _private_chat(content: dict[str, Any]) -> str:
    chat = an_object(content, "chat")
    number = a_count(chat, "id")
    return str(number) if number and chat.get("type") == "private" else ""


def _tapped_chat(query: dict[str, Any]) -> str:
    """A tap on a message that Telegram no longer names comes from the person's own chat, whose number is the person's."""
    if "message" in query:
        return _private_chat(an_object(query, "message"))
    number = a_count(an_object(query, "from"), "id")
    return str(number) if number else ""


def _from_person(content: dict[str, Any], address: str) -> Incoming | None:
    """The beginnings of an `Incoming`; None where no person in a private chat did it."""
    sender = an_object(content, "from")
    if not address or sender.get("is_bot") is not False or a_count(sender, "id") is None:
        return None
    return Incoming(NAME, address, Kind.OTHER, language=a_text(sender, "language_code", 16))


def _read_message(message: dict[str, Any]) -> Incoming:
    known = _from_person(message, _private_chat(message))
    if known is None:
        return _NOTHING
    known = replace(
        known,
        text=_words(message),
        album=a_text(message, "media_group_id", 64),
        own_ref=_own_ref(message),
        **_look(message),
    )
    if "reply_to_message" in message:
        known = _with_quoted(known, an_object(message, "reply_to_message"))
    if isinstance(message.get("text"), str):
        return _read_text(known)
    if (carried := received_file(message)) is not None:
        return replace(known, kind=carried[0], file=carried[1])
    if "contact" in message:
        return _read_contact(known, message)
    if "location" in message:
        return _read_location(known, an_object(message, "location"))
    return replace(known, kind=Kind.NOTHING) if NOTICES & message.keys() else known


def _own_ref(message: dict[str, Any]) -> str:
    number = a_count(message, "message_id")
    return "" if number is None else str(number)


def _words(message: dict[str, Any]) -> str:
    return a_text(message, "text", LONGEST_TEXT) or a_text(message, "caption", LONGEST_TEXT)


def _look(message: dict[str, Any]) -> dict[str, Any]:
    """What the editor set; of a text that had to be cut or cleaned the places do not hold."""
    part, entities = ("text", "entities") if "text" in message else ("caption", "caption_entities")
    if entities not in message:
        return {}
    marked, lost = marked_text(message.get(part), message[entities])
    held = message.get(part) == _words(message)
    return {"marked": marked if held else "", "look_lost": lost or bool(marked and not held)}


def _with_quoted(known: Incoming, replied_to: dict[str, Any]) -> Incoming:
    """Only what the bot had said; in a private chat no other bot speaks."""
    number = a_count(replied_to, "message_id")
    if number is None or an_object(replied_to, "from").get("is_bot") is not True:
        return known
    return replace(known, quoted_ref=str(number), quoted=_words(replied_to))


def _read_text(known: Incoming) -> Incoming:
    command = COMMAND.fullmatch(known.text)
    if command is None:
        return replace(known, kind=Kind.TEXT)
    return replace(known, kind=Kind.COMMAND, command=command[1].lower(), text=command[2].strip())


_NOT_BY_HAND = frozenset({"forward_origin", "forward_date", "forward_from", "forward_sender_name", "via_bot"})


def _read_contact(known: Incoming, message: dict[str, Any]) -> Incoming:
    contact = an_object(message, "contact")
    owner = a_count(contact, "user_id")
    own = owner is not None and owner == a_count(an_object(message, "from"), "id")
    # a card that was passed on, or made by another bot, may bear any number
    own = own and not _NOT_BY_HAND & message.keys()
    phone = a_text(contact, "phone_number", 32) if own else ""
    return replace(known, kind=Kind.CONTACT, phone=phone, foreign_contact=not own)


def _read_location(known: Incoming, location: dict[str, Any]) -> Incoming:
    latitude, longitude = a_degree(location, "latitude", 90), a_degree(location, "longitude", 180)
    if latitude is None or longitude is None:
        return known
    return replace(known, kind=Kind.LOCATION, latitude=latitude, longitude=longitude)


def _read_edited(message: dict[str, Any]) -> Incoming:
    known = _from_person(message, _private_chat(message))
    # a shared live location is "edited" every few seconds
    if known is None or "location" in message:
        return _NOTHING
    return replace(known, kind=Kind.EDITED, text=_words(message), own_ref=_own_ref(message))


def _read_tap(query: dict[str, Any]) -> Incoming:
    tap_id = a_text(query, "id", 64)
    known = _from_person(query, _tapped_chat(query))
    if known is None:
        # whose button it was does not matter, it must not go on spinning
        return replace(_NOTHING, tap_id=tap_id)
    message_id = a_count(an_object(query, "message"), "message_id")
    return replace(
        known,
        kind=Kind.TAP,
        data=a_text(query, "data", 64),
        message_ref="" if message_id is None else str(message_id),
        tap_id=tap_id,
    )


def _read_membership(change: dict[str, Any]) -> Incoming:
    known = _from_person(change, _private_chat(change))
    if known is None:
        return _NOTHING
    status = an_object(change, "new_chat_member").get("status")
    if status in ("kicked", "left"):
        return replace(known, kind=Kind.BLOCKED)
    return replace(known, kind=Kind.UNBLOCKED if status == "member" else Kind.NOTHING)


_READERS = (
    ("message", _read_message),
    ("callback_query", _read_tap),
    ("my_chat_member", _read_membership),
    ("edited_message", _read_edited),
)
WANTED = [field for field, _ in _READERS]
"""The kinds of updates that Telegram is asked for (`allowed_updates`)."""


def arrival(raw: object) -> Arrival:
    """One element of what getUpdates returned. One that is no update is kept under a hash of itself, in nobody's chat."""
    try:
        body = json.dumps(raw, separators=(",", ":"))
    except RecursionError:
        body = '"nested too deeply to be kept"'
    if isinstance(raw, dict) and (update_id := a_count(raw, "update_id")) is not None:
        return Arrival(NAME, str(update_id), chat_of(raw), update_id, body)
    return _broken(body)


def arrival_from_webhook(body: bytes) -> Arrival:
    """The body of one webhook call, whatever it is."""
    try:
        return arrival(json.loads(body))
    except (ValueError, RecursionError):
        return _broken(storable(body.decode("utf-8", "replace")))


def _broken(body: str) -> Arrival:
    key = hashlib.sha256(body.encode()).hexdigest()[:40]
    return Arrival(NAME, f"x{key}", "", 0, body, broken=True)


def next_offset(batch: list[Any]) -> int | None:
    """What acknowledges the batch to getUpdates; None where nothing in it can be acknowledged."""
    known = [
        update_id
        for raw in batch
        if isinstance(raw, dict) and (update_id := a_count(raw, "update_id")) is not None
    ]
    return max(known) + 1 if known else None
