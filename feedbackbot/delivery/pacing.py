"""How fast may be sent: replies are never kept waiting by what is sent in bulk."""

import asyncio
import contextlib
import heapq
import math
from collections import deque
from collections.abc import Callable
from itertools import count
from typing import Final

from feedbackbot.storage.pipeline.outbox import Lane

# a broadcast meets each chat once: what is remembered of them must stay small
_MOST_CHATS: Final = 5_000
_BULK_LASTS: Final = 5.0
"""Seconds: while a broadcast goes on, a message is asked for far more often."""


class Spaced:
    """Permits evenly spaced in time, `burst` of which may go at once. `math.inf` is no limit."""

    __slots__ = ("_gap", "_next", "_slack", "paused_until")

    def __init__(self, rate: float, burst: int = 1) -> None:
        self._gap = 1 / rate
        self._slack = self._gap * (burst - 1)
        self._next = 0.0
        self.paused_until = 0.0

    def reserve(self, now: float) -> float:
        """Takes the next permit; returns the moment it is valid from."""
        at = max(now, self._next - self._slack, self.paused_until)
        self._next = max(self._next, at) + self._gap
        return at

    def pause(self, until: float) -> None:
        self.paused_until = max(self.paused_until, until)

    @property
    def idle_since(self) -> float:
        return self._next


class Pacer:
    """The limits of one chat service, by lane.

    In any second at most `overall` messages go out, replies first; reminders and broadcasts pass through their own evenly spaced bucket
    before, and each chat has one too. Rates in messages a second.
    """

    def __init__(
        self,
        *,
        overall: float,
        bulk: float,
        per_chat: float,
        burst_per_chat: int,
        time: Callable[[], float] | None = None,
    ) -> None:
        # a whole number of messages in a window, which for less than one a second is longer than one
        self._most = max(1.0, overall // 1) if math.isfinite(overall) else math.inf
        self.window = max(1.0, 1 / overall)
        """Seconds."""
        self._bulk = Spaced(bulk)
        self._per_chat = per_chat
        self._burst = burst_per_chat
        self.time = time or (lambda: asyncio.get_running_loop().time())
        """Seconds of a clock that nobody can set."""
        self.allowed_until = math.inf
        self._most_then = 0
        self._more_room = asyncio.Event()
        self._replies_at: deque[float] = deque()
        self._bulk_at = -math.inf
        self._chats: dict[str, Spaced] = {}
        self._recent: deque[float] = deque()
        self._waiting: list[tuple[int, int, asyncio.Future[None]]] = []
        self._order = count()
        self._paused_until = 0.0
        self._pump: asyncio.Task[None] | None = None

    async def permit(self, lane: Lane, chat: str) -> None:
        """Returns when a message of this lane may go to this chat."""
        now = self.time()
        await self._until(self._of_chat(chat, now).reserve(now))
        if lane is Lane.REPLY:
            self._forget_replies()
            self._replies_at.append(self.time())
        else:
            self._bulk_at = now
            # its place in the bucket is taken only when the chat is free, else places would be left empty and others bunched
            at = self._bulk.reserve(self.time())
            await self._until(at)
            while at < self._bulk.paused_until:  # the pause began meanwhile
                at = self._bulk.reserve(self.time())
                await self._until(at)
        await self._of_all(lane)

    def allow(self, most: float, *, until: float = math.inf, then: int = 0) -> None:
        """So many messages in a window from now on; `then` so many, should nobody say so again before `until` (by `time`)."""
        self._most, self.allowed_until, self._most_then = most, until, then
        self._more_room.set()

    def replies_wanted(self) -> int:
        """Replies that were asked for in the last window, or still wait."""
        self._forget_replies()
        return len(self._replies_at) + sum(lane == Lane.REPLY for lane, _, _ in self._waiting)

    def bulk_wanted(self) -> bool:
        """Whether something that can wait was to be sent just now."""
        return self.time() - self._bulk_at < _BULK_LASTS

    def pauses_left(self) -> tuple[float, float]:
        """Seconds for which the chat service wants no bulk, and nothing at all."""
        now = self.time()
        return max(0.0, self._bulk.paused_until - now), max(0.0, self._paused_until - now)

    def pause(self, what: str, seconds: float, chat: str) -> None:
        """The chat service asked for a pause: of `what`, "bulk", "all", the one "chat", or "nothing"."""
        until = self.time() + seconds
        if what == "chat":
            self._of_chat(chat, self.time()).pause(until)
        elif what == "all":
            self._paused_until = max(self._paused_until, until)
        if what in ("bulk", "all"):
            self.pause_bulk(seconds)

    def pause_bulk(self, seconds: float) -> None:
        """The chat service asked for a pause; replies go on by their own accounting."""
        self._bulk.pause(self.time() + seconds)

    def _forget_replies(self) -> None:
        while self._replies_at and self._replies_at[0] + self.window <= self.time():
            self._replies_at.popleft()

    async def _until(self, moment: float) -> None:
        if (wait := moment - self.time()) > 0:
            await asyncio.sleep(wait)

    def _of_chat(self, chat: str, now: float) -> Spaced:
        spaced = self._chats.get(chat)
        if spaced is None:
            if len(self._chats) >= _MOST_CHATS:
                self._chats = {key: one for key, one in self._chats.items() if one.idle_since > now}
            spaced = self._chats[chat] = Spaced(self._per_chat, self._burst)
        return spaced

    async def _of_all(self, lane: Lane) -> None:
        if self._most_now() == math.inf and self._paused_until <= self.time():
            return
        if not self._waiting and self._wait_for_room() <= 0:
            self._recent.append(self.time())
            return
        place: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (int(lane), next(self._order), place))
        if self._pump is None or self._pump.done():
            self._pump = asyncio.create_task(self._let_pass(), name="pacer")
        await place

    def _wait_for_room(self) -> float:
        """Seconds until one more message fits into the present window; 0 or less when it fits now."""
        now = self.time()
        while self._recent and self._recent[0] + self.window - now <= 0:
            self._recent.popleft()
        if now < self._paused_until:
            return self._paused_until - now
        most = self._most_now()
        if len(self._recent) < most:
            return 0.0
        over = len(self._recent) - int(most)
        return self._recent[over] + self.window - now if over < len(self._recent) else self.window

    def _most_now(self) -> float:
        return self._most if self.time() < self.allowed_until else self._most_then

    async def _let_pass(self) -> None:
        while self._waiting:
            self._more_room.clear()
            if (wait := self._wait_for_room()) > 0:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._more_room.wait(), wait)
                continue
            _, _, place = heapq.heappop(self._waiting)
            if not place.done():
                self._recent.append(self.time())
                place.set_result(None)
