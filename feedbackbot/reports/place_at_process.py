"""One city's place at a process that several cities have together."""

import asyncio
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from feedbackbot.reports.render_process import Bounds, RenderProcess

P = ParamSpec("P")
T = TypeVar("T")


class PlaceAtProcess(RenderProcess):
    """Hands in one job at a time, so that however many a city wants, another waits for one of it at most. Closing gives up the place and
    leaves the process to the others."""

    def __init__(self, process: RenderProcess) -> None:
        super().__init__()
        self._process = process
        self._turn = asyncio.Lock()

    @property
    def running(self) -> bool:
        return self._process.running

    async def bounded(self, bounds: Bounds, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        async with self._turn:
            return await self._process.bounded(bounds, function, *args, **kwargs)

    async def close(self) -> None:
        """The process goes on."""
