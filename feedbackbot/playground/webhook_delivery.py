"""Delivery to the bot's webhook: in order within a chat, side by side across chats, repeated until it is taken."""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from typing import Any

import aiohttp

from feedbackbot.playground.updates import Pending, UpdateQueue

SHORTEST_WAIT = 0.1
LONGEST_WAIT = 5.0
MOST_CONNECTIONS = 40
TIMEOUT = aiohttp.ClientTimeout(total=60)


class WebhookDelivery:
    """Sends what waits in the queue to `url` while one is set.

    With `max_connections` 1 everything is in order; with more, what belongs to one chat. An update that is refused
    holds up its chat and is tried again after 0.1 s, then twice as long each time, 5 s at most.
    """

    def __init__(self, updates: UpdateQueue, is_out: Callable[[], bool]) -> None:
        self.updates = updates
        self.url = ""
        self.secret_token = ""
        self.max_connections = MOST_CONNECTIONS
        self.spread: list[str] = []
        self.delivered = 0
        self.last_error: tuple[int, str] | None = None
        self._is_out = is_out
        self._lanes: dict[int, deque[Pending]] = {}
        self._waits: dict[int, float] = {}
        self._ready: deque[int] = deque()
        self._under_way: set[asyncio.Task[None]] = set()
        self._session: aiohttp.ClientSession | None = None
        self._turn = 0

    def set(self, url: str, secret_token: str, max_connections: int) -> None:
        """Deliver to `url` from now on, "" for nowhere."""
        self.forget()
        self.url = url
        self.secret_token = secret_token
        self.max_connections = max_connections
        self.last_error = None
        self.updates.on_new = self._offer if url else None
        if url:
            for pending in self.updates.waiting():
                self._offer(pending)

    def forget(self) -> None:
        """Let go of what is not yet under way. What is, is not repeated."""
        self._lanes.clear()
        self._waits.clear()
        self._ready.clear()

    async def close(self) -> None:
        """Stop; what was not delivered stays in the queue."""
        self.updates.on_new = None
        self.forget()
        for task in list(self._under_way):
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)
        if self._session is not None:
            await self._session.close()
            self._session = None

    def info(self) -> dict[str, Any]:
        """The result of getWebhookInfo."""
        info: dict[str, Any] = {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self.updates),
        }
        if self.url:
            info["max_connections"] = self.max_connections
        if self.updates.allowed is not None:
            info["allowed_updates"] = sorted(self.updates.allowed)
        if self.last_error is not None:
            info["last_error_date"], info["last_error_message"] = self.last_error
        return info

    def _offer(self, pending: Pending) -> None:
        lane = self._lanes.get(pending.lane)
        if lane is None:
            self._lanes[pending.lane] = deque([pending])
            self._ready.append(pending.lane)
        else:
            lane.append(pending)
        self._begin()

    def _begin(self) -> None:
        while self._ready and len(self._under_way) < self.max_connections:
            lane_id = self._ready.popleft()
            lane = self._lanes.get(lane_id)
            if not lane:
                continue
            task = asyncio.get_running_loop().create_task(self._carry(lane_id, lane))
            self._under_way.add(task)
            task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        self._begin()

    async def _carry(self, lane_id: int, lane: deque[Pending]) -> None:
        pending = lane[0]
        self.updates.forget_old()
        taken = pending not in self.updates or await self._post(pending)
        if self._lanes.get(lane_id) is not lane:
            if taken:
                self.updates.remove(pending)
            return
        if taken:
            self._waits.pop(lane_id, None)
            self.updates.remove(pending)
            lane.popleft()
            if lane:
                self._ready.append(lane_id)
            else:
                del self._lanes[lane_id]
            return
        wait = min(self._waits.get(lane_id, SHORTEST_WAIT / 2) * 2, LONGEST_WAIT)
        self._waits[lane_id] = wait
        asyncio.get_running_loop().call_later(wait, self._again, lane_id, lane)

    def _again(self, lane_id: int, lane: deque[Pending]) -> None:
        if self._lanes.get(lane_id) is lane:
            self._ready.append(lane_id)
            self._begin()

    def _target(self) -> str:
        if not self.spread:
            return self.url
        self._turn += 1
        return self.spread[self._turn % len(self.spread)]

    async def _post(self, pending: Pending) -> bool:
        if self._is_out():
            return False
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=0)
            self._session = aiohttp.ClientSession(connector=connector, timeout=TIMEOUT, trust_env=False)
        headers = {"Content-Type": "application/json"}
        if self.secret_token:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.secret_token
        pending.delivered += 1
        try:
            async with self._session.post(self._target(), data=pending.body, headers=headers) as answer:
                await answer.read()
                if 200 <= answer.status < 300:
                    self.delivered += 1
                    return True
                self._failed(f"Wrong response from the webhook: {answer.status} {answer.reason}")
        except TimeoutError:
            self._failed("Read timeout expired")
        except aiohttp.ClientConnectorError:
            self._failed("Connection refused")
        except aiohttp.ClientError:
            self._failed("Connection closed by the webhook")
        return False

    def _failed(self, words: str) -> None:
        self.last_error = (int(time.time()), words)
