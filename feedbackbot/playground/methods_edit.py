"""Bot API methods that change or remove a message, or answer a tap on it."""

import time
from typing import Any

from feedbackbot.playground.api_call import ApiCall
from feedbackbot.playground.chat_messages import ChatMessage
from feedbackbot.playground.html_tags import utf16_length
from feedbackbot.playground.markup import Markup, read_markup
from feedbackbot.playground.methods_send import Method, read_input_media
from feedbackbot.playground.refusals import NOT_MODIFIED, QUERY_TOO_OLD, bad_request
from feedbackbot.playground.state import World
from feedbackbot.playground.text_rules import caption_text, message_text
from feedbackbot.playground.users import Resident

LONGEST_TOAST = 200
MOST_IN_ONE_DELETE = 100
DELETABLE_SECONDS = 48 * 3600
MEDIA = ("photo", "document", "voice", "video", "sticker")


def edit_message_text(world: World, call: ApiCall) -> Any:
    """editMessageText."""
    markup = read_markup(call.values.get("reply_markup"))
    text, entities = message_text(call.text("text"), call.text("parse_mode"), call.structure("entities"))
    resident, old = _to_edit(world, call)
    if "text" not in old.api:
        raise bad_request("there is no text in the message to edit")
    return _change(world, call, resident, old, {"text": text, "entities": entities or None}, markup)


def edit_message_caption(world: World, call: ApiCall) -> Any:
    """editMessageCaption."""
    markup = read_markup(call.values.get("reply_markup"))
    text, entities = caption_text(
        call.text("caption"), call.text("parse_mode"), call.structure("caption_entities")
    )
    resident, old = _to_edit(world, call)
    if not any(kind in old.api for kind in MEDIA) or "sticker" in old.api:
        raise bad_request("there is no caption in the message to edit")
    return _change(
        world, call, resident, old, {"caption": text or None, "caption_entities": entities or None}, markup
    )


def edit_message_media(world: World, call: ApiCall) -> Any:
    """editMessageMedia: another file, or a file in place of text."""
    markup = read_markup(call.values.get("reply_markup"))
    given = call.structure("media", "Can't parse input media JSON object")
    if given is None:
        raise bad_request('Parameter "media" is required')
    resident, old = _to_edit(world, call)
    if "media_group_id" in old.api and isinstance(given, dict) and given.get("type") not in old.api:
        raise bad_request("message can't be edited")
    content = read_input_media(world, call, given, in_album=False)
    gone = dict.fromkeys((*MEDIA, "text", "entities", "caption", "caption_entities", "link_preview_options"))
    return _change(world, call, resident, old, {**gone, **content}, markup)


def edit_message_reply_markup(world: World, call: ApiCall) -> Any:
    """editMessageReplyMarkup; without a markup the buttons go."""
    markup = read_markup(call.values.get("reply_markup"))
    resident, old = _to_edit(world, call)
    return _change(world, call, resident, old, {}, markup)


