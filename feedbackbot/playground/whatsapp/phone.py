"""What the phone of a person with the other app shows, kept up to date by events, and what she waits for."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from feedbackbot.playground.phone import PATIENCE, StillWaiting

REMEMBERED_MESSAGES = 200

Json = dict[str, Any]
T = TypeVar("T")


class Phone:
    """`patience` is how many seconds its owner waits for something by default."""

    def __init__(self, profile: Json, patience: float = PATIENCE) -> None:
        self.id: int = profile["id"]
        self.profile = profile
        self.patience = patience
        self.is_typing = False
        self._messages: OrderedDict[str, Json] = OrderedDict()
        self._waiters: list[asyncio.Future[None]] = []
        self._news: list[str] = []

    def __repr__(self) -> str:
        return f"<{self.name} {self.id}>"

    @property
    def name(self) -> str:
        """As she was made."""
        return str(self.profile["name"])

    @property
    def user_id(self) -> str:
        """Her business-scoped user id as it is now."""
        return str(self.profile["user_id"])

    @property
    def number(self) -> str:
        """Digits of her number as it is now."""
        return str(self.profile["phone"]).removeprefix("+")

    def messages(self) -> list[Json]:
        """Her chat as the page gets it, newest last (the last 200)."""
        return list(self._messages.values())

    def sees(self) -> list[str]:
        """The visible texts of her chat, newest last; what has none is named by its kind: "[image]"."""
        return [words_of(message) for message in self._messages.values()]

    def choices(self) -> list[str]:
        """What can be tapped on the newest message that has something: labels of buttons, or titles of rows."""
        for message in reversed(self._messages.values()):
            found = [label for _, label, _ in choices_of(message)]
            if found:
                return found
        return []

    async def waits_for(self, text: str, patience: float | None = None) -> Json:
        """The newest message of the bot that contains `text`, as soon as there is one, even an earlier one."""
        return await self.until(lambda: self._newest(text, self._messages), patience, f"«{text}»")

    async def hears(self, text: str = "", patience: float | None = None) -> Json:
        """What the bot said after her last act (containing `text`)."""
        return await self.until(lambda: self._newest(text, self._news), patience, f"an answer «{text}»")

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
                    f"{self.name} waited {seconds} s for {what}. Choices: {self.choices()}. She sees:\n{seen}"
                ) from None
        return found

    def find(self, label: str, among: Any) -> tuple[str, str] | None:
        """Message id and choice of a label; a label that is the same comes before one that contains it."""
        for fits in (str.__eq__, str.__contains__):
            for number in reversed(among):
                message = self._messages.get(number)
                for choice, shown, description in choices_of(message) if message else ():
                    if fits(shown, label) or (description and fits(description, label)):
                        return number, choice
        return None

    def _newest(self, text: str, among: Any) -> Json | None:
        for number in reversed(among):
            message = self._messages.get(number)
            if message is not None and message["from"] == "bot" and text in words_of(message):
                return message
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
        waiters, self._waiters = self._waiters, []
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)

    def _take(self, message: Json) -> None:
        number = message["message_id"]
        known = number in self._messages
        self._messages[number] = dict(message)
        if len(self._messages) > REMEMBERED_MESSAGES:
            self._messages.popitem(last=False)
        if message["from"] == "bot" and not known:
            self.is_typing = False
            self._news.append(number)
            del self._news[:-REMEMBERED_MESSAGES]


def words_of(message: Json) -> str:
    """Header, text and footer of a message, or its kind in brackets."""
    parts = [message[name] for name in ("header", "text", "footer") if message[name]]
    return "\n".join(parts) or f"[{message['kind']}]"


def choices_of(message: Json) -> Iterator[tuple[str, str, str | None]]:
    """Id, label and description of what can be tapped on a message."""
    for button in message["buttons"]:
        yield button.get("id", button["title"]), button["title"], None
    for section in (message["list"] or {"sections": []})["sections"]:
        for row in section["rows"]:
            yield row["id"], row["title"], row.get("description")
