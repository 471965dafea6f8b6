"""An event loop whose clock jumps to whatever is awaited next: hours of pacing in a moment."""

import asyncio
import math
import selectors
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")
# Whoever waits for less than a float of this size can tell apart would wait for ever on a clock that passes by itself never
_STANDS_STILL = 1000


class _Selector(selectors.DefaultSelector):
    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0
        self.stood_still = 0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None:
            return super().select(None)
        ready = super().select(0)
        if not ready:
            before, self.now = self.now, self.now + max(timeout, 0)
            self.stood_still = self.stood_still + 1 if self.now == before else 0
            if self.stood_still > _STANDS_STILL:
                self.now = math.nextafter(self.now, math.inf)
        return ready


class VirtualTimeLoop(asyncio.SelectorEventLoop):
    """`time()` begins at 0 and passes only while nothing is left to do."""

    def __init__(self) -> None:
        self._jumping = _Selector()
        super().__init__(self._jumping)

    def time(self) -> float:
        return self._jumping.now


def in_virtual_time(work: Coroutine[Any, Any, T]) -> T:
    """Run to the end."""
    with asyncio.Runner(loop_factory=VirtualTimeLoop) as runner:
        return runner.run(work)
