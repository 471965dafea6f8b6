"""What this process agrees on with the others of its database: who does what for all, and how fast each may send."""

import asyncio
from collections.abc import Callable
from time import monotonic
from typing import Final

from feedbackbot.delivery.line_share import Asks, LineShare
from feedbackbot.delivery.pacing import Pacer
from feedbackbot.delivery.rhythm import until_next
from feedbackbot.storage.pipeline.leases import GOOD_FOR, Standing, let_go, renew_lease
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.telemetry import get_logger

_log = get_logger(__name__)
TIMETABLE: Final = "timetable"
"""The lease of whoever runs the jobs and shows the progress of broadcasts."""
_ALONE_SECONDS: Final = 3.0
_TOGETHER_SECONDS: Final = 1.0


class Cooperation:
    """Agrees anew every second, every third where no other process is there. The first time is done when `start` returns."""

    def __init__(self, runtime: Runtime, process_id: str, ticks: Callable[[], float] = monotonic) -> None:
        """`ticks` are seconds that nobody can set, the same as the pacers'."""
        self._runtime = runtime
        self._ticks = ticks
        self.process_id = process_id
        self._standing = Standing(self._ticks)
        self._lines: list[LineShare] = []
        self._held_until: dict[str, float] = {}
        self._taking: dict[str, list[Callable[[], None]]] = {}
        self._task: asyncio.Task[None] | None = None

    def add_line(self, name: str, pacer: Pacer, *, overall: float, bulk: float) -> LineShare:
        """The pacer sends no more than this process's share from now on; the lease of that name says who sends bulk."""
        line = LineShare(name, pacer, overall=overall, bulk=bulk)
        pacer.allow(0)
        self._lines.append(line)
        return line

    def holds(self, name: str) -> bool:
        """Whether this is the process that does it, now."""
        return self._ticks() < self._held_until.get(name, 0.0)

    def in_charge(self) -> bool:
        """Whether this process runs the timetable and shows progress, now."""
        return self.holds(TIMETABLE)

    def when_taking(self, name: str, begin: Callable[[], None]) -> None:
        """`begin` is called each time that this process becomes the one who does it."""
        self._taking.setdefault(name, []).append(begin)

    async def start(self) -> None:
        """Raises DatabaseAway."""
        await self.agree()
        self._task = asyncio.create_task(self._run(), name="cooperation")

    async def close(self) -> None:
        """Leave everything to the others."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])
        self._held_until.clear()
        await self._runtime.write(lambda tx: let_go(tx, [self.process_id]))

    async def agree(self) -> None:
        """Once, now. Raises DatabaseAway."""
        began = self._ticks()
        asks = [line.asks() for line in self._lines]
        held, applies = await self._runtime.write(lambda tx: self._work(tx, asks))
        for apply in applies:
            apply(began)
        before = {name for name in held if self.holds(name)}
        self._held_until = dict.fromkeys(held, began + GOOD_FOR)
        for name in sorted(held - before):
            for begin in self._taking.get(name, ()):
                begin()

    def _work(self, tx: Transaction, asks: list[Asks]) -> tuple[set[str], list[Callable[[float], None]]]:
        tx.is_routine()
        # in the order of their names: two processes must not wait for each other
        held: set[str] = set()
        applies = []
        for line, asked in sorted(zip(self._lines, asks, strict=True), key=lambda one: one[0].name):
            leads, apply = line.agree(tx, self.process_id, self._standing, asked)
            applies.append(apply)
            if leads:
                held.add(line.name)
        if renew_lease(tx, TIMETABLE, self.process_id, self._standing):
            held.add(TIMETABLE)
        return held, applies

    async def _run(self) -> None:
        while True:
            alone = all(line.alone for line in self._lines)
            await asyncio.sleep(until_next(self.process_id, _ALONE_SECONDS if alone else _TOGETHER_SECONDS))
            try:
                await self.agree()
            except Exception as problem:
                _log.warning(
                    "nothing could be agreed on with the other processes", problem=type(problem).__name__
                )