def _to_edit(world: World, call: ApiCall) -> tuple[Resident, ChatMessage]:
    if call.text("inline_message_id") and not call.text("chat_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    resident = world.addressee(call)
    letter = resident.letter(call.number("message_id"), "message to edit")
    if not letter.from_bot or letter.markup_kind not in (None, "inline") or "forward_origin" in letter.api:
        raise bad_request("message can't be edited")
    return resident, letter


def _change(
    world: World,
    call: ApiCall,
    resident: Resident,
    old: ChatMessage,
    content: dict[str, Any],
    markup: Markup | None,
) -> Any:
    """Put `content` (None takes a field away) and the markup into a message; refuses what changes nothing."""
    if markup is not None and markup.kind != "inline":
        raise bad_request("inline keyboard expected")
    api = {**old.api, **content}
    api["reply_markup"] = {"inline_keyboard": markup.rows} if markup is not None else None
    api = {name: value for name, value in api.items() if value is not None}
    if {**api, "edit_date": 0} == {**old.api, "edit_date": 0}:
        raise bad_request(NOT_MODIFIED)
    api["edit_date"] = world.now()
    return world.replace(call, resident, old, api).api


def delete_message(world: World, call: ApiCall) -> Any:
    """deleteMessage."""
    resident = world.addressee(call)
    letter = resident.letter(call.number("message_id"), "message to delete")
    if world.now() - letter.api["date"] > DELETABLE_SECONDS:
        raise bad_request("message can't be deleted for everyone")
    _delete(world, resident, letter.message_id)
    return True


def delete_messages(world: World, call: ApiCall) -> Any:
    """deleteMessages; those that are not there are passed over."""
    numbers = call.structure("message_ids", "Can't parse message_ids JSON object")
    if numbers is None:
        raise bad_request("Message identifiers are not specified")
    if not isinstance(numbers, list):
        raise bad_request("Expected an Array of message identifiers")
    if len(numbers) > MOST_IN_ONE_DELETE:
        raise bad_request("Too many message identifiers specified")
    resident = world.addressee(call)
    for number in numbers:
        letter = resident.letters.get(int(number))
        if letter is not None and world.now() - letter.api["date"] <= DELETABLE_SECONDS:
            _delete(world, resident, letter.message_id)
    return True


def _delete(world: World, resident: Resident, message_id: int) -> None:
    world.archive.remove(resident, message_id)
    world.events.emit("deleted", resident.id, message_id=message_id)


def answer_callback_query(world: World, call: ApiCall) -> Any:
    """answerCallbackQuery: once, and only while the app still waits for it."""
    query_id = call.text("callback_query_id")
    tap = world.taps.get(query_id)
    if tap is not None:
        call.person_id = tap.person_id
    text = call.text("text")
    if utf16_length(text) > LONGEST_TOAST:
        raise bad_request("MESSAGE_TOO_LONG")
    if tap is None or tap.answered or time.monotonic() - tap.at > world.bounds.tap_seconds:
        raise bad_request(QUERY_TOO_OLD)
    if call.text("url"):
        raise bad_request("URL_INVALID")
    tap.answered = True
    world.events.emit("tap_answered", tap.person_id, callback_query_id=query_id)
    if text:
        alert = call.flag("show_alert")
        world.events.emit("toast", tap.person_id, text=text, show_alert=alert, callback_query_id=query_id)
    return True


def pin_chat_message(world: World, call: ApiCall) -> Any:
    """pinChatMessage."""
    resident = world.addressee(call)
    letter = resident.letter(call.number("message_id"), "message to pin")
    if letter.message_id not in resident.pinned:
        resident.pinned.append(letter.message_id)
    return True


def unpin_chat_message(world: World, call: ApiCall) -> Any:
    """unpinChatMessage: the named one, or the newest."""
    resident = world.addressee(call)
    message_id = call.number("message_id") or (resident.pinned[-1] if resident.pinned else 0)
    if message_id not in resident.pinned:
        raise bad_request("message to unpin not found")
    resident.pinned.remove(message_id)
    return True


def unpin_all_chat_messages(world: World, call: ApiCall) -> Any:
    """unpinAllChatMessages."""
    world.addressee(call).pinned.clear()
    return True


def set_message_reaction(world: World, call: ApiCall) -> Any:
    """setMessageReaction: one emoji at most, as for every bot."""
    reactions = call.structure("reaction", "Can't parse reaction types JSON object") or []
    if not isinstance(reactions, list):
        raise bad_request("Expected an Array of ReactionType")
    if len(reactions) > 1 or any(
        not isinstance(one, dict) or one.get("type") != "emoji" for one in reactions
    ):
        raise bad_request("REACTION_INVALID")
    resident = world.addressee(call)
    resident.letter(call.number("message_id"), "message to react")
    return True


METHODS: dict[str, Method] = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageMedia": edit_message_media,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
    "answerCallbackQuery": answer_callback_query,
    "pinChatMessage": pin_chat_message,
    "unpinChatMessage": unpin_chat_message,
    "unpinAllChatMessages": unpin_all_chat_messages,
    "setMessageReaction": set_message_reaction,
}
