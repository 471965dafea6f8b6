"""Small requests with short answers over kept connections, at most so many at a time. The rest of HTTP is aiohttp's."""

import asyncio
import socket
import ssl
from collections import defaultdict, deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from aiohappyeyeballs import start_connection
from yarl import URL

from feedbackbot.channels.kept_connection import Answer, KeptConnection

_NAMES_LAST: Final = 300.0
_NEXT_ADDRESS: Final = 0.25
_MOST_BEGINNINGS: Final = 64
_Origin = tuple[str, str, int]


class NotBegun(Exception):
    """Nothing has left this machine; `reason` is that of `NotCarried`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class _Beginning:
    """Where a request goes, and all of it before its length."""

    origin: _Origin
    text: bytes


class KeptCalls:
    """`fields` go with every request. Seconds: `keep_alive` until an idle connection is closed."""

    def __init__(self, connections: int, fields: Mapping[str, str], keep_alive: float) -> None:
        self._places = _Places(connections)
        self._fields = dict(fields)
        self._keep_alive = keep_alive
        self._idle: defaultdict[_Origin, list[KeptConnection]] = defaultdict(list)
        self._beginnings: dict[URL, _Beginning] = {}
        self._names = _Names()
        self._tls: ssl.SSLContext | None = None
        self._sweep: asyncio.TimerHandle | None = None

    async def post(self, url: URL, body: bytes, *, waits: float, connect: float, answer: float) -> Answer:
        """Seconds: `waits` for a place, `connect` for a new connection, `answer` for the answer. Raises NotBegun, and once the request
        has left TimeoutError, OSError or `BadAnswer`."""
        beginning = self._beginning(url)
        await self._places.take(waits)
        try:
            connection = self._kept(beginning.origin) or await self._opened(beginning.origin, connect)
            request = b"%b%d\r\n\r\n%b" % (beginning.text, len(body), body)
            answered = await _asked(connection, request, answer)
            if answered.keeps:
                self._keep(beginning.origin, connection)
            return answered
        finally:
            self._places.give_back()

    def close(self) -> None:
        """Idle connections end; those under way end with their answers."""
        self._keep_alive = 0.0
        self._close_old()

    def _beginning(self, url: URL) -> _Beginning:
        found = self._beginnings.get(url)
        if found is None:
            if len(self._beginnings) >= _MOST_BEGINNINGS:
                self._beginnings.clear()
            found = self._beginnings[url] = _beginning(url, self._fields)
        return found

    def _kept(self, origin: _Origin) -> KeptConnection | None:
        idle = self._idle[origin]
        while idle:
            if (last := idle.pop()).usable:
                return last
        return None

    def _keep(self, origin: _Origin, connection: KeptConnection) -> None:
        loop = asyncio.get_running_loop()
        connection.idle_since = loop.time()
        self._idle[origin].append(connection)
        if not self._keep_alive:
            self._close_old()
        elif self._sweep is None:
            self._sweep = loop.call_later(self._keep_alive, self._close_old)

    def _close_old(self) -> None:
        loop, self._sweep = asyncio.get_running_loop(), None
        until, left = loop.time() - self._keep_alive, False
        for origin, idle in self._idle.items():
            for one in idle:
                if one.idle_since <= until:
                    one.close()
            self._idle[origin] = [one for one in idle if one.usable]
            left = left or bool(self._idle[origin])
        if left:
            self._sweep = loop.call_later(self._keep_alive, self._close_old)

    async def _opened(self, origin: _Origin, seconds: float) -> KeptConnection:
        scheme, host, port = origin
        try:
            async with asyncio.timeout(seconds):
                tls = await self._secured() if scheme == "https" else None
                addresses = await self._names.of(host, port)
                made = await start_connection(addresses, happy_eyeballs_delay=_NEXT_ADDRESS, interleave=1)
                name = host if tls is not None else None
                _, connection = await asyncio.get_running_loop().create_connection(
                    KeptConnection, sock=made, ssl=tls, server_hostname=name
                )
        except TimeoutError:
            raise NotBegun("connect-time-out") from None
        except socket.gaierror:
            raise NotBegun("dns") from None
        except OSError:
            self._names.forget(host, port)
            raise NotBegun("no-connection") from None
        return connection

    async def _secured(self) -> ssl.SSLContext:
        if self._tls is None:  # certificates are read from the disk
            self._tls = await asyncio.to_thread(ssl.create_default_context)
        return self._tls


class _Places:
    """So many at a time, the others in their order. `asyncio.Semaphore` asks all who wait at each step, and hundreds may."""

    def __init__(self, free: int) -> None:
        self._free = free
        self._waiting: deque[asyncio.Future[None]] = deque()

    async def take(self, seconds: float) -> None:
        """Raises NotBegun where none was free for so long."""
        if self._free:
            self._free -= 1
            return
        loop = asyncio.get_running_loop()
        place: asyncio.Future[None] = loop.create_future()
        self._waiting.append(place)
        timer = loop.call_later(seconds, _too_late, place)
        try:
            await place
        except TimeoutError:
            raise NotBegun("connect-time-out") from None
        except asyncio.CancelledError:
            if not place.cancelled() and place.exception() is None:  # given in the moment of giving up
                self.give_back()
            raise
        finally:
            timer.cancel()

    def give_back(self) -> None:
        while self._waiting:
            if not (first := self._waiting.popleft()).done():
                first.set_result(None)
                return
        self._free += 1


class _Names:
    """Addresses of names, each remembered for some minutes: many connections are opened at once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int], tuple[float, list[Any]]] = {}
        self._asking = asyncio.Lock()

    async def of(self, host: str, port: int) -> list[Any]:
        """Raises socket.gaierror."""
        loop = asyncio.get_running_loop()
        async with self._asking:
            until, found = self._known.get((host, port), (0.0, []))
            if loop.time() >= until:
                found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
                self._known[host, port] = loop.time() + _NAMES_LAST, found
            return found

    def forget(self, host: str, port: int) -> None:
        self._known.pop((host, port), None)


def _beginning(url: URL, fields: Mapping[str, str]) -> _Beginning:
    """Raises NotBegun for an address, or a field, that cannot be written into a request."""
    host, port, path = url.raw_host, url.port, url.raw_path_qs
    if url.scheme not in ("http", "https") or not host or port is None or " " in path:
        raise NotBegun("address")
    lines = [f"POST {path} HTTP/1.1", f"Host: {url.host_port_subcomponent}"]
    lines += [f"{name}: {value}" for name, value in fields.items()]
    lines += ["Content-Type: application/json", "Content-Length: "]
    if not all(line.isascii() and line.isprintable() for line in lines):
        raise NotBegun("address")
    return _Beginning((url.scheme, host, port), "\r\n".join(lines).encode())


async def _asked(connection: KeptConnection, request: bytes, seconds: float) -> Answer:
    """Whoever gives up leaves no connection behind that an answer may still come over."""
    waiting = connection.ask(request)
    timer = asyncio.get_running_loop().call_later(seconds, _too_late, waiting)
    try:
        return await waiting
    except BaseException:
        connection.close()
        raise
    finally:
        timer.cancel()


def _too_late(waiting: asyncio.Future[Any]) -> None:
    if not waiting.done():
        waiting.set_exception(TimeoutError())
