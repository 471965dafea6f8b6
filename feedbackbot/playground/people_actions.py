"""What people do: each act changes their chat and becomes an update for the bot.

Acts raise `CannotDo` where a real app would not let her.
"""

from typing import Any

from feedbackbot.playground.account_actions import unblock
from feedbackbot.playground.cannot_do import CannotDo
from feedbackbot.playground.chat_messages import ChatMessage
from feedbackbot.playground.files import as_media
from feedbackbot.playground.html_tags import utf16_length
from feedbackbot.playground.refusals import Refusal
from feedbackbot.playground.state import World
from feedbackbot.playground.text_rules import LONGEST_CAPTION, LONGEST_TEXT, found_entities
from feedbackbot.playground.users import Resident

UPLOAD_KINDS = ("photo", "document", "voice", "sticker", "video")
MIMES = {"photo": "image/jpeg", "voice": "audio/ogg", "sticker": "image/webp", "video": "video/mp4"}

Json = dict[str, Any]


def find_person(world: World, number: int) -> Resident:
    """The person of an id."""
    resident = world.people.get(number)
    if resident is None:
        raise CannotDo(f"there is no person {number}", 404)
    return resident


def _write(world: World, resident: Resident, content: Json, reply_to: int | None = None) -> ChatMessage:
    """Her new message: shown, kept and queued."""
    if resident.blocked:
        raise CannotDo(f"{resident.name} has blocked the bot: unblock it first")
    if resident.deactivated:
        raise CannotDo(f"{resident.name} has deleted the account")
    if not resident.started:
        resident.started = True
        world.events.emit("person", resident.id, profile=resident.profile())
    world.last_message_id += 1
    api: Json = {
        "message_id": world.last_message_id,
        "from": resident.user,
        "chat": resident.chat,
        "date": world.now(),
        **content,
    }
    replied = resident.letters.get(reply_to) if reply_to else None
    if replied is not None:
        api["reply_to_message"] = {k: v for k, v in replied.api.items() if k != "reply_to_message"}
    letter = ChatMessage(resident.id, api, False)
    world.archive.keep(resident, letter)
    world.events.emit("message", resident.id, message=letter)
    world.updates.add("message", resident.id, api)
    if resident.keyboard is not None and resident.keyboard["one_time"]:
        world.show_keyboard(resident, None)
    return letter


def write_text(world: World, resident: Resident, text: str, reply_to: int | None = None) -> Json:
    """She sends a text; one over 4,096 units goes out in several messages, as the apps do it."""
    if not text.strip():
        raise CannotDo("an empty text cannot be sent", 400)
    numbers = []
    for piece in _pieces(text):
        content: Json = {"text": piece}
        entities = found_entities(piece)
        if entities:
            content["entities"] = entities
        numbers.append(_write(world, resident, content, reply_to).message_id)
    return {"message_id": numbers[-1], "message_ids": numbers}


def _pieces(text: str) -> list[str]:
    if len(text) * 2 <= LONGEST_TEXT or utf16_length(text) <= LONGEST_TEXT:
        return [text]
    pieces: list[str] = []
    piece: list[str] = []
    room = LONGEST_TEXT
    for letter in text:
        size = 2 if ord(letter) > 0xFFFF else 1
        if size > room:
            pieces.append("".join(piece))
            piece, room = [], LONGEST_TEXT
        piece.append(letter)
        room -= size
    return [one for one in (*pieces, "".join(piece)) if one.strip()]


def press_start(world: World, resident: Resident, payload: str = "") -> Json:
    """She opens the bot, or its deep link, and presses Start; that also ends a block."""
    if resident.blocked:
        unblock(world, resident)
    return write_text(world, resident, f"/start {payload}".strip())


