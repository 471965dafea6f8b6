"""Says that this process is alive, and takes over what dead ones had under way."""

import asyncio
import itertools
from typing import Final

from feedbackbot.delivery.rhythm import until_next
from feedbackbot.figures import OUTBOX_DEPTH, OUTBOX_WAITS, TAKEN_OVER
from feedbackbot.storage.pipeline.outbox import Lane, due_by_lane
from feedbackbot.storage.pipeline.processes import BEAT_EVERY, Watch, beat, is_alone, sign_off, take_over
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.telemetry import get_logger

_log = get_logger(__name__)
_MEASURED_EVERY: Final = 10
"""Beats: half a minute."""


class Heartbeat:
    """Beats until closed. The first beat and take-over are done when `start` returns."""

    def __init__(self, runtime: Runtime, process_id: str) -> None:
        self._runtime = runtime
        self._process_id = process_id
        self._watch = Watch()
        self._alone = False
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        await self.beat()
        self._task = asyncio.create_task(self._run(), name="heartbeat")

    async def close(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])  # a last beat would make this process look alive
        await self._runtime.write(lambda tx: sign_off(tx, self._process_id))

    async def _run(self) -> None:
        for beats in itertools.count(1):
            await asyncio.sleep(until_next(self._process_id, BEAT_EVERY.total_seconds()))
            try:
                await self.beat()
                if beats % _MEASURED_EVERY == 0:
                    await self.measure()
            except Exception as problem:
                _log.warning("no heartbeat could be written", problem=type(problem).__name__)

    async def measure(self) -> None:
        """What waits to be sent, for whoever watches. Raises DatabaseAway."""
        waiting = await self._runtime.read(due_by_lane)
        for lane in Lane:
            depth, since = waiting.get(lane, (0, None))
            OUTBOX_DEPTH.labels(lane.name.lower()).set(depth)
            waits = (self._runtime.now() - since).total_seconds() if since else 0.0
            OUTBOX_WAITS.labels(lane.name.lower()).set(waits)

    async def beat(self) -> None:
        """Say so now: this is also the write that readiness tries. Raises DatabaseAway."""
        again, unknown, self._alone = await self._runtime.write(self._work)
        self._watch.beaten()
        if again or unknown:
            TAKEN_OVER.labels("again").inc(again)
            TAKEN_OVER.labels("unknown").inc(unknown)
            _log.info("took over from a dead process", again=again, unknown=unknown)

    def alone(self) -> bool:
        """Whether no other process was alive at the last beat."""
        return self._alone

    def _work(self, tx: Transaction) -> tuple[int, int, bool]:
        beat(tx, self._process_id)
        again, unknown = take_over(tx, self._watch, self._process_id)
        if not again and not unknown:
            tx.is_routine()
        return again, unknown, is_alone(tx, self._process_id)
