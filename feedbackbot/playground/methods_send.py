"""Bot API methods that put a new message into a chat."""

import json
from collections.abc import Callable
from typing import Any, TypeAlias

from feedbackbot.playground.api_call import ApiCall
from feedbackbot.playground.files import StoredFile, as_media
from feedbackbot.playground.markup import read_markup
from feedbackbot.playground.refusals import bad_request
from feedbackbot.playground.state import World
from feedbackbot.playground.text_rules import caption_text, message_text
from feedbackbot.playground.users import Resident

Method: TypeAlias = Callable[[World, ApiCall], Any]
Content: TypeAlias = dict[str, Any]

MISSING = {"photo": "photo", "document": "document", "voice": "voice", "video": "video", "sticker": "sticker"}
ALBUM_KINDS = ("photo", "video", "document")
MOST_IN_ALBUM = 10


def send_message(world: World, call: ApiCall) -> Any:
    """sendMessage."""
    values = call.values
    markup = read_markup(values.get("reply_markup"))
    text, entities = message_text(call.text("text"), call.text("parse_mode"), call.structure("entities"))
    resident = world.addressee(call)
    content: Content = {"text": text}
    if entities:
        content["entities"] = entities
    preview = call.structure("link_preview_options", "Can't parse link preview options JSON object")
    if preview:
        content["link_preview_options"] = preview
    content.update(common_fields(call, resident))
    return world.post(call, resident, content, markup).api


def common_fields(call: ApiCall, resident: Resident) -> Content:
    """What every kind of message may carry: the message it replies to, protection."""
    content: Content = {}
    if "reply_parameters" in call.values or "reply_to_message_id" in call.values:
        replied = _replied(call, resident)
        if replied is not None:
            content["reply_to_message"] = replied
    if "protect_content" in call.values and call.flag("protect_content"):
        content["has_protected_content"] = True
    return content


def _replied(call: ApiCall, resident: Resident) -> Content | None:
    given = call.structure("reply_parameters", "Can't parse reply parameters JSON object")
    if given is None:
        message_id, lenient = call.number("reply_to_message_id"), call.flag("allow_sending_without_reply")
    elif not isinstance(given, dict):
        raise bad_request("Object expected as reply parameters")
    else:
        message_id, lenient = (
            int(given.get("message_id") or 0),
            bool(given.get("allow_sending_without_reply")),
        )
    if message_id == 0:
        return None
    letter = resident.letters.get(message_id)
    if letter is None and not lenient:
        raise bad_request("message to be replied not found")
    # A reply's own reply is not shown, as with Telegram.
    return (
        {name: value for name, value in letter.api.items() if name != "reply_to_message"} if letter else None
    )


def take_file(world: World, call: ApiCall, kind: str, given: str) -> StoredFile:
    """The file that a parameter means: an upload, `attach://name`, or the id of an earlier one. Raises `Refusal`."""
    name = given.removeprefix("attach://") if given.startswith("attach://") else ""
    upload = call.files.get(name or kind if name or not given else "")
    if upload is not None:
        return world.files.put(kind, upload.name, upload.mime, upload.content)
    if name:
        raise bad_request("Wrong file identifier/HTTP URL specified")
    if not given:
        raise bad_request(f"there is no {MISSING[kind]} in the request")
    if given.startswith(("http://", "https://")):
        # The playground fetches nothing from outside.
        raise bad_request("Failed to get HTTP URL content")
    return world.files.reuse(given, kind)


def _sender(kind: str) -> Method:
    def send(world: World, call: ApiCall) -> Any:
        markup = read_markup(call.values.get("reply_markup"))
        text, entities = ("", []) if kind == "sticker" else _caption(call)
        resident = world.addressee(call)
        content = media_content(take_file(world, call, kind, call.text(kind)), text, entities)
        content.update(common_fields(call, resident))
        return world.post(call, resident, content, markup).api

    send.__doc__ = f"send{kind.capitalize()}."
    return send


def _caption(call: ApiCall) -> tuple[str, list[dict[str, Any]]]:
    return caption_text(call.text("caption"), call.text("parse_mode"), call.structure("caption_entities"))


def media_content(stored: StoredFile, caption: str, entities: list[dict[str, Any]]) -> Content:
    """The fields of a message with a file."""
    content: Content = {stored.kind: as_media(stored)}
    if caption:
        content["caption"] = caption
    if entities:
        content["caption_entities"] = entities
    return content