def tap(
    world: World,
    resident: Resident,
    message_id: int,
    data: str | None = None,
    row: int | None = None,
    column: int | None = None,
    force: bool = False,
) -> Json:
    """She taps a button, by its data or its place. `force` sends data that is on no button, as a forger would."""
    if resident.blocked:
        raise CannotDo(f"{resident.name} has blocked the bot: unblock it first")
    letter = resident.letters.get(message_id)
    if not force:
        button = _button(letter, data, row, column)
        if "url" in button:
            return {"url": button["url"]}
        if "callback_data" not in button:
            raise CannotDo("the playground cannot press a button of this kind")
        data = button["callback_data"]
    query_id = world.new_tap(resident.id)
    query: Json = {
        "id": query_id,
        "from": resident.user,
        "message": letter.api if letter else {"chat": resident.chat, "message_id": message_id, "date": 0},
        "chat_instance": str(resident.id * 7919),
        "data": data or "",
    }
    world.updates.add("callback_query", resident.id, query)
    return {"callback_query_id": query_id}


def _button(letter: ChatMessage | None, data: str | None, row: int | None, column: int | None) -> Json:
    if letter is None:
        raise CannotDo("there is no such message", 404)
    rows = letter.inline_keyboard
    if data is not None:
        for button in (button for buttons in rows for button in buttons):
            if button.get("callback_data") == data:
                return button
        raise CannotDo(f"no button of message {letter.message_id} carries {data!r}")
    try:
        return rows[row or 0][column or 0]
    except IndexError:
        raise CannotDo(f"message {letter.message_id} has no button there") from None


def share_contact(world: World, resident: Resident, contact: Json) -> Json:
    """She shares her own number ({"own": true}) or another person's card ({"phone", "name", "user_id"?})."""
    if contact.get("own"):
        shared: Json = {k: v for k, v in resident.user.items() if k in ("first_name", "last_name")}
        # The apps send one's own number without the plus sign.
        shared |= {"phone_number": resident.phone.removeprefix("+"), "user_id": resident.id}
    else:
        shared = {
            "phone_number": str(contact.get("phone") or ""),
            "first_name": str(contact.get("name") or "Contact"),
        }
        if not shared["phone_number"]:
            raise CannotDo("a contact needs a phone number", 400)
        if contact.get("user_id"):
            shared["user_id"] = int(contact["user_id"])
    return {"message_id": _write(world, resident, {"contact": shared}).message_id}


def share_location(world: World, resident: Resident, latitude: float, longitude: float) -> Json:
    """She sends a place."""
    place = {"latitude": latitude, "longitude": longitude}
    return {"message_id": _write(world, resident, {"location": place}).message_id}


def upload(
    world: World,
    resident: Resident,
    kind: str,
    content: bytes,
    name: str = "",
    mime: str = "",
    caption: str = "",
    media_group_id: str = "",
) -> Json:
    """She sends a file."""
    if kind not in UPLOAD_KINDS:
        raise CannotDo(f"kind must be one of {', '.join(UPLOAD_KINDS)}", 400)
    if utf16_length(caption) > LONGEST_CAPTION:
        raise CannotDo("the caption is too long", 400)
    mime = mime or MIMES.get(kind, "application/octet-stream")
    try:
        stored = world.files.put(kind, name or f"{kind}.bin", mime, content)
    except Refusal as refusal:
        raise CannotDo(refusal.description, 400) from refusal
    message: Json = {kind: as_media(stored)}
    if caption:
        message["caption"] = caption
        entities = found_entities(caption)
        if entities:
            message["caption_entities"] = entities
    if media_group_id:
        message["media_group_id"] = media_group_id
    return {"message_id": _write(world, resident, message).message_id, "file_id": stored.file_id}


def edit(world: World, resident: Resident, message_id: int, text: str) -> Json:
    """She edits her own message."""
    old = resident.letters.get(message_id)
    if old is None or old.from_bot or old.text is None:
        raise CannotDo("only a text of her own can be edited", 404 if old is None else 409)
    changed = "text" if "text" in old.api else "caption"
    marks = "entities" if changed == "text" else "caption_entities"
    api = {**old.api, changed: text, marks: found_entities(text), "edit_date": world.now()}
    if not api[marks]:
        del api[marks]
    letter = ChatMessage(resident.id, api, False)
    resident.letters[message_id] = letter
    world.events.emit("edited", resident.id, message=letter)
    world.updates.add("edited_message", resident.id, api)
    return {"message_id": message_id}
