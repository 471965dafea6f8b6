"""What a person's phone shows: kept up to date by events, and asked by her for what she waits for."""

from collections.abc import Callable
from typing import Any

from feedbackbot.playground.connection import Json
from feedbackbot.playground.waiting_phone import PATIENCE, WaitingPhone

REMEMBERED_TOASTS = 200


class Phone(WaitingPhone[int]):
    """With buttons under messages, a reply keyboard and notices that answer taps."""

    def __init__(self, profile: Json, patience: float = PATIENCE) -> None:
        super().__init__(profile, patience)
        self._toasts: list[str] = []
        self._keyboard: Json | None = None
        self.answered_taps = 0

    def words_of(self, message: Json) -> str:
        return str(message["text"] or message["caption"] or f"[{message['kind']}]")

    def choices(self) -> list[str]:
        return self.buttons()

    def buttons(self) -> list[str]:
        """Labels under the newest message that has buttons."""
        for message in reversed(self._messages.values()):
            if message["inline_keyboard"]:
                return [button["text"] for row in message["inline_keyboard"] for button in row]
        return []

    def keyboard(self) -> list[str]:
        """Labels of the reply keyboard, [] where there is none."""
        return [button["text"] for row in (self._keyboard or {"rows": []})["rows"] for button in row]

    def commands(self) -> list[str]:
        """The commands that her menu shows."""
        return [entry["command"] for entry in self.profile["commands"]]

    def toasts(self) -> list[str]:
        """Notices that answered her taps, newest last."""
        return list(self._toasts)

    async def waits_for_toast(self, text: str, patience: float | None = None) -> str:
        """A notice that contains `text`."""
        return await self.until(
            lambda: next((toast for toast in reversed(self._toasts) if text in toast), None),
            patience,
            f"a notice «{text}»",
        )

    def find(self, label: str, among: Any) -> tuple[int | None, int, int, Json] | None:
        """Message id (None for the reply keyboard), row, column and button of a label, in messages of those ids."""
        for fits in (str.__eq__, str.__contains__):
            for number in reversed(among):
                message = self._messages.get(number)
                place = _place(message["inline_keyboard"], label, fits) if message is not None else None
                if place is not None:
                    return (number, *place)
        for fits in (str.__eq__, str.__contains__):
            place = _place((self._keyboard or {"rows": []})["rows"], label, fits)
            if place is not None:
                return (None, *place)
        return None

    def hear(self, kind: str, event: Json) -> None:
        """Take in an event about her; for the playground alone."""
        if kind in ("message", "edited"):
            message = event["message"]
            number = message["message_id"]
            self.keep(number, message)
            if message["from"] == "bot":
                self.note_news(number)
        elif kind == "deleted":
            self._messages.pop(event["message_id"], None)
        elif kind == "toast":
            self._toasts = [*self._toasts[-REMEMBERED_TOASTS:], event["text"]]
        elif kind == "tap_answered":
            self.answered_taps += 1
        elif kind == "keyboard":
            self._keyboard = event["keyboard"]
        elif kind == "commands":
            self.profile = {**self.profile, "commands": event["commands"]}
        elif kind == "person":
            self.profile = event["profile"]
        self.look_again()


def _place(
    rows: list[list[Json]], label: str, fits: Callable[[str, str], bool]
) -> tuple[int, int, Json] | None:
    for row, buttons in enumerate(rows):
        for column, button in enumerate(buttons):
            if fits(button["text"], label):
                return row, column, button
    return None
