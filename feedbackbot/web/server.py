"""Uvicorn inside the bot's own loop, stopped by the bot and not by signals."""

import asyncio
import contextlib
import resource
import socket
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import uvicorn
from starlette.types import ASGIApp

from feedbackbot.web.connections import Room
from feedbackbot.web.plain_posts import Take

# accepted in one go, before any of them can be told to give way
_BACKLOG = 128
_DATE_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much the server takes on. `connections` may be fewer where the system allows few open files; times in seconds."""

    connections: int = 500
    header_seconds: float = 10.0
    exchange_seconds: float = 30.0


class _Quiet(uvicorn.Server):
    """Uvicorn raises SIGTERM again after serving, so that nothing after it would run; the bot handles signals itself."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._told = asyncio.Event()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    def end(self) -> None:
        """Return from `serve`, once what is under way is done."""
        self.should_exit = True
        self._told.set()

    async def main_loop(self) -> None:
        """Uvicorn's own looks ten times a second whether it is to end, which is most of what an idle city would do. Once a second the date
        in its answers is renewed."""
        while not await self.on_tick(0):
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_DATE_SECONDS):
                    await self._told.wait()


class WebServer:
    """Serves an app on one address; `port` is the real one, also where 0 was asked for."""

    def __init__(
        self,
        app: ASGIApp,
        host: str,
        port: int,
        bounds: Bounds | None = None,
        takers: Mapping[str, Take] | None = None,
    ) -> None:
        """`takers` answer plain POSTs to their paths; all else is the app's."""
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        # named as TCP, or asyncio does not switch Nagle's delay off: 40 ms for whatever is written in two pieces
        self._socket = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._socket.bind((host, port))
        self.port: int = self._socket.getsockname()[1]
        bounds = bounds or Bounds()
        most = min(bounds.connections, _open_files() // 2)
        self.room = Room(most, bounds.header_seconds, bounds.exchange_seconds, takers or {})
        config = uvicorn.Config(
            app,
            http=self.room.make_connection,  # type: ignore[arg-type]  # called like a class
            ws="none",
            log_config=None,
            access_log=False,
            backlog=_BACKLOG,
            timeout_graceful_shutdown=3,
            lifespan="off",
            server_header=False,
        )
        self._server = _Quiet(config)
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        self._task = asyncio.create_task(self._server.serve(sockets=[self._socket]), name="web")
        while not self._server.started:
            if self._task.done():
                self._task.result()
            await asyncio.sleep(0.01)

    async def stop(self) -> None:
        self._server.end()
        if self._task is not None:
            await asyncio.wait([self._task], timeout=5)
        self._socket.close()


def _open_files() -> int:
    """How many this process may have open, after asking for all that the system grants without rights."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != hard:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
            soft = hard
    return soft if soft != resource.RLIM_INFINITY else 1 << 20