def read_input_media(world: World, call: ApiCall, given: Any, in_album: bool) -> Content:
    """The content that an InputMedia describes. Raises `Refusal`."""
    if not isinstance(given, dict):
        raise bad_request("Can't parse InputMedia: expected an Object")
    kind = given.get("type")
    if kind not in ALBUM_KINDS:
        where = "can't be used in sendMediaGroup" if in_album else "is unsupported"
        raise bad_request(f'Can\'t parse InputMedia: type "{kind}" {where}')
    if not given.get("media"):
        raise bad_request("Can't parse InputMedia: media not found")
    text, entities = caption_text(
        str(given.get("caption") or ""), str(given.get("parse_mode") or ""), given.get("caption_entities")
    )
    return media_content(take_file(world, call, kind, str(given["media"])), text, entities)


def send_media_group(world: World, call: ApiCall) -> Any:
    """sendMediaGroup: several messages with one media_group_id."""
    media = call.structure("media", "Can't parse media JSON object")
    if not isinstance(media, list):
        raise bad_request("Expected an Array of InputMedia")
    if not media:
        raise bad_request("There are no messages to send")
    if len(media) > MOST_IN_ALBUM:
        raise bad_request("Too many messages to send as an album")
    kinds = {item.get("type") for item in media if isinstance(item, dict)}
    if "document" in kinds and len(kinds) > 1:
        raise bad_request("Can't use the media of the specified type in the album")
    resident = world.addressee(call)
    contents = [read_input_media(world, call, item, in_album=True) for item in media]
    shared = {"media_group_id": str(10**16 + world.last_message_id + 1), **common_fields(call, resident)}
    return [world.post(call, resident, {**content, **shared}, None).api for content in contents]


def send_location(world: World, call: ApiCall) -> Any:
    """sendLocation."""
    markup = read_markup(call.values.get("reply_markup"))
    place = {}
    for field in ("latitude", "longitude"):
        given = call.text(field)
        if not given:
            raise bad_request(f"{field} is empty")
        try:
            place[field] = float(given)
        except ValueError:
            place[field] = 0.0
    if abs(place["latitude"]) > 90 or abs(place["longitude"]) > 180:
        raise bad_request("Wrong location specified")
    resident = world.addressee(call)
    return world.post(call, resident, {"location": place, **common_fields(call, resident)}, markup).api


def send_contact(world: World, call: ApiCall) -> Any:
    """sendContact."""
    markup = read_markup(call.values.get("reply_markup"))
    contact = {}
    for field in ("phone_number", "first_name"):
        contact[field] = call.text(field)
        if not contact[field]:
            raise bad_request(f'Parameter "{field}" is required')
    for field in ("last_name", "vcard"):
        if call.text(field):
            contact[field] = call.text(field)
    resident = world.addressee(call)
    return world.post(call, resident, {"contact": contact, **common_fields(call, resident)}, markup).api


def copy_message(world: World, call: ApiCall) -> Any:
    """copyMessage: the content again, as a new message of the bot."""
    markup = read_markup(call.values.get("reply_markup"))
    letter = _source(world, call, "message to copy")
    resident = world.addressee(call)
    content = _content_of(letter.api)
    if "caption" in call.values:
        text, entities = _caption(call)
        content = {
            name: value for name, value in content.items() if name not in ("caption", "caption_entities")
        }
        content.update(
            {"caption": text} if text else {}, **({"caption_entities": entities} if entities else {})
        )
    content.update(common_fields(call, resident))
    return {"message_id": world.post(call, resident, content, markup).message_id}


def forward_message(world: World, call: ApiCall) -> Any:
    """forwardMessage."""
    letter = _source(world, call, "message to forward")
    resident = world.addressee(call)
    origin = {"type": "user", "date": letter.api["date"], "sender_user": letter.api["from"]}
    return world.post(call, resident, {**_content_of(letter.api), "forward_origin": origin}, None).api


def _source(world: World, call: ApiCall, words: str) -> Any:
    return world.chat_of(call, "from_chat_id").letter(call.number("message_id"), words)


def _content_of(api: Content) -> Content:
    frame = (
        "message_id",
        "from",
        "chat",
        "date",
        "edit_date",
        "reply_markup",
        "reply_to_message",
        "media_group_id",
    )
    return json.loads(json.dumps({name: value for name, value in api.items() if name not in frame}))  # type: ignore[no-any-return]


METHODS: dict[str, Method] = {
    "sendMessage": send_message,
    "sendPhoto": _sender("photo"),
    "sendDocument": _sender("document"),
    "sendVoice": _sender("voice"),
    "sendVideo": _sender("video"),
    "sendSticker": _sender("sticker"),
    "sendMediaGroup": send_media_group,
    "sendLocation": send_location,
    "sendContact": send_contact,
    "copyMessage": copy_message,
    "forwardMessage": forward_message,
}
