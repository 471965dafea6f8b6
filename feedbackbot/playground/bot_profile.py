"""What the bot says of itself: name, descriptions and commands by scope and language."""

import re
from collections.abc import Iterator
from typing import Any

from feedbackbot.playground.api_call import ApiCall
from feedbackbot.playground.refusals import bad_request
from feedbackbot.playground.users import Resident

MOST_COMMANDS = 100
SCOPES = {
    "default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat", "chat_administrators",
    "chat_member",
}  # fmt: skip
LONGEST = {"name": 64, "description": 512, "short_description": 120}

Commands = list[dict[str, str]]


class BotProfile:
    """The one bot of the server. `token` is None until the first call brings one."""

    def __init__(self, username: str, name: str) -> None:
        self.token: str | None = None
        self.username = username
        self.name = name
        self.texts: dict[tuple[str, str], str] = {}
        self.commands: dict[tuple[str, str], Commands] = {}
        self.menu_button: dict[str, Any] = {"type": "commands"}
        self.user: dict[str, Any] = {}
        self._refresh()

    @property
    def id(self) -> int:
        """The number before the colon of the token."""
        return int(self.token.partition(":")[0]) if self.token else 1

    def take_token(self, token: str) -> None:
        """From now on only this token is served."""
        self.token = token
        self._refresh()

    def _refresh(self) -> None:
        self.user = {
            "id": self.id,
            "is_bot": True,
            "first_name": self.texts.get(("name", ""), self.name),
            "username": self.username,
        }

    def as_json(self) -> dict[str, Any]:
        """What the page shows of the bot; never the token."""
        return {
            **self.user,
            "name": self.user["first_name"],
            "description": self.texts.get(("description", ""), ""),
            "short_description": self.texts.get(("short_description", ""), ""),
            "connected": self.token is not None,
        }

    def set_text(self, field: str, language: str, text: str) -> None:
        """Name, description or short description; an empty one is taken away."""
        if len(text) > LONGEST[field]:
            raise bad_request(f"BOT_{field.upper()}_TOO_LONG" if field != "name" else "BOT_TITLE_INVALID")
        if text:
            self.texts[field, language] = text
        else:
            self.texts.pop((field, language), None)
        self._refresh()

    def get_text(self, field: str, language: str) -> str:
        """The text in a language, or the one for all languages."""
        default = self.texts.get((field, ""), self.name if field == "name" else "")
        return self.texts.get((field, language), default)

    def commands_for(self, resident: Resident) -> Commands:
        """The commands that she sees: her chat's, then all private chats', then the default, each by language first."""
        for scope in (f"chat:{resident.id}", "all_private_chats", "default"):
            for language in (resident.language_code, ""):
                found = self.commands.get((scope, language))
                if found:
                    return found
        return []


def read_commands(call: ApiCall) -> Commands:
    """The `commands` of a call. Raises `Refusal`."""
    given = call.structure("commands", "Can't parse commands JSON object")
    if not isinstance(given, list):
        raise bad_request("Expected an Array of BotCommand")
    if len(given) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return list(_checked(given))


def _checked(given: list[Any]) -> Iterator[dict[str, str]]:
    for entry in given:
        if not isinstance(entry, dict):
            raise bad_request("Can't parse BotCommand: expected an Object")
        for field in ("command", "description"):
            if not isinstance(entry.get(field), str):
                raise bad_request(f"Can't parse BotCommand: Can't find field \"{field}\"")
        command = entry["command"].removeprefix("/")
        description = entry["description"].strip()
        if not re.fullmatch(r"[a-z0-9_]{1,32}", command):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(description) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        yield {"command": command, "description": description}


def read_scope(call: ApiCall) -> tuple[str, int | None]:
    """The key of the call's command scope and the chat it is about. Raises `Refusal`."""
    scope = call.structure("scope", "Can't parse BotCommandScope JSON object")
    if scope is None:
        return "default", None
    if not isinstance(scope, dict):
        raise bad_request("Can't parse BotCommandScope: BotCommandScope must be an Object")
    kind = scope.get("type")
    if kind not in SCOPES:
        raise bad_request("Can't parse BotCommandScope: Unsupported type specified")
    if kind not in ("chat", "chat_administrators", "chat_member"):
        return str(kind), None
    try:
        chat_id = int(scope["chat_id"])
    except (KeyError, ValueError, TypeError):
        raise bad_request("Can't parse BotCommandScope: Can't find field \"chat_id\"") from None
    if kind == "chat_member":
        return f"chat_member:{chat_id}:{scope.get('user_id')}", chat_id
    return f"{kind}:{chat_id}", chat_id


def read_language(call: ApiCall) -> str:
    """The two letters of `language_code`, or "" for all. Raises `Refusal`."""
    language = call.text("language_code")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad_request("Invalid language code specified")
    return language
