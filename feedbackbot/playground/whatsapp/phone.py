"""What the phone of a person with the other app shows, kept up to date by events, and what she waits for."""

from collections.abc import Iterator
from typing import Any

from feedbackbot.playground.connection import Json
from feedbackbot.playground.waiting_phone import PATIENCE, WaitingPhone


class Phone(WaitingPhone[str]):
    """With buttons or a list under messages, and a sign that the other one is typing."""

    def __init__(self, profile: Json, patience: float = PATIENCE) -> None:
        super().__init__(profile, patience)
        self.is_typing = False

    @property
    def user_id(self) -> str:
        """Her business-scoped user id as it is now."""
        return str(self.profile["user_id"])

    @property
    def number(self) -> str:
        """Digits of her number as it is now."""
        return str(self.profile["phone"]).removeprefix("+")

    def words_of(self, message: Json) -> str:
        """Header, text and footer of a message, or its kind in brackets."""
        parts = [message[name] for name in ("header", "text", "footer") if message[name]]
        return "\n".join(parts) or f"[{message['kind']}]"

    def choices(self) -> list[str]:
        """Labels of buttons, or titles of rows."""
        for message in reversed(self._messages.values()):
            found = [label for _, label, _ in choices_of(message)]
            if found:
                return found
        return []

    def find(self, label: str, among: Any) -> tuple[str, str] | None:
        """Message id and choice of a label; a label that is the same comes before one that contains it."""
        for fits in (str.__eq__, str.__contains__):
            for number in reversed(among):
                message = self._messages.get(number)
                for choice, shown, description in choices_of(message) if message else ():
                    if fits(shown, label) or (description and fits(description, label)):
                        return number, choice
        return None

    def hear(self, kind: str, event: Json) -> None:
        """Take in an event about her; for the playground alone."""
        if kind == "wa_message":
            self._take(event["message"])
        elif kind == "wa_status" and event["message_id"] in self._messages:
            message = self._messages[event["message_id"]]
            self._messages[event["message_id"]] = {**message, "status": event["status"]}
        elif kind == "wa_person":
            self.profile = event["profile"]
        elif kind == "wa_typing":
            self.is_typing = True
        self.look_again()

    def _take(self, message: Json) -> None:
        number = message["message_id"]
        known = number in self._messages
        self.keep(number, dict(message))
        if message["from"] == "bot" and not known:
            self.is_typing = False
            self.note_news(number)


def choices_of(message: Json) -> Iterator[tuple[str, str, str | None]]:
    """Id, label and description of what can be tapped on a message."""
    for button in message["buttons"]:
        yield button.get("id", button["title"]), button["title"], None
    for section in (message["list"] or {"sections": []})["sections"]:
        for row in section["rows"]:
            yield row["id"], row["title"], row.get("description")
