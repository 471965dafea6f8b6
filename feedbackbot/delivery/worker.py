"""Sends what is due: reminders, broadcasts, and replies that a crash left behind."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from time import monotonic

from feedbackbot.delivery.policy_gate import filter_allowed
from feedbackbot.delivery.sending import OutcomeWriter, Sender
from feedbackbot.delivery.window_gate import open_or_knock
from feedbackbot.delivery.wording import Wording
from feedbackbot.storage.lookout import Lookout
from feedbackbot.storage.pipeline.dispatch import claim, first_due, something_due
from feedbackbot.storage.pipeline.outbox import Lane, QueuedMessage, SendOutcome, State
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.telemetry import get_logger

_log = get_logger(__name__)
_LOOK_SECONDS = 1.0
_ROUGH_SECONDS = 2.0
# where looking has found nothing for a while and nobody wakes us
_REST_SECONDS, _LOOKS_BEFORE_REST = 3.0, 5


class Worker:
    """Claims due rows in batches and sends them side by side, never more under way than a crash may double.

    Replies have places of their own, so that none waits behind a broadcast that was told to pause.
    """

    def __init__(
        self,
        *,
        runtime: Runtime,
        sender: Sender,
        outcomes: OutcomeWriter,
        wording: Wording,
        owner: str,
        sends_bulk: Callable[[], bool] = lambda: True,
    ) -> None:
        """`sends_bulk`: whether, now, this is the process of all that sends what can wait."""
        settings = runtime.settings
        # half a second's worth: a row that waits for its permit under a claim may be sent twice or not at all after a crash
        self.most_under_way = int(min(settings.calls_under_way, max(2, settings.rate_bulk / 2)))
        self._queues = [
            _Queue(lanes, self.most_under_way, runtime, sender, outcomes, wording, owner, may_claim)
            for lanes, may_claim in (
                ((Lane.REPLY,), lambda: True),
                ((Lane.REMINDER, Lane.BULK), sends_bulk),
            )
        ]

    def start(self) -> None:
        for queue in self._queues:
            queue.start()

    def wake(self) -> None:
        """Something was added."""
        for queue in self._queues:
            queue.awake.set()

    async def close(self, within: float) -> None:
        """Claim no more, let calls under way finish."""
        await asyncio.gather(*(queue.close(within) for queue in self._queues))


class _Queue:
    """The worker's way with some of the lanes."""

    def __init__(
        self,
        lanes: Sequence[Lane],
        most: int,
        runtime: Runtime,
        sender: Sender,
        outcomes: OutcomeWriter,
        wording: Wording,
        owner: str,
        may_claim: Callable[[], bool],
    ) -> None:
        self._lanes = lanes
        self._may_claim = may_claim
        self._most = most
        self._runtime = runtime
        self._sender = sender
        self._outcomes = outcomes
        self._wording = wording
        self._owner = owner
        self._lookout = Lookout(runtime)
        self.awake = asyncio.Event()
        self._stopping = False
        self._looks_in_vain = 0
        self._under_way: set[asyncio.Task[None]] = set()
        self._without_permit: set[asyncio.Task[None]] = set()
        self._last_to: dict[int, asyncio.Task[None]] = {}
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._task = asyncio.create_task(self._run(), name=f"delivery {self._lanes[0].name.lower()}")

    async def close(self, within: float) -> None:
        self._stopping = True
        self.awake.set()
        for task in self._without_permit:
            task.cancel()
        until = monotonic() + within
        if self._task is not None:
            await _end({self._task}, within)
        await _end(self._under_way, max(0.0, until - monotonic()))

    async def _run(self) -> None:
        while not self._stopping:
            try:
                found = await self._claim()
            except Exception as problem:
                _log.warning("nothing could be claimed, trying again", problem=type(problem).__name__)
                await self._wait_for_work(_ROUGH_SECONDS)
                continue
            for letter in found:
                self._looks_in_vain = 0
                self._send_soon(letter)
            if not found:
                self._looks_in_vain += 1
                # where a look is made each time, for nobody can tell whether it is worth it
                rests = self._looks_in_vain > _LOOKS_BEFORE_REST and self._runtime.news() is None
                await self._wait_for_work(_REST_SECONDS if rests else _LOOK_SECONDS)
            # refill when half is gone, so that the next claim overlaps with sending
            elif len(self._under_way) >= self._most:
                while len(self._under_way) > self._most // 2:
                    await asyncio.wait(self._under_way, return_when=asyncio.FIRST_COMPLETED)

    async def _wait_for_work(self, seconds: float) -> None:
        if self._stopping:
            return
        self.awake.clear()
        try:
            async with asyncio.timeout(seconds):  # no task of its own, as `wait_for` has
                await self.awake.wait()
            self._looks_in_vain = 0
        except TimeoutError:
            return

    async def _claim(self) -> list[QueuedMessage]:
        channel, room = self._sender.channel.name, self._most - len(self._under_way)
        if room <= 0 or not self._may_claim() or not self._lookout.begins():
            return []
        due, until = await self._runtime.read(lambda tx: self._look(tx, channel))
        if not due:
            self._lookout.found_nothing(until)
            return []
        return await self._runtime.write(lambda tx: self._take(tx, channel, room))

    def _look(self, tx: Transaction, channel: str) -> tuple[bool, datetime | None]:
        """Whether something is due, and else when."""
        if something_due(tx, channel, self._lanes):
            return True, None
        # who cannot rest need not know
        return False, None if self._runtime.news() is None else first_due(tx, channel, self._lanes)

    def _take(self, tx: Transaction, channel: str, room: int) -> list[QueuedMessage]:
        claimed = claim(tx, channel=channel, owner=self._owner, lanes=self._lanes, most=room)
        allowed = self._wording.in_words(tx, channel, filter_allowed(tx, channel, claimed))
        limits = self._sender.channel.can.window
        return allowed if limits is None or not allowed else open_or_knock(tx, channel, allowed, limits)

    def _send_soon(self, letter: QueuedMessage) -> None:
        """Beside the others, but after what goes to the same chat."""
        to = letter.address_id
        self._outcomes.takes(letter)
        task = asyncio.create_task(self._send(letter, self._last_to.get(to)))
        self._under_way.add(task)
        self._without_permit.add(task)
        self._last_to[to] = task
        task.add_done_callback(lambda done: self._ended(done, letter))
        if self._stopping:  # claimed in the moment of stopping
            task.cancel()

    async def _send(self, letter: QueuedMessage, after: asyncio.Task[None] | None) -> None:
        if after is not None:
            await asyncio.wait([after])
        gone = letter.gone and letter.lane != Lane.REPLY
        if not gone:
            await self._sender.permit(letter)
        self._without_permit.discard(asyncio.current_task())
        outcome = letter.ended(State.GONE, "gone-before") if gone else await self._sender.call(letter)
        self._outcomes.add(outcome, letter.address_id)

    def _ended(self, task: asyncio.Task[None], letter: QueuedMessage) -> None:
        self._under_way.discard(task)
        if self._last_to.get(letter.address_id) is task:
            del self._last_to[letter.address_id]
        if task in self._without_permit:  # stopped before anything was sent: whoever comes next sends it
            self._without_permit.discard(task)
            back = SendOutcome(letter.id, State.WAITING, attempts=letter.attempts - 1)
            self._outcomes.add(back, letter.address_id)


async def _end(tasks: set[asyncio.Task[None]], within: float) -> None:
    """Wait for them, then no longer."""
    if tasks:
        _, late = await asyncio.wait(tasks, timeout=within)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
