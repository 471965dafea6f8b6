"""The Bot API client: python-telegram-bot's `Bot` carries every call and upload over our HTTP backend, its `BaseRequest` on one
`HttpExchange`. PTB's own backend, httpx, searches its whole pool at each call and collapses above some 32 calls under way
(docs/benchmarks.md).

Calls that happen thousands of times take and give plain JSON (`do_api_request`): building PTB's objects for each would cost
more than the call (`python -m benchmarks.telegram_client`, docs/decisions/0005). What a refusal means is judged in the backend.
"""

import json
import logging
from types import TracebackType
from typing import Any, Self

import aiohttp
from telegram import Bot, InputFile
from telegram._utils.defaultvalue import DefaultValue
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter
from yarl import URL

from feedbackbot.channels.http_exchange import (
    JSON_HEADERS,
    HttpExchange,
    NotCarried,
    Patience,
    PerhapsCarried,
    SaidTime,
)
from feedbackbot.channels.telegram.call_errors import (
    BelievedAnswer,
    NotSent,
    PerhapsSent,
    Refused,
    check_answer,
)
from feedbackbot.delivery.channel import MadeFile

_Seconds = DefaultValue[float] | DefaultValue[None] | float | None


class AiohttpRequest(BaseRequest):
    """At most `connections` calls at a time; the others wait for a free connection."""

    def __init__(self, connections: int, proxy: str = "", patience: Patience | None = None) -> None:
        self._exchange = HttpExchange(connections, proxy, patience, {"User-Agent": self.USER_AGENT})
        self.patience = self._exchange.patience

    @property
    def read_timeout(self) -> float:
        return self.patience.answer

    @property
    def last_date(self) -> SaidTime | None:
        """Of the last answer."""
        return self._exchange.last_date

    async def initialize(self) -> None:
        await self._exchange.open()

    async def shutdown(self) -> None:
        await self._exchange.close()

    async def get_at_most(self, url: URL, limit: int) -> tuple[int, bytes]:
        """A download: status and the first `limit` + 1 bytes. Raises `NotSent` or `PerhapsSent`."""
        return await self._ask("GET", url, None, None, self._exchange.upload_timeout, limit + 1)

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
        return status, payload if method != "POST" else check_answer(status, payload)

    async def _carried(
        self, url: str, method: str, request_data: RequestData | None, read_timeout: _Seconds
    ) -> tuple[int, bytes]:
        address = URL(url, encoded=True)
        chosen = isinstance(read_timeout, int | float)
        timeout = self.patience.timeout(read_timeout) if chosen else self._exchange.call_timeout  # type: ignore[arg-type]
        if request_data is None:
            return await self._ask(method, address, None, None, timeout)
        if not request_data.contains_files:
            return await self._ask(method, address, _payload(request_data), JSON_HEADERS, timeout)
        # unquoted, or Telegram shows people "laporan%20ikm.pdf"
        form = aiohttp.FormData(quote_fields=False)
        for name, value in request_data.json_parameters.items():
            form.add_field(name, value)
        for name, (file_name, content, mime) in request_data.multipart_data.items():
            form.add_field(name, content, filename=file_name, content_type=mime)
        return await self._ask(method, address, form, None, self._exchange.upload_timeout)

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        """As PTB's, but without writing the payload, which may hold personal data, to the log."""
        if isinstance(payload, BelievedAnswer):
            return payload.answer
        try:
            return json.loads(payload)
        except (ValueError, RecursionError):
            raise PerhapsSent("unreadable") from None

    async def _ask(
        self,
        method: str,
        url: URL,
        body: Any,
        headers: dict[str, str] | None,
        limits: aiohttp.ClientTimeout,
        most: int | None = None,
    ) -> tuple[int, bytes]:
        """As errors that pass unchanged through PTB's `Bot`."""
        try:
            return await self._exchange.ask(method, url, body, headers, limits, most)
        except NotCarried as failure:
            raise NotSent(failure.reason) from None
        except PerhapsCarried as failure:
            raise PerhapsSent(failure.reason) from None


# beside the messages under way: the long poll, taps being acknowledged, downloads
_EXTRA_CONNECTIONS = 16


_WRITTEN = ""
"""Stands where the name of a parameter does, for all of them as JSON."""


def _payload(given: RequestData) -> bytes:
    """PTB's own `json_payload` writes each parameter as JSON within JSON, which nobody asks for."""
    parameters: dict[str, Any] = given.parameters
    written = parameters.get(_WRITTEN)
    return written if isinstance(written, bytes) else json.dumps(parameters).encode()


class _PlainBot(Bot):
    """PTB recommends its typed methods at each plain call; a warning that nobody sees still takes a twentieth of a turn."""

    @classmethod
    def _warn(cls, *_: Any, **__: Any) -> None:
        pass

    async def _do_post(self, endpoint: str, data: dict[str, Any], **timeouts: Any) -> Any:
        """PTB would ask each parameter some fifteen times what it is, which is much where it is JSON already."""
        try:
            written = json.dumps(data).encode()
        except TypeError:  # a file, or one of PTB's own objects
            return await super()._do_post(endpoint, data, **timeouts)
        whole = RequestData([RequestParameter(_WRITTEN, written, None)])
        return await self.request.post(f"{self.base_url}/{endpoint}", whole, **timeouts)


class TelegramClient:
    """One bot on one Bot API server. To be used as an async context manager, or with `open` and `close`."""

    def __init__(
        self,
        token: str,
        *,
        api_url: str = "https://api.telegram.org",
        proxy: str = "",
        calls_under_way: int = 128,
        patience: Patience | None = None,
    ) -> None:
        # At DEBUG PTB logs every parameter, and the address with the token.
        logging.getLogger("telegram").setLevel(logging.WARNING)
        api_url = api_url.rstrip("/")
        self._file_root = f"{api_url}/file/bot{token}/"
        self.request = AiohttpRequest(calls_under_way + _EXTRA_CONNECTIONS, proxy, patience)
        self.bot: Bot = _PlainBot(
            token,
            base_url=f"{api_url}/bot",
            base_file_url=f"{api_url}/file/bot",
            request=self.request,
            get_updates_request=self.request,
        )

    async def open(self) -> None:
        await self.request.initialize()

    async def close(self) -> None:
        await self.request.shutdown()

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def call(self, method: str, parameters: dict[str, Any], answer_within: float | None = None) -> Any:
        """The `result` of a call, as JSON. Raises `NotSent`, `PerhapsSent` or `Refused`. `answer_within` in seconds."""
        return await self.bot.do_api_request(method, parameters, read_timeout=answer_within)

    async def upload(self, method: str, parameters: dict[str, Any], field: str, file: MadeFile) -> Any:
        """As `call`, with a file in `field`."""
        uploaded = InputFile(file.content, _safe_name(file.name))
        uploaded.mimetype = file.mime
        return await self.bot.do_api_request(method, parameters | {field: uploaded})

    async def download(self, file_path: str, limit: int) -> bytes:
        """A file that `getFile` named; at most `limit` + 1 bytes of it. Raises as `call`."""
        status, content = await self.request.get_at_most(URL(self._file_root + file_path), limit)
        if status != 200:
            raise Refused(status, "file not served")
        return content

    async def username(self) -> str:
        """The bot's name without @, for deep links. Raises as `call`."""
        me = await self.call("getMe", {})
        return str(me["username"])


def _safe_name(name: str) -> str:
    """A file name that cannot break the form's header."""
    return "".join(sign for sign in name if sign.isprintable() and sign not in '"\\/') or "file"
