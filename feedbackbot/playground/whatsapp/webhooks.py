"""Delivery to the bot's webhook: signed, side by side, repeated until it is answered with 200; on request batched, doubled, late.

What comes from one person keeps its order while nothing is asked for that breaks it; Meta does not promise even that.
"""

import asyncio
import hashlib
import hmac
import random
import secrets
from collections import deque
from collections.abc import Callable
from typing import NamedTuple

import aiohttp

from feedbackbot.playground.whatsapp.account import APP_SECRET, VERIFY_TOKEN
from feedbackbot.playground.whatsapp.faults import WebhookFaults
from feedbackbot.playground.whatsapp.webhook_bodies import MOST_IN_A_POST, Element, post_body

SHORTEST_WAIT = 0.1
# short for the sake of tests that kill the bot: Meta waits ever longer, up to hours
LONGEST_WAIT = 1.0
MOST_CONNECTIONS = 40
MOST_WAITING = 100_000
TIMEOUT = aiohttp.ClientTimeout(total=30)


class Post(NamedTuple):
    """A body on its way, with the updates in it; `again` marks the second of a doubled one."""

    body: bytes
    elements: tuple[Element, ...]
    again: bool = False


class WebhookDelivery:
    """Sends what is offered to `url`; until one is set it waits. `on_taken` hears of each update answered with 200."""

    def __init__(self, on_taken: Callable[[Element], None], is_out: Callable[[], bool]) -> None:
        self.url = ""
        self.secret = APP_SECRET
        self.spread: list[str] = []
        self.taken = 0
        self.refused = 0
        self.last_error = ""
        self._on_taken = on_taken
        self._is_out = is_out
        self._unsubscribed: deque[Element] = deque(maxlen=MOST_WAITING)
        self._gathered: list[Element] = []
        self._lanes: dict[str, deque[Post]] = {}
        self._waits: dict[str, float] = {}
        self._ready: deque[str] = deque()
        self._under_way: set[asyncio.Task[None]] = set()
        self._later: set[asyncio.TimerHandle] = set()
        self._session: aiohttp.ClientSession | None = None
        self._turn = 0
        self.set_faults(WebhookFaults())

    @property
    def waiting(self) -> int:
        """Updates that were not taken yet."""
        lanes = sum(len(post.elements) for lane in self._lanes.values() for post in lane)
        return lanes + len(self._gathered) + len(self._unsubscribed) + len(self._later)

    def set_faults(self, faults: WebhookFaults) -> None:
        """Take new faults; chances begin again from their seed. What was gathered goes out."""
        self.faults = faults
        self._chance = random.Random(faults.seed)  # noqa: S311  chances, not secrets
        self._flush()

    async def subscribe(self, url: str, verify_token: str = VERIFY_TOKEN) -> str:
        """The handshake, then delivery to `url`. Returns "" or, where the handshake failed, why; nothing changes then."""
        challenge = str(secrets.randbelow(10**10))
        asked = {"hub.mode": "subscribe", "hub.verify_token": verify_token, "hub.challenge": challenge}
        try:
            async with self._connected().get(url, params=asked) as answer:
                said = await answer.text()
                if answer.status != 200 or said != challenge:
                    return f"the callback answered the handshake with {answer.status} and {said[:80]!r}"
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            return f"the callback cannot be reached: {error}"
        self.point_at(url)
        return ""

    def point_at(self, url: str) -> None:
        """Deliver to `url` without a handshake, "" for nowhere."""
        self.url = url
        if url:
            waiting, self._unsubscribed = list(self._unsubscribed), deque(maxlen=MOST_WAITING)
            for element in waiting:
                self.offer(element)

    def offer(self, element: Element) -> None:
        """Let the bot know of it."""
        faults = self.faults
        if not self.url:
            self._unsubscribed.append(element)
        elif element.part == "statuses" and self._chance.random() < faults.lost_statuses:
            return
        elif self._chance.random() < faults.late_share:
            self._after(faults.late_seconds, self._take, element)
        else:
            self._take(element)

    def _take(self, element: Element) -> None:
        if self.faults.batch <= 1 and not self.faults.held:
            self._queue(
                element.lane if not self.faults.shuffled else secrets.token_hex(8), self._post_of([element])
            )
            return
        self._gathered.append(element)
        if self.faults.held:
            return
        if len(self._gathered) >= self.faults.batch:
            self._flush()
        elif len(self._gathered) == 1:
            self._after(self.faults.gather_ms / 1000, self._flush)

    def _flush(self) -> None:
        gathered, self._gathered = self._gathered, []
        if self.faults.shuffled:
            self._chance.shuffle(gathered)
        size = min(max(self.faults.batch, 1), MOST_IN_A_POST)
        for start in range(0, len(gathered), size):
            self._queue(secrets.token_hex(8), self._post_of(gathered[start : start + size]))

    def _post_of(self, elements: list[Element]) -> Post:
        doubled = [
            one
            for element in elements
            for one in (element,) * (1 + (self._chance.random() < self.faults.doubled_within))
        ]
        dealt = self._chance if len(elements) > 1 or self.faults.broken else None
        return Post(post_body(doubled, dealt, self.faults.broken), tuple(elements))

    def send_raw(self, body: bytes) -> None:
        """Deliver any bytes, signed as they are."""
        self._queue(secrets.token_hex(8), Post(body, ()))

    def _queue(self, lane_id: str, post: Post) -> None:
        lane = self._lanes.get(lane_id)
        if lane is None:
            self._lanes[lane_id] = deque([post])
            self._ready.append(lane_id)
        else:
            lane.append(post)
        self._begin()

    def _begin(self) -> None:
        while self._ready and len(self._under_way) < MOST_CONNECTIONS:
            lane_id = self._ready.popleft()
            if self._lanes.get(lane_id):
                task = asyncio.get_running_loop().create_task(self._carry(lane_id, self._lanes[lane_id]))
                self._under_way.add(task)
                task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        self._begin()

    async def _carry(self, lane_id: str, lane: deque[Post]) -> None:
        post = lane[0]
        taken = await self._deliver(post)
        if self._lanes.get(lane_id) is not lane:
            return
        if not taken:
            wait = min(self._waits.get(lane_id, SHORTEST_WAIT / 2) * 2, LONGEST_WAIT)
            self._waits[lane_id] = wait
            self._after(wait, self._again, lane_id)
            return
        self._waits.pop(lane_id, None)
        lane.popleft()
        if lane:
            self._ready.append(lane_id)
        else:
            del self._lanes[lane_id]
        if not post.again:
            for element in post.elements:
                self._on_taken(element)
            if self._chance.random() < self.faults.doubled:
                self._queue(secrets.token_hex(8), post._replace(again=True))

    def _again(self, lane_id: str) -> None:
        if self._lanes.get(lane_id):
            self._ready.append(lane_id)
            self._begin()

    async def _deliver(self, post: Post) -> bool:
        if self._is_out() or not self.url:
            return False
        signature = hmac.new(self.secret.encode(), post.body, hashlib.sha256).hexdigest()
        headers = {"Content-Type": "application/json", "X-Hub-Signature-256": f"sha256={signature}"}
        try:
            async with self._connected().post(self._target(), data=post.body, headers=headers) as answer:
                await answer.read()
                if answer.status == 200:
                    self.taken += len(post.elements)
                    return True
                self.last_error = f"answered with {answer.status}"
        except (aiohttp.ClientError, TimeoutError) as error:
            self.last_error = type(error).__name__
        self.refused += 1
        return False

    def _target(self) -> str:
        self._turn += 1
        return self.spread[self._turn % len(self.spread)] if self.spread else self.url

    def _connected(self) -> aiohttp.ClientSession:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=0)
            self._session = aiohttp.ClientSession(connector=connector, timeout=TIMEOUT, trust_env=False)
        return self._session

    def _after(self, seconds: float, act: Callable[..., None], *given: object) -> None:
        def run() -> None:
            self._later.discard(handle)
            act(*given)

        handle = asyncio.get_running_loop().call_later(seconds, run)
        self._later.add(handle)

    def forget(self) -> None:
        """Let go of all that is not yet under way."""
        for handle in self._later:
            handle.cancel()
        self._later.clear()
        self._lanes.clear()
        self._waits.clear()
        self._ready.clear()
        self._gathered.clear()
        self._unsubscribed.clear()

    async def close(self) -> None:
        """Stop."""
        self.forget()
        for task in list(self._under_way):
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)
        if self._session is not None:
            await self._session.close()
            self._session = None
