"""The queue of updates for the bot, as Telegram keeps it: until acknowledged, in order, a day at most."""

import asyncio
import json
import secrets
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from itertools import islice
from typing import Any

from feedbackbot.playground.refusals import OTHER_POLLER, conflict

# Not sent unless asked for by name.
ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
MOST_IN_ONE_ANSWER = 100
KEPT_FOR_REPEAT = 5_000


class Pending:
    """An update that waits for the bot. `lane` is the chat whose order it keeps."""

    __slots__ = ("at", "body", "delivered", "injected", "kind", "lane", "place", "update_id")

    def __init__(self, place: int, update_id: int, kind: str, lane: int, body: bytes, injected: bool) -> None:
        self.place = place
        self.update_id = update_id
        self.kind = kind
        self.lane = lane
        self.body = body
        self.at = time.monotonic()
        self.delivered = 0
        self.injected = injected


class UpdateQueue:
    """All updates not yet acknowledged.

    `keep_seconds` bounds every update and `query_seconds` a callback query; what is older is forgotten, as Telegram
    does. Ids go on after `forget_all`, so that a bot with a memory never takes a new update for an old one.
    """

    def __init__(self, keep_seconds: float, query_seconds: float) -> None:
        self.keep_seconds = keep_seconds
        self.query_seconds = query_seconds
        self.allowed: frozenset[str] | None = None
        self.created = 0
        self.last_id = 100_000_000 + secrets.randbelow(800_000_000)
        self.on_new: Callable[[Pending], None] | None = None
        self._place = 0
        self._pending: OrderedDict[int, Pending] = OrderedDict()
        self._past: OrderedDict[int, tuple[str, int, bytes]] = OrderedDict()
        self._poller: asyncio.Future[Exception | None] | None = None
        self._queries: deque[Pending] = deque()
        self._irregular = False

    def __len__(self) -> int:
        return len(self._pending)

    @property
    def is_polled(self) -> bool:
        """Whether somebody waits in getUpdates."""
        return self._poller is not None

    def add(self, kind: str, lane: int, content: dict[str, Any]) -> int | None:
        """Queue {"update_id", kind: content}; returns its id, or None where the bot does not want this kind."""
        if kind in ON_REQUEST if self.allowed is None else kind not in self.allowed:
            return None
        self.last_id += 1
        body = json.dumps({"update_id": self.last_id, kind: content}, separators=(",", ":")).encode()
        self._queue(self.last_id, kind, lane, body, injected=False)
        return self.last_id

    def inject(self, update: dict[str, Any], lane: int) -> int:
        """Queue any object as an update, as it is. Without an `update_id` it gets the next one."""
        number = update.get("update_id")
        if not isinstance(number, int):
            self.last_id += 1
            number = self.last_id
            update = {"update_id": number, **update}
        self._queue(number, "raw", lane, json.dumps(update).encode(), injected=True)
        return number

    def inject_raw(self, body: bytes) -> None:
        """Queue bytes that need not be JSON. Polling gives them once, as the whole answer; a webhook until 2xx."""
        self._queue(0, "broken", 0, body, injected=True)

    def repeat(self, update_id: int) -> bool:
        """Queue an update once more, under its old id. False if it is no longer known."""
        past = self._past.get(update_id)
        if past is None:
            return False
        kind, lane, body = past
        self._queue(update_id, kind, lane, body, injected=True)
        return True

    def _queue(self, update_id: int, kind: str, lane: int, body: bytes, injected: bool) -> None:
        self._place += 1
        self.created += 1
        pending = Pending(self._place, update_id, kind, lane, body, injected)
        self._pending[self._place] = pending
        self._irregular = self._irregular or injected
        if kind == "callback_query":
            self._queries.append(pending)
        if kind != "broken":
            self._past[update_id] = (kind, lane, body)
            if len(self._past) > KEPT_FOR_REPEAT:
                self._past.popitem(last=False)
        if self.on_new is not None:
            self.on_new(pending)
        self._wake(None)

    def _wake(self, answer: Exception | None) -> None:
        if self._poller is not None and not self._poller.done():
            self._poller.set_result(answer)

    def end_polling(self, reason: Exception | None) -> None:
        """Let go of who is polling: with an empty answer, or with an error."""
        self._wake(reason)

    async def poll(self, offset: int, limit: int, seconds: float, gone: Callable[[], bool]) -> bytes:
        """The JSON answer of getUpdates. `offset` acknowledges; a second poller ends the first with 409.

        `gone` says whether who asked has left meanwhile: then nothing counts as delivered.
        """
        self.end_polling(conflict(OTHER_POLLER))
        self.acknowledge(offset)
        batch = self._take(limit)
        if not batch and seconds > 0:
            await self._wait(seconds)
            batch = [] if gone() else self._take(limit)
        if batch and batch[0].kind == "broken":
            self.remove(batch[0])
            return batch[0].body
        for pending in batch:
            pending.delivered += 1
        return b'{"ok":true,"result":[' + b",".join(pending.body for pending in batch) + b"]}"

    async def _wait(self, seconds: float) -> None:
        loop = asyncio.get_running_loop()
        poller: asyncio.Future[Exception | None] = loop.create_future()
        self._poller = poller
        timer = loop.call_later(seconds, _let_go, poller)
        try:
            reason = await poller
        finally:
            timer.cancel()
            if self._poller is poller:
                self._poller = None
        if reason is not None:
            raise reason

    def _take(self, limit: int) -> list[Pending]:
        self.forget_old()
        limit = min(max(limit, 1), MOST_IN_ONE_ANSWER)
        batch: list[Pending] = []
        for pending in islice(self._pending.values(), limit):
            if pending.kind == "broken":
                # Alone, because it spoils the answer that it is in.
                return batch or [pending]
            batch.append(pending)
        return batch

    def acknowledge(self, offset: int) -> None:
        """Forget what is below `offset`; a negative one keeps only so many of the newest. 0 acknowledges nothing.

        What was injected under an old id goes only after it has been delivered.
        """
        if offset < 0:
            for pending in list(islice(self._pending.values(), max(len(self._pending) + offset, 0))):
                self.remove(pending)
            return
        if offset == 0:
            return
        if self._irregular:
            for pending in list(self._pending.values()):
                if pending.update_id < offset and (pending.delivered or not pending.injected):
                    self.remove(pending)
            self._irregular = any(pending.injected for pending in self._pending.values())
            return
        while self._pending:
            first = next(iter(self._pending.values()))
            if first.update_id >= offset:
                return
            del self._pending[first.place]

    def remove(self, pending: Pending) -> None:
        """The bot has it."""
        self._pending.pop(pending.place, None)

    def __contains__(self, pending: Pending) -> bool:
        return pending.place in self._pending

    def waiting(self) -> list[Pending]:
        """Everything that waits, oldest first."""
        return list(self._pending.values())

    def forget_all(self) -> None:
        """Drop what waits; ids go on."""
        self._pending.clear()
        self._queries.clear()
        self._irregular = False

    def forget_old(self) -> None:
        """Drop what is older than Telegram keeps it."""
        now = time.monotonic()
        while self._queries and (
            self._queries[0].at < now - self.query_seconds or self._queries[0] not in self
        ):
            self.remove(self._queries.popleft())
        while self._pending:
            first = next(iter(self._pending.values()))
            if first.at >= now - self.keep_seconds:
                return
            self.remove(first)


def _let_go(poller: asyncio.Future[Exception | None]) -> None:
    if not poller.done():
        poller.set_result(None)
