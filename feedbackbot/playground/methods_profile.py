"""Bot API methods about the bot itself, its commands, the people, and files to download."""

from typing import Any

from feedbackbot.playground.api_call import ApiCall
from feedbackbot.playground.bot_profile import read_commands, read_language, read_scope
from feedbackbot.playground.files import MOST_BYTES_TO_DOWNLOAD
from feedbackbot.playground.methods_send import Method
from feedbackbot.playground.refusals import bad_request
from feedbackbot.playground.state import World

ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "record_audio",
    "upload_audio", "upload_document", "choose_sticker", "find_location", "pick_up_location", "record_video_note",
    "upload_video_note", "cancel",
}  # fmt: skip
ABILITIES = {
    "can_join_groups": False,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
    "can_connect_to_business": False,
    "has_main_web_app": False,
}
NO_GIFTS = {
    "unlimited_gifts": False,
    "limited_gifts": False,
    "unique_gifts": False,
    "premium_subscription": False,
    "gifts_from_channels": False,
}


def get_me(world: World, call: ApiCall) -> Any:
    """getMe."""
    return {**world.bot.user, **ABILITIES}


def set_my_commands(world: World, call: ApiCall) -> Any:
    """setMyCommands, for a scope and a language."""
    commands = read_commands(call)
    return _keep_commands(world, call, commands)


def delete_my_commands(world: World, call: ApiCall) -> Any:
    """deleteMyCommands: the next wider scope shows again."""
    return _keep_commands(world, call, [])


def _keep_commands(world: World, call: ApiCall, commands: list[dict[str, str]]) -> bool:
    scope, chat_id = read_scope(call)
    language = read_language(call)
    _check_scope(world, call, chat_id)
    if commands:
        world.bot.commands[scope, language] = commands
    else:
        world.bot.commands.pop((scope, language), None)
    world.show_commands(only=chat_id)
    return True


def _check_scope(world: World, call: ApiCall, chat_id: int | None) -> None:
    if chat_id is None:
        return
    if chat_id not in world.people:
        raise bad_request("chat not found")
    call.person_id = chat_id


def get_my_commands(world: World, call: ApiCall) -> Any:
    """getMyCommands: exactly this scope and language."""
    scope, chat_id = read_scope(call)
    _check_scope(world, call, chat_id)
    return world.bot.commands.get((scope, read_language(call)), [])


def _setter(field: str) -> Method:
    def put(world: World, call: ApiCall) -> Any:
        world.bot.set_text(field, read_language(call), call.text(field))
        return True

    put.__doc__ = f"Set the bot's {field} in a language."
    return put


def _getter(field: str) -> Method:
    def get(world: World, call: ApiCall) -> Any:
        return {field: world.bot.get_text(field, read_language(call))}

    get.__doc__ = f"The bot's {field} in a language."
    return get


def get_chat(world: World, call: ApiCall) -> Any:
    """getChat."""
    resident = world.chat_of(call)
    full = {**resident.chat, "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": NO_GIFTS}
    if resident.username:
        full["active_usernames"] = [resident.username]
    pinned = resident.letters.get(resident.pinned[-1]) if resident.pinned else None
    if pinned is not None:
        full["pinned_message"] = pinned.api
    return full


def get_chat_member(world: World, call: ApiCall) -> Any:
    """getChatMember: in a private chat there are the person and the bot."""
    resident = world.chat_of(call)
    user_id = call.number("user_id")
    if user_id <= 0:
        raise bad_request("Invalid user_id specified")
    if user_id not in (resident.id, world.bot.id):
        raise bad_request("member not found")
    user = resident.user if user_id == resident.id else world.bot.user
    if user_id == world.bot.id and resident.blocked:
        return {"status": "kicked", "user": user, "until_date": 0}
    return {"status": "member", "user": user}


def set_chat_menu_button(world: World, call: ApiCall) -> Any:
    """setChatMenuButton for one chat or, without chat_id, for all."""
    button = call.structure("menu_button", "Can't parse menu button JSON object") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in ("default", "commands", "web_app"):
        raise bad_request("Can't parse menu button: MenuButton has unsupported type")
    if call.text("chat_id"):
        world.chat_of(call).menu_button = button
    else:
        world.bot.menu_button = button
    return True


def get_chat_menu_button(world: World, call: ApiCall) -> Any:
    """getChatMenuButton."""
    own = world.chat_of(call).menu_button if call.text("chat_id") else None
    return own or world.bot.menu_button


def send_chat_action(world: World, call: ApiCall) -> Any:
    """sendChatAction."""
    action = call.text("action").lower()
    if action not in ACTIONS:
        raise bad_request("Wrong parameter action in request")
    resident = world.addressee(call)
    world.events.emit("chat_action", resident.id, action=action)
    return True


def get_file(world: World, call: ApiCall) -> Any:
    """getFile: where a file can be fetched, up to 20 MB."""
    file_id = call.text("file_id")
    if not file_id:
        raise bad_request("file_id not specified")
    stored = world.files.find(file_id)
    if stored is None or world.files.content(stored) is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if stored.size > MOST_BYTES_TO_DOWNLOAD:
        raise bad_request("file is too big")
    return {
        "file_id": stored.file_id,
        "file_unique_id": stored.unique_id,
        "file_size": stored.size,
        "file_path": world.files.path_of(stored),
    }


def on_abandon(world: World, call: ApiCall) -> Any:
    """logOut and close: nothing is kept of the session here, so there is nothing to end."""
    return True


METHODS: dict[str, Method] = {
    "getMe": get_me,
    "setMyCommands": set_my_commands,
    "deleteMyCommands": delete_my_commands,
    "getMyCommands": get_my_commands,
    "setMyName": _setter("name"),
    "getMyName": _getter("name"),
    "setMyDescription": _setter("description"),
    "getMyDescription": _getter("description"),
    "setMyShortDescription": _setter("short_description"),
    "getMyShortDescription": _getter("short_description"),
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "setChatMenuButton": set_chat_menu_button,
    "getChatMenuButton": get_chat_menu_button,
    "sendChatAction": send_chat_action,
    "getFile": get_file,
    "logOut": on_abandon,
    "close": on_abandon,
}
