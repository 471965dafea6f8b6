"""HTTP to a chat service: bounded connections, waits that are told apart, errors that hold no address. Small calls go over kept
connections, the rest over aiohttp (docs/decisions/0041).

A failure says whether the request may have arrived, which is all that the delivery needs to know of the network.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from time import time
from typing import Any, Final

import aiohttp
from yarl import URL

from feedbackbot.channels.kept_calls import KeptCalls, NotBegun
from feedbackbot.channels.kept_connection import BadAnswer

JSON_HEADERS: Final = {"Content-Type": "application/json"}


class NotCarried(Exception):
    """The request certainly never left this machine: no free connection, no address, nobody listening."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"not sent: {reason}")
        self.reason = reason


class PerhapsCarried(Exception):
    """The request left and no answer came back: "time-out" or "dropped"."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"perhaps sent: {reason}")
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds to wait: `pool` for a free connection, `connect` for a new one, `answer` for the reply to a call, `upload` for a whole
    call that carries a file, `keep_alive` until an idle connection is closed (earlier than the server would)."""

    pool: float = 10.0
    connect: float = 10.0
    answer: float = 20.0
    upload: float = 60.0
    keep_alive: float = 15.0

    def timeout(self, answer: float, sending: float = 0.0) -> aiohttp.ClientTimeout:
        """`total` comes last, so that running out of it always means that the request had left."""
        waiting = self.pool + self.connect
        return aiohttp.ClientTimeout(
            total=waiting + sending + answer + 1, connect=waiting, sock_connect=self.connect, sock_read=answer
        )


@dataclass(frozen=True, slots=True)
class SaidTime:
    """The header `Date` of an answer ("" for none), and between which moments of this machine it was written, in seconds since 1970."""

    header: str
    asked_at: float
    answered_at: float


class HttpExchange:
    """At most `connections` calls at a time, and as many that are not small; the others wait for a free connection. `headers` go with every
    call."""

    def __init__(
        self,
        connections: int,
        proxy: str = "",
        patience: Patience | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self._connections = connections
        self._proxy = proxy or None
        self._headers = dict(headers or {})
        self._session: aiohttp.ClientSession | None = None
        self._calls: KeptCalls | None = None
        self.last_date: SaidTime | None = None
        self.patience = patience or Patience()
        self.call_timeout = self.patience.timeout(self.patience.answer)
        self.upload_timeout = self.patience.timeout(self.patience.answer, self.patience.upload)

    async def open(self) -> None:
        if self._session is None:
            if self._proxy is None:
                self._calls = KeptCalls(self._connections, self._headers, self.patience.keep_alive)
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    limit=self._connections, keepalive_timeout=self.patience.keep_alive, ttl_dns_cache=300
                ),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers=self._headers,
                # answers are a few hundred bytes: unpacking costs more than it saves
                skip_auto_headers=("Accept-Encoding",),
                trust_env=False,
            )

    async def close(self) -> None:
        session, self._session = self._session, None
        calls, self._calls = self._calls, None
        if calls is not None:
            calls.close()
        if session is not None:
            await session.close()

    async def ask(
        self,
        method: str,
        url: URL,
        body: Any = None,
        headers: Mapping[str, str] | None = None,
        limits: aiohttp.ClientTimeout | None = None,
        most: int | None = None,
    ) -> tuple[int, bytes]:
        """Status and answer, of which at most `most` bytes are read. Raises `NotCarried` or `PerhapsCarried`. A POST of bytes with
        `JSON_HEADERS` takes the short way."""
        if self._session is None:
            raise NotCarried("closed")
        if self._calls is not None and method == "POST" and headers is JSON_HEADERS and most is None:
            return await self._post(self._calls, url, body, limits or self.call_timeout)
        # `from None` throughout: aiohttp's own errors name the address, which may hold a token
        try:
            return await self._by_session(self._session, method, url, body, headers, limits, most)
        except aiohttp.ConnectionTimeoutError:
            raise NotCarried("connect-time-out") from None
        except aiohttp.ClientConnectorDNSError:
            raise NotCarried("dns") from None
        except (aiohttp.ClientConnectorError, aiohttp.ClientHttpProxyError):
            raise NotCarried("no-connection") from None
        except aiohttp.InvalidURL:
            raise NotCarried("address") from None
        except TimeoutError:
            raise PerhapsCarried("time-out") from None
        except (aiohttp.ClientError, OSError):
            raise PerhapsCarried("dropped") from None

    async def _by_session(
        self,
        session: aiohttp.ClientSession,
        method: str,
        url: URL,
        body: Any,
        headers: Mapping[str, str] | None,
        limits: aiohttp.ClientTimeout | None,
        most: int | None,
    ) -> tuple[int, bytes]:
        asked_at = time()
        async with session.request(
            method,
            url,
            data=body,
            headers=headers,
            timeout=limits or self.call_timeout,
            proxy=self._proxy,
            allow_redirects=False,
        ) as response:
            self.last_date = SaidTime(response.headers.get("Date", ""), asked_at, time())
            if most is None:
                return response.status, await response.read()
            return response.status, await _read_at_most(response.content, most)

    async def _post(
        self, calls: KeptCalls, url: URL, body: bytes, limits: aiohttp.ClientTimeout
    ) -> tuple[int, bytes]:
        """What happens thousands of times, past aiohttp's session."""
        asked_at, patience = time(), self.patience
        waits, answer = patience.pool + patience.connect, limits.sock_read or patience.answer
        try:
            found = await calls.post(url, body, waits=waits, connect=patience.connect, answer=answer)
        except NotBegun as failure:
            raise NotCarried(failure.reason) from None
        except TimeoutError:
            raise PerhapsCarried("time-out") from None
        except (OSError, BadAnswer):
            raise PerhapsCarried("dropped") from None
        self.last_date = SaidTime(found.date, asked_at, time())
        return found.status, found.body


async def _read_at_most(stream: aiohttp.StreamReader, most: int) -> bytes:
    pieces: list[bytes] = []
    missing = most
    while missing > 0 and (piece := await stream.read(missing)):
        pieces.append(piece)
        missing -= len(piece)
    return b"".join(pieces)
