"""What the phones of both chat apps have in common: the messages of a chat, and waiting for what is to be seen there."""

import asyncio
from abc import ABC, abstractmethod
from collections import OrderedDict
from collections.abc import Callable, Hashable, Reversible
from typing import Generic, Self, TypeVar

from feedbackbot.playground.connection import Json

PATIENCE = 5.0
REMEMBERED_MESSAGES = 200

T = TypeVar("T")
Number = TypeVar("Number", bound=Hashable)


class StillWaiting(AssertionError):
    """What she waited for did not come; the text tells what she sees instead."""


class WaitingPhone(ABC, Generic[Number]):
    """Messages are known by their `Number`. `patience` is how many seconds its owner waits for something by default."""

    def __init__(self, profile: Json, patience: float = PATIENCE) -> None:
        self.id: int = profile["id"]
        self.profile = profile
        self.patience = patience
        self._messages: OrderedDict[Number, Json] = OrderedDict()
        self._news: list[Number] = []
        self._waiters: list[asyncio.Future[None]] = []

    def __repr__(self) -> str:
        return f"<{self.name} {self.id}>"

    @property
    def name(self) -> str:
        """As she was made."""
        return str(self.profile["name"])

    @abstractmethod
    def words_of(self, message: Json) -> str:
        """What a message says; one that says nothing is named by its kind: "[photo]"."""

    @abstractmethod
    def choices(self) -> list[str]:
        """Labels of what can be tapped on the newest message that has something."""

    def messages(self) -> list[Json]:
        """Her chat as the page gets it, newest last (the last 200)."""
        return list(self._messages.values())

    def sees(self) -> list[str]:
        """The visible texts of her chat, newest last."""
        return [self.words_of(message) for message in self._messages.values()]

    async def waits_for(self, text: str, patience: float | None = None) -> Json:
        """The newest message of the bot that contains `text`, as soon as there is one, even an earlier one."""
        return await self.until(lambda: self._newest(text, self._messages), patience, f"«{text}»")

    async def hears(self, text: str = "", patience: float | None = None) -> Json:
        """What the bot said after her last act (containing `text`)."""
        return await self.until(lambda: self._newest(text, self._news), patience, f"an answer «{text}»")

    async def waits_until(self, holds: Callable[[Self], object], patience: float | None = None) -> None:
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

    def _newest(self, text: str, among: Reversible[Number]) -> Json | None:
        for number in reversed(among):
            message = self._messages.get(number)
            if message is not None and message["from"] == "bot" and text in self.words_of(message):
                return message
        return None

    def keep(self, number: Number, message: Json) -> None:
        """A message that came or changed; the oldest makes room."""
        self._messages[number] = message
        if len(self._messages) > REMEMBERED_MESSAGES:
            self._messages.popitem(last=False)

    def note_news(self, number: Number) -> None:
        """The bot said this, or changed it, after her last act."""
        self._news.append(number)
        del self._news[:-REMEMBERED_MESSAGES]

    def look_again(self) -> None:
        """Everybody who waits for something looks whether it is there now."""
        waiters, self._waiters = self._waiters, []
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)
