"""What a person's phone shows: kept up to date by events, and asked by her for what she waits for."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, TypeVar

from feedbackbot.playground.connection import Json

PATIENCE = 5.0
REMEMBERED_MESSAGES = 200
REMEMBERED_TOASTS = 200

T = TypeVar("T")


class StillWaiting(AssertionError):
    """What she waited for did not come; the text tells what she sees instead."""


class Phone:
    """`patience` is how many seconds its owner waits for something by default."""

    def __init__(self, profile: Json, patience: float = PATIENCE) -> None:
        self.id: int = profile["id"]
        self.profile = profile
        self.patience = patience
        self._messages: OrderedDict[int, Json] = OrderedDict()
        self._toasts: list[str] = []
        self._keyboard: Json | None = None
        self._waiters: list[asyncio.Future[None]] = []
        self._news: list[int] = []
        self.answered_taps = 0

    def __repr__(self) -> str:
        return f"<{self.name} {self.id}>"

    @property
    def name(self) -> str:
        """As she was made."""
        return str(self.profile["name"])

    def messages(self) -> list[Json]:
        """Her chat as the page gets it, newest last (the last 200)."""
        return list(self._messages.values())

    def sees(self) -> list[str]:
        """The visible texts and captions of her chat, newest last; what has none is named by its kind: "[photo]"."""
        return [_words(message) for message in self._messages.values()]

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

    async def waits_for(self, text: str, patience: float | None = None) -> Json:
        """The newest message of the bot that contains `text`, as soon as there is one, even an earlier one."""
        return await self.until(lambda: self._newest(text, self._messages), patience, f"«{text}»")

    async def hears(self, text: str = "", patience: float | None = None) -> Json:
        """What the bot said or changed after her last act (containing `text`)."""
        return await self.until(lambda: self._newest(text, self._news), patience, f"an answer «{text}»")

    async def waits_for_toast(self, text: str, patience: float | None = None) -> str:
        """A notice that contains `text`."""
        return await self.until(
            lambda: next((toast for toast in reversed(self._toasts) if text in toast), None),
            patience,
            f"a notice «{text}»",
        )

    async def waits_until(self, holds: Callable[["Phone"], Any], patience: float | None = None) -> None:
        """Until `holds(her)` is true; asked again whenever something changes on her phone."""
        await self.until(lambda: True if holds(self) else None, patience, "a condition")

    async def until(self, look: Callable[[], T | None], patience: float | None, what: str) -> T:
        """The first thing that `look` finds; it looks again at every change. Raises `StillWaiting`."""
        loop = asyncio.get_running_loop()
        seconds = self.patience if patience is None else patience
        deadline = loop.time() + seconds
        while (found := look()) is None:
            waiter = loop.create_future()
            self._waiters.append(waiter)
            try:
                async with asyncio.timeout_at(deadline):
                    await waiter
            except TimeoutError:
                seen = "\n".join(f"  · {text}" for text in self.sees()[-6:])
                raise StillWaiting(
                    f"{self.name} waited {seconds} s for {what}. Buttons: {self.buttons()}. She sees:\n{seen}"
                ) from None
        return found

    def _newest(self, text: str, among: Any) -> Json | None:
        for number in reversed(among):
            message = self._messages.get(number)
            if message is not None and message["from"] == "bot" and text in _words(message):
                return message
        return None

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
            self._messages[number] = message
            if len(self._messages) > REMEMBERED_MESSAGES:
                self._messages.popitem(last=False)
            if message["from"] == "bot":
                self._news.append(number)
                del self._news[:-REMEMBERED_MESSAGES]
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
        waiters, self._waiters = self._waiters, []
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)


def _words(message: Json) -> str:
    return str(message["text"] or message["caption"] or f"[{message['kind']}]")


def _place(
    rows: list[list[Json]], label: str, fits: Callable[[str, str], bool]
) -> tuple[int, int, Json] | None:
    for row, buttons in enumerate(rows):
        for column, button in enumerate(buttons):
            if fits(button["text"], label):
                return row, column, button
    return None
