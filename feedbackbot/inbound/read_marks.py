"""Ticks that say "read", and "typing" where an answer takes its time: one call for all that somebody writes within some seconds.

A mark for each message would cost as much as the answer itself; and "typing" that arrives after the answer stands there for nothing.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

Mark = Callable[[str, bool], Coroutine[Any, Any, None]]
"""Marks a message, and all before it in the chat, as read; the second says whether "typing" is shown as well. Never raises."""
SLOW_SECONDS, REST_SECONDS = 0.7, 3.0


class ReadMarks:
    """Of one channel. `is_waiting` tells of a chat whether its answer is still to come; `start` runs a call beside everything else."""

    def __init__(
        self,
        mark: Mark,
        is_waiting: Callable[[str], bool],
        start: Callable[[Coroutine[Any, Any, None]], object],
        *,
        slow: float = SLOW_SECONDS,
        rest: float = REST_SECONDS,
    ) -> None:
        self._mark = mark
        self._is_waiting = is_waiting
        self._start = start
        self._slow, self._rest = slow, rest
        self._newest: dict[str, str] = {}
        self._timers: dict[str, asyncio.TimerHandle] = {}

    def wrote(self, chat: str, message_ref: str) -> None:
        """The newest message of a chat."""
        self._newest[chat] = message_ref
        if chat not in self._timers:
            self._later(chat, self._slow, self._look)

    def close(self) -> None:
        """What is not marked by now stays unmarked."""
        for timer in self._timers.values():
            timer.cancel()
        self._timers.clear()

    def _later(self, chat: str, seconds: float, then: Callable[[str], None]) -> None:
        self._timers[chat] = asyncio.get_running_loop().call_later(seconds, then, chat)

    def _look(self, chat: str) -> None:
        """Who waits for an answer sees that it is coming; else the mark has time."""
        if self._is_waiting(chat):
            self._send(chat, typing=True)
        else:
            self._later(chat, self._rest, self._send)

    def _send(self, chat: str, typing: bool = False) -> None:
        del self._timers[chat]
        self._start(self._mark(self._newest.pop(chat), typing))
