"""Group commit: all deliveries that wait while a commit runs are kept in the next one.

Chat services that call for each message and twice more for each answer would have a transaction each otherwise, and the statements of one
cost as much as those of fifty. What is only told of earlier messages waits a moment for company: nobody is waiting for an answer to it.
"""

import asyncio
import contextlib
from collections.abc import Sequence

from feedbackbot.delivery.receipts import take_receipts
from feedbackbot.errors import DatabaseAway
from feedbackbot.figures import ARRIVALS
from feedbackbot.inbound.delivered import Delivered
from feedbackbot.storage.pipeline.inbox import keep_arrivals
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.telemetry import get_logger

_log = get_logger(__name__)
_NEW, _REPEATED = ARRIVALS.labels("new"), ARRIVALS.labels("repeated")
# updates and receipts in one transaction: a larger one keeps replies waiting; a single delivery may be larger
_MOST_TOGETHER = 200
_LINGER_SECONDS = 0.02
_Waiting = tuple[Delivered, asyncio.Future[None]]


class Keeper:
    """Keeps what arrives on one channel."""

    def __init__(self, runtime: Runtime, channel: str, *, linger: float = _LINGER_SECONDS) -> None:
        self._runtime = runtime
        self._channel = channel
        self._waiting: list[_Waiting] = []
        self._task: asyncio.Task[None] | None = None
        self._linger = linger
        self._urgent = asyncio.Event()

    async def keep(self, delivered: Delivered) -> None:
        """Returns once it is committed. Raises DatabaseAway, and whatever is wrong with this delivery alone."""
        kept: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((delivered, kept))
        if _is_urgent(delivered):
            self._urgent.set()
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._keep_all(), name="keeping arrivals")
        await kept

    async def _keep_all(self) -> None:
        while self._waiting:
            await self._wait_for_company()
            group = self._next_group()
            try:
                await self._write([delivered for delivered, _ in group])
            except DatabaseAway as away:
                for _, kept in group:
                    _end(kept, away)
            except Exception:
                await self._one_by_one(group)
            else:
                for _, kept in group:
                    _end(kept)

    def _next_group(self) -> list[_Waiting]:
        size = count = 0
        for delivered, _ in self._waiting:
            size += len(delivered.arrivals) + len(delivered.told)
            if count and size > _MOST_TOGETHER:
                break
            count += 1
        group, self._waiting = self._waiting[:count], self._waiting[count:]
        if not any(_is_urgent(delivered) for delivered, _ in self._waiting):
            self._urgent.clear()
        return group

    async def _wait_for_company(self) -> None:
        if self._linger and not self._urgent.is_set():
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._urgent.wait(), self._linger)

    async def _one_by_one(self, group: Sequence[_Waiting]) -> None:
        """A delivery that cannot be kept must not hold up those that came with it."""
        for delivered, kept in group:
            try:
                await self._write([delivered])
            except Exception as problem:
                _end(kept, problem)
            else:
                _end(kept)

    async def _write(self, group: Sequence[Delivered]) -> None:
        arrivals = [arrival for delivered in group for arrival in delivered.arrivals]
        told = [receipt for delivered in group for receipt in delivered.told]

        def work(tx: Transaction) -> int:
            if told:
                take_receipts(tx, self._channel, told)
            for delivered in group:
                if delivered.also is not None:
                    delivered.also(tx)
            return len(keep_arrivals(tx, arrivals))

        new = await self._runtime.write(work)
        _NEW.inc(new)
        _REPEATED.inc(len(arrivals) - new)


def _is_urgent(delivered: Delivered) -> bool:
    return bool(delivered.arrivals) or delivered.also is not None


def _end(kept: asyncio.Future[None], problem: Exception | None = None) -> None:
    """Whoever waited may have gone away meanwhile."""
    if kept.done():
        return
    if problem is None:
        kept.set_result(None)
    else:
        kept.set_exception(problem)
