"""The Bot API client.

Setting up (commands, webhook) goes through python-telegram-bot's typed `Bot`. What happens thousands of times (sending,
polling) goes straight to its HTTP backend: building PTB's objects for a call and its answer costs more than the call
(`python -m benchmarks.telegram_client`).
"""

import json
import logging
from types import TracebackType
from typing import Any, Self

import aiohttp
from telegram import Bot
from yarl import URL

from feedbackbot.channels.telegram.aiohttp_request import AiohttpRequest, Patience
from feedbackbot.channels.telegram.call_errors import PerhapsSent, Refused
from feedbackbot.delivery.channel import MadeFile

# beside the messages under way: the long poll, taps being acknowledged, downloads
_EXTRA_CONNECTIONS = 16
# too large, too many: whoever says so has not passed the call on
_NO_FROM_ANYBODY = (413, 429)


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
        self._root = f"{api_url}/bot{token}/"
        self._file_root = f"{api_url}/file/bot{token}/"
        self._addresses: dict[str, URL] = {}
        self.request = AiohttpRequest(calls_under_way + _EXTRA_CONNECTIONS, proxy, patience)
        self.bot = Bot(
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
        status, payload = await self.request.post_json(self._address(method), parameters, answer_within)
        return _result(status, payload)

    async def upload(self, method: str, parameters: dict[str, Any], field: str, file: MadeFile) -> Any:
        """As `call`, with a file in `field`."""
        # unquoted, or Telegram shows people "laporan%20ikm.pdf"
        form = aiohttp.FormData(quote_fields=False)
        for name, value in parameters.items():
            form.add_field(name, value if isinstance(value, str) else json.dumps(value))
        form.add_field(field, file.content, filename=_safe_name(file.name), content_type=file.mime)
        status, payload = await self.request.post_form(self._address(method), form)
        return _result(status, payload)

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

    def _address(self, method: str) -> URL:
        address = self._addresses.get(method)
        if address is None:
            address = self._addresses[method] = URL(self._root + method)
        return address


def _result(status: int, payload: bytes) -> Any:
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
        return answer["result"]
    description = answer.get("description")
    hints = answer.get("parameters")
    retry_after = hints.get("retry_after") if isinstance(hints, dict) else None
    raise Refused(
        status,
        description if isinstance(description, str) else "",
        float(retry_after) if isinstance(retry_after, int | float) else None,
    )


def _safe_name(name: str) -> str:
    """A file name that cannot break the form's header."""
    return "".join(sign for sign in name if sign.isprintable() and sign not in '"\\/') or "file"
