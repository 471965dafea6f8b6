"""Whether the database takes a write now: what readiness asks."""

import asyncio
from collections.abc import Awaitable, Callable
from time import monotonic

from feedbackbot.errors import DatabaseAway

_GOOD_FOR_SECONDS = 1.0
_LONGEST_SECONDS = 2.0


class WriteProbe:
    """`write` is a small one. However often it is asked, there is one write a second and never two under way."""

    def __init__(self, write: Callable[[], Awaitable[None]]) -> None:
        self._write = write
        self._under_way: asyncio.Task[None] | None = None
        self._good_until = 0.0

    async def why_not(self) -> str:
        """ "" where it takes writes, else why not, without names or addresses."""
        if monotonic() < self._good_until:
            return ""
        if self._under_way is None or self._under_way.done():
            self._under_way = asyncio.create_task(self._try(), name="write probe")
        done, _ = await asyncio.wait([self._under_way], timeout=_LONGEST_SECONDS)
        if not done:
            return f"the database did not take a write within {_LONGEST_SECONDS:.0f} seconds"
        problem = self._under_way.exception()
        if problem is None:
            return ""
        if isinstance(problem, DatabaseAway) and str(problem).startswith("SQLite"):
            return f"the database takes no writes: {problem}"
        if isinstance(problem, DatabaseAway):  # what stands after the colon may name a host
            return f"the database takes no writes: {str(problem).partition(':')[0]}"
        return "the database takes no writes"

    async def _try(self) -> None:
        await self._write()
        self._good_until = monotonic() + _GOOD_FOR_SECONDS
