"""A person of the playground as the server keeps her: who she is, what she sees, whether she blocked the bot."""

from collections import OrderedDict
from typing import Any

from feedbackbot.playground.chat_messages import ChatMessage
from feedbackbot.playground.refusals import Refusal, bad_request, forbidden

FIRST_ID = 100_000_001
CROWD_ID = 900_000_001
"""Of the first without a phone on the page."""


class Resident:
    """One Telegram user with a private chat with the bot."""

    __slots__ = (
        "blocked", "chat", "commands_shown", "deactivated", "id", "keyboard", "language_code", "letters",
        "menu_button", "name", "phone", "pinned", "received", "role_hint", "started", "unread", "user",
        "username",
    )  # fmt: skip

    def __init__(
        self,
        number: int,
        name: str,
        username: str | None,
        phone: str | None,
        language_code: str,
        role_hint: str | None,
    ) -> None:
        self.id = number
        self.name = name
        self.username = username
        self.phone = phone or f"+62812{number % 100_000_000:08d}"
        self.language_code = language_code
        self.role_hint = role_hint
        self.started = False
        self.blocked = False
        self.deactivated = False
        self.unread = 0
        self.received = 0
        self.letters: OrderedDict[int, ChatMessage] = OrderedDict()
        self.keyboard: dict[str, Any] | None = None
        self.menu_button: dict[str, Any] | None = None
        self.pinned: list[int] = []
        self.commands_shown: list[dict[str, str]] = []
        first, _, last = name.partition(" ")
        names = {"first_name": first, **({"last_name": last} if last else {})}
        called = {"username": username} if username else {}
        self.user: dict[str, Any] = {
            "id": number,
            "is_bot": False,
            **names,
            **called,
            "language_code": language_code,
        }
        self.chat: dict[str, Any] = {"id": number, **names, **called, "type": "private"}

    def refusal(self) -> Refusal | None:
        """Why the bot cannot write to her now, None if it can."""
        if self.deactivated:
            return forbidden("user is deactivated")
        if self.blocked:
            return forbidden("bot was blocked by the user")
        if not self.started:
            return forbidden("bot can't initiate conversation with a user")
        return None

    def letter(self, message_id: int, words: str) -> ChatMessage:
        """A message of her chat; refused as "`words` not found"."""
        letter = self.letters.get(message_id)
        if letter is None:
            raise bad_request(f"{words} not found")
        return letter

    def profile(self) -> dict[str, Any]:
        """The Person that the page gets."""
        return {
            "id": self.id,
            "name": self.name,
            "username": self.username,
            "phone": self.phone,
            "language_code": self.language_code,
            "started": self.started,
            "blocked": self.blocked,
            "deactivated": self.deactivated,
            "unread": self.unread,
            "commands": self.commands_shown,
            "role_hint": self.role_hint,
        }
