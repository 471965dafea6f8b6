"""Connections to a PostgreSQL that are given back when nobody needs them, and not used again once its server has fallen silent."""

import asyncio
from time import monotonic
from typing import Any, Final

from sqlalchemy import event, util
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import AsyncAdaptedQueuePool

_LOOK_SECONDS: Final = 30.0
_LEAST_IDLE: Final = 1


class ShrinkingPool(AsyncAdaptedQueuePool):
    """Keeps as many idle connections as were used at once since the last look, half a minute ago; the rest is closed."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._most_used = 0
        self._distrusted_at = 0.0
        self._next_look: asyncio.TimerHandle | None = None
        self._shrinking: asyncio.Task[None] | None = None
        event.listen(self, "connect", self._connected)
        event.listen(self, "checkout", self._taken)

    def notice_use(self) -> None:
        """A connection was taken, on the loop."""
        self._most_used = max(self._most_used, self.checkedout())
        if self._next_look is None:
            self._next_look = asyncio.get_running_loop().call_later(_LOOK_SECONDS, self._look)

    def distrust_what_is_idle(self) -> None:
        """What was opened before now is closed instead of used."""
        self._distrusted_at = monotonic()

    def close(self) -> None:
        """No look any more."""
        if self._next_look is not None:
            self._next_look.cancel()
        if self._shrinking is not None:
            self._shrinking.cancel()

    async def shrink(self) -> int:
        """Close what is idle beyond what was used since the last time. Returns how many."""
        keep = max(_LEAST_IDLE, self._most_used - self.checkedout())
        self._most_used = self.checkedout()
        closed: int = await util.greenlet_spawn(self._close_idle, keep)
        return closed

    def _look(self) -> None:
        self._next_look = None
        self._shrinking = asyncio.get_running_loop().create_task(self._shrink_quietly())
        if self.checkedin() > _LEAST_IDLE or self.checkedout():
            self._next_look = asyncio.get_running_loop().call_later(_LOOK_SECONDS, self._look)

    async def _shrink_quietly(self) -> None:
        await asyncio.gather(self.shrink(), return_exceptions=True)

    def _close_idle(self, keep: int) -> int:
        closed = 0
        while self.checkedin() > keep:
            record = self._pool.get(False)
            record.close()
            self._dec_overflow()
            closed += 1
        return closed

    def _connected(self, _: Any, record: Any) -> None:
        record.info["opened_at"] = monotonic()

    def _taken(self, connection: Any, record: Any, _: Any) -> None:
        if record.info.get("opened_at", 0.0) < self._distrusted_at:
            if connection.driver_connection is not None:
                connection.driver_connection.terminate()  # a frozen server takes no leave
            raise DisconnectionError("the server fell silent after this connection was opened")
