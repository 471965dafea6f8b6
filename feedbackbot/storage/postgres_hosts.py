"""Which of several hosts is connected to: the one that writes, also while another stands still and says nothing."""

import asyncio
import socket
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, Final

import asyncpg

KEEP_ALIVE: Final = {"idle": 10, "interval": 5, "count": 3}
"""Whoever vanished without a word is missed after 25 seconds."""
_NEXT_AFTER_SECONDS: Final = 0.5
_LEAVE_SECONDS: Final = 0.25
_Place = tuple[str, int]


class Hosts:
    """Opens the connections of one address. Who did last is asked first; a host that takes its time keeps nobody waiting, as the next
    one is asked beside it.

    The driver alone asks one after the other and gives all of them together the time that is meant for one: a frozen server that
    stands first in the address then hides the others for as long as it is frozen.
    """

    def __init__(self) -> None:
        self._last: _Place | None = None

    async def connect(self, *, host: Any = None, port: Any = None, **arguments: Any) -> asyncpg.Connection:
        """As asyncpg.connect, with `timeout` for each host. Raises what the last of them raised."""
        if not isinstance(host, list | tuple):
            return await _open(host=host, port=port, **arguments)
        ports = list(port) if isinstance(port, list | tuple) else [port]
        places = list(zip(host, ports * len(host) if len(ports) == 1 else ports, strict=True))
        if self._last in places:
            places.remove(self._last)
            places.insert(0, self._last)
        return await self._first_that_will_do(places, arguments)

    async def _first_that_will_do(
        self, places: Sequence[_Place], arguments: dict[str, Any]
    ) -> asyncpg.Connection:
        rest = deque(places)
        asked: dict[asyncio.Task[asyncpg.Connection], _Place] = {}
        problem: BaseException = OSError("no host")
        try:
            while rest or asked:
                if rest:
                    where = rest.popleft()
                    asked[asyncio.create_task(_open(host=where[0], port=where[1], **arguments))] = where
                patience = _NEXT_AFTER_SECONDS if rest else None
                answered, _ = await asyncio.wait(asked, timeout=patience, return_when=asyncio.FIRST_COMPLETED)
                for task in answered:
                    where = asked.pop(task)
                    failure = task.exception()
                    if failure is None:
                        self._last = where
                        return task.result()
                    problem = failure
        finally:
            for task in asked:
                task.add_done_callback(_let_go)
                task.cancel()
        raise problem


def _let_go(task: "asyncio.Task[asyncpg.Connection]") -> None:
    """Of a host that answered when another one was taken already."""
    if not task.cancelled() and task.exception() is None:
        task.result().terminate()


class _Impatient(asyncpg.Connection):  # type: ignore[misc]
    """Waits no longer than a moment until its server has seen it go: a frozen one never does."""

    async def close(self, *, timeout: float | None = None) -> None:  # noqa: ASYNC109  the driver's own name
        with suppress(TimeoutError):
            await super().close(timeout=min(timeout or _LEAVE_SECONDS, _LEAVE_SECONDS))


async def _open(**arguments: Any) -> asyncpg.Connection:
    connection = await asyncpg.connect(connection_class=_Impatient, **arguments)
    transport = getattr(connection, "_transport", None)
    found = None if transport is None else transport.get_extra_info("socket")
    if found is not None and found.family != socket.AF_UNIX:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        with suppress(AttributeError, OSError):  # not every system can say how often
            found.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, KEEP_ALIVE["idle"])
            found.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPINTVL, KEEP_ALIVE["interval"])
            found.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPCNT, KEEP_ALIVE["count"])
    return connection
