"""Serves the cities of a file in one process: each lives by itself, and what befalls one leaves the others alone."""

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from feedbackbot.assistant import Assistant
from feedbackbot.channels.backoff import Backoff
from feedbackbot.errors import DatabaseAway, SettingsError
from feedbackbot.figures import CITY_STARTS, CITY_UP, work_of
from feedbackbot.running import leave_what_stays_uncollected, live, stop_when_told
from feedbackbot.settings import Settings
from feedbackbot.settings.cities import Cities, City
from feedbackbot.telemetry import get_logger
from feedbackbot.web.app import create_app, watch_routes
from feedbackbot.web.server import Bounds, WebServer
from feedbackbot.wiring import SharedParts

_log = get_logger(__name__)
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 300.0
_LOOK_SECONDS: Final = 10.0
_LOOK_AGAIN_SECONDS: Final = 1.0
_THREADS: Final = 64
_BOUNDS: Final = Bounds(50, 10.0, 30.0)

Assemble = Callable[[Settings, SharedParts], Assistant]


class KeptCity:
    """One city: started, looked at, and started again after growing pauses where it could not start."""

    def __init__(
        self, cities: Cities, city: City, assemble: Callable[[Settings], Assistant], stop: asyncio.Event
    ) -> None:
        self.name = city.name
        self.why_not = "starting"
        """Why it does not serve, "" where it does."""
        self._cities, self._city = cities, city
        self._assemble = assemble
        self._stop = stop
        self._backoff = Backoff(_FIRST_PAUSE, _LONGEST_PAUSE)

    async def keep(self, *, webhook: bool) -> None:
        """Until `stop` is set. Whatever is wrong with the city is told by `why_not`, the figures and the log, never raised."""
        with work_of(self.name):
            while not self._stop.is_set():
                try:
                    await self._live(webhook=webhook)
                except Exception as problem:
                    self._failed(problem)
                    await self._pause(self._backoff.pause())
            self._tell("stopping")

    async def _live(self, *, webhook: bool) -> None:
        assistant = self._assemble(self._cities.settings_of(self._city))
        await live(assistant, self._stop, lambda: self._look_after(assistant), webhook=webhook)

    async def _look_after(self, assistant: Assistant) -> None:
        CITY_STARTS.labels("served").inc()
        self._backoff.reset()
        while not self._stop.is_set():
            try:
                self._tell(await asyncio.wait_for(assistant.why_not_ready(), _LOOK_SECONDS))
            except Exception as problem:
                self._tell(type(problem).__name__)
            await self._pause(_LOOK_SECONDS if not self.why_not else _LOOK_AGAIN_SECONDS)

    def _failed(self, problem: Exception) -> None:
        """Only texts that are made to be read are repeated: others may hold what people wrote."""
        said = isinstance(problem, SettingsError | DatabaseAway)
        CITY_STARTS.labels("failed").inc()
        self._tell(str(problem) if said else type(problem).__name__)
        if not said:
            _log.exception("a city could not be started")

    def _tell(self, why_not: str) -> None:
        CITY_UP.set(0 if why_not else 1)
        if why_not not in (self.why_not, "", "stopping"):
            _log.error("a city is not served", why=why_not)
        elif self.why_not and not why_not:
            _log.info("a city is served")
        self.why_not = why_not

    async def _pause(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._stop.wait(), seconds)


class ManyCities:
    """All of them, and the one place from which they are watched."""

    def __init__(self, cities: Cities, assemble: Assemble, stop: asyncio.Event) -> None:
        self._shared = SharedParts()
        self._stop = stop
        self.kept: Sequence[KeptCity] = [
            KeptCity(cities, one, lambda settings: assemble(settings, self._shared), stop)
            for one in cities.cities
        ]
        routes = [*watch_routes(self._why_not), Route("/health/cities", self._told)]
        self.web = WebServer(create_app(routes), cities.watch_host, cities.watch_port, _BOUNDS)

    async def serve(self, *, webhook: bool) -> None:
        """Until `stop` is set, and then until all have settled."""
        await self.web.start()
        try:
            await asyncio.gather(*(asyncio.create_task(one.keep(webhook=webhook)) for one in self.kept))
        finally:
            await self.web.stop()
            await self._shared.close()

    async def _why_not(self) -> str:
        """Ready as long as one is: whoever asks is the load balancer, who could do nothing for a single city."""
        return "" if any(not one.why_not for one in self.kept) else "no city is served"

    async def _told(self, _: Request) -> Response:
        told = {one.name: one.why_not or "served" for one in self.kept}
        return JSONResponse(told, 503 if any(one.why_not for one in self.kept) else 200)


async def run_cities(cities: Cities, assemble: Assemble, *, webhook: bool) -> None:
    """Until SIGTERM or SIGINT, then stop all within ten seconds. Raises SettingsError where there is no city."""
    if not cities.cities:
        raise SettingsError(f"{cities.file}: no city stands in it")
    with stop_when_told() as stop:
        if stop.is_set():
            return
        # threads that wait for one city's disk must not be all there are; they are made when wanted
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(_THREADS))
        leave_what_stays_uncollected()
        await ManyCities(cities, assemble, stop).serve(webhook=webhook)
