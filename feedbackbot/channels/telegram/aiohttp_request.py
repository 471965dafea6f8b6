"""The HTTP backend: python-telegram-bot's `BaseRequest` on one aiohttp session.

PTB's own backend, httpx, searches its whole pool at each call and collapses above some 32 calls under way
(docs/benchmarks.md has the figures).
"""

import json
from dataclasses import dataclass
from typing import Any

import aiohttp
from telegram._utils.defaultvalue import DefaultValue
from telegram.request import BaseRequest, RequestData
from yarl import URL

from feedbackbot.channels.telegram.call_errors import NotSent, PerhapsSent, Refused

# too large, too many: whoever says so has not passed the call on
_NO_FROM_ANYBODY = (413, 429)
_JSON = {"Content-Type": "application/json"}
_Seconds = DefaultValue[float] | DefaultValue[None] | float | None


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


class AiohttpRequest(BaseRequest):
    """At most `connections` calls at a time; the others wait for a free connection."""

    def __init__(self, connections: int, proxy: str = "", patience: Patience | None = None) -> None:
        self._connections = connections
        self._proxy = proxy or None
        self.patience = patience or Patience()
        self._session: aiohttp.ClientSession | None = None
        self._call_timeout = self.patience.timeout(self.patience.answer)
        self._upload_timeout = self.patience.timeout(self.patience.answer, self.patience.upload)

    @property
    def read_timeout(self) -> float:
        return self.patience.answer

    async def initialize(self) -> None:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    limit=self._connections, keepalive_timeout=self.patience.keep_alive, ttl_dns_cache=300
                ),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
                # answers are a few hundred bytes: unpacking costs more than it saves
                skip_auto_headers=("Accept-Encoding",),
                trust_env=False,
            )

    async def shutdown(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def get_at_most(self, url: URL, limit: int) -> tuple[int, bytes]:
        """A download: status and the first `limit` + 1 bytes. Raises `NotSent` or `PerhapsSent`."""
        return await self._exchange("GET", url, None, None, self._upload_timeout, limit + 1)

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: _Seconds = BaseRequest.DEFAULT_NONE,
        write_timeout: _Seconds = BaseRequest.DEFAULT_NONE,
        connect_timeout: _Seconds = BaseRequest.DEFAULT_NONE,
        pool_timeout: _Seconds = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """What `Bot` uses. Of the time-outs only the one for the answer can be chosen per call.

        Only the Bot API's own yes comes back; its no is raised here, where status and body are known: PTB would take a firewall's
        "403 Forbidden" for a person who blocked the bot. Raises `NotSent`, `PerhapsSent` or `Refused`.
        """
        status, payload = await self._carried(url, method, request_data, read_timeout)
        if method == "POST":
            check_answer(status, payload)
        return status, payload

    async def _carried(
        self, url: str, method: str, request_data: RequestData | None, read_timeout: _Seconds
    ) -> tuple[int, bytes]:
        address = URL(url, encoded=True)
        chosen = isinstance(read_timeout, int | float)
        timeout = self.patience.timeout(read_timeout) if chosen else self._call_timeout  # type: ignore[arg-type]
        if request_data is None:
            return await self._exchange(method, address, None, None, timeout)
        if not request_data.contains_files:
            return await self._exchange(method, address, request_data.json_payload, _JSON, timeout)
        # unquoted, or Telegram shows people "laporan%20ikm.pdf"
        form = aiohttp.FormData(quote_fields=False)
        for name, value in request_data.json_parameters.items():
            form.add_field(name, value)
        for name, (file_name, content, mime) in request_data.multipart_data.items():
            form.add_field(name, content, filename=file_name, content_type=mime)
        return await self._exchange(method, address, form, None, self._upload_timeout)

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        """As PTB's, but without writing the payload, which may hold personal data, to the log."""
        try:
            return json.loads(payload)
        except (ValueError, RecursionError):
            raise PerhapsSent("unreadable") from None

    async def _exchange(
        self,
        method: str,
        url: URL,
        body: Any,
        headers: dict[str, str] | None,
        limits: aiohttp.ClientTimeout,
        most: int | None = None,
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise NotSent("closed")
        try:
            async with self._session.request(
                method,
                url,
                data=body,
                headers=headers,
                timeout=limits,
                proxy=self._proxy,
                allow_redirects=False,
            ) as response:
                if most is None:
                    return response.status, await response.read()
                return response.status, await _read_at_most(response.content, most)
        # `from None` throughout: aiohttp's own errors name the address, and with it the token
        except aiohttp.ConnectionTimeoutError:
            raise NotSent("connect-time-out") from None
        except aiohttp.ClientConnectorDNSError:
            raise NotSent("dns") from None
        except (aiohttp.ClientConnectorError, aiohttp.ClientHttpProxyError):
            raise NotSent("no-connection") from None
        except aiohttp.InvalidURL:
            raise NotSent("address") from None
        except TimeoutError:
            raise PerhapsSent("time-out") from None
        except (aiohttp.ClientError, OSError):
            raise PerhapsSent("dropped") from None


async def _read_at_most(stream: aiohttp.StreamReader, most: int) -> bytes:
    pieces: list[bytes] = []
    missing = most
    while missing > 0 and (piece := await stream.read(missing)):
        pieces.append(piece)
        missing -= len(piece)
    return b"".join(pieces)


def check_answer(status: int, payload: bytes) -> None:
    """Returns where it is the Bot API's yes. Raises `Refused` for its no, `PerhapsSent` for an answer of anybody else."""
    try:
        answer = json.loads(payload)
    except (ValueError, RecursionError):
        answer = None
    if answer is None and status in _NO_FROM_ANYBODY:
        raise Refused(status, "")
    # a firewall or proxy on the way may answer too; only the Bot API's own no is believed
    if not isinstance(answer, dict) or not isinstance(answer.get("ok"), bool) or status >= 500:
        raise PerhapsSent(f"http-{status}" if status != 200 else "unreadable")
    if answer["ok"] and status == 200 and "result" in answer:
        return
    description = answer.get("description")
    hints = answer.get("parameters")
    retry_after = hints.get("retry_after") if isinstance(hints, dict) else None
    raise Refused(
        status,
        description if isinstance(description, str) else "",
        float(retry_after) if isinstance(retry_after, int | float) else None,
    )
