"""The Graph API client: plain JSON over the shared HTTP exchange; the host, the version and the key's header are the provider's own."""

import json
from typing import Any
from urllib.parse import urlencode

import aiohttp
from yarl import URL

from feedbackbot.channels.http_exchange import (
    JSON_HEADERS,
    HttpExchange,
    NotCarried,
    Patience,
    PerhapsCarried,
    SaidTime,
)
from feedbackbot.channels.raw_values import a_text, an_object
from feedbackbot.delivery.channel import MadeFile
from feedbackbot.settings import Settings

# beside the messages under way: read marks, files
_EXTRA_CONNECTIONS = 16


class GraphRefused(Exception):
    """The API said no. `code` tells which no: neither the HTTP status nor the words do (docs/whatsapp.md). `details` may repeat
    what people wrote and is never logged."""

    def __init__(self, code: int, details: str = "") -> None:
        super().__init__(f"refused: {code}")
        self.code = code
        self.details = details


CallFailed = NotCarried | PerhapsCarried | GraphRefused
CALL_FAILURES = (NotCarried, PerhapsCarried, GraphRefused)


class GraphClient:
    """One sender on one Graph API server. Open before the first call."""

    def __init__(self, settings: Settings, patience: Patience | None = None) -> None:
        token, header = settings.whatsapp_token.get_secret_value(), settings.whatsapp_key_header
        key = {header: token} if header else {"Authorization": f"Bearer {token}"}
        self._root = "/".join(
            part for part in (settings.whatsapp_api_url.rstrip("/"), settings.whatsapp_api_version) if part
        )
        self._sender, self._account = settings.whatsapp_phone_id, settings.whatsapp_account_id
        self._exchange = HttpExchange(settings.calls_under_way + _EXTRA_CONNECTIONS, "", patience, key)

    @property
    def last_date(self) -> SaidTime | None:
        """Of the last answer."""
        return self._exchange.last_date

    async def open(self) -> None:
        await self._exchange.open()

    async def close(self) -> None:
        await self._exchange.close()

    async def send(self, body: dict[str, Any]) -> str | None:
        """A message, or a read mark; the id under which it was accepted. Raises `CALL_FAILURES`."""
        answer = await self.post(f"{self._sender}/messages", {"messaging_product": "whatsapp", **body})
        messages = answer.get("messages")
        first = messages[0] if isinstance(messages, list) and messages else None
        return a_text(first, "id", 128) or None if isinstance(first, dict) else None

    async def upload(self, file: MadeFile) -> str:
        """The id of an uploaded file, good for 30 days. Raises `CALL_FAILURES`."""
        form = aiohttp.FormData(quote_fields=False)
        form.add_field("messaging_product", "whatsapp")
        form.add_field("type", file.mime)
        form.add_field("file", file.content, filename=_safe_name(file.name), content_type=file.mime)
        address = URL(f"{self._root}/{self._sender}/media", encoded=True)
        answer = _checked(
            *await self._exchange.ask("POST", address, form, None, self._exchange.upload_timeout)
        )
        ref = a_text(answer, "id", 256)
        if not ref:
            raise PerhapsCarried("unreadable")
        return ref

    async def download(self, ref: str, most: int) -> tuple[int, bytes]:
        """What a file that a person sent weighs in bytes, and its content where that is at most `most`. Raises `CALL_FAILURES`."""
        described = await self.get(ref)
        size, address = described.get("file_size"), a_text(described, "url", 4096)
        if isinstance(size, int) and size > most:
            return size, b""
        if not address:
            raise PerhapsCarried("unreadable")
        url, limits = URL(address, encoded=True), self._exchange.upload_timeout
        status, content = await self._exchange.ask("GET", url, limits=limits, most=most + 1)
        if status != 200:
            raise GraphRefused(status)
        return len(content), content

    async def of_account(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        """A call about templates or forms of the account. Raises `CALL_FAILURES`."""
        path = f"{self._account}/{path}"
        return await self.get(path) if method == "GET" else await self.post(path, body or {})

    async def of_sender(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """A call about the number. Raises `CALL_FAILURES`."""
        return await self.post(f"{self._sender}/{path}", body)

    async def get(self, path: str, **query: str) -> dict[str, Any]:
        asked = f"?{urlencode(query)}" if query else ""
        return _checked(*await self._exchange.ask("GET", URL(f"{self._root}/{path}{asked}", encoded=True)))

    async def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        content = json.dumps(body, separators=(",", ":")).encode()
        url = URL(f"{self._root}/{path}", encoded=True)
        return _checked(*await self._exchange.ask("POST", url, content, JSON_HEADERS))


def _checked(status: int, payload: bytes) -> dict[str, Any]:
    """The API's yes. Raises `GraphRefused` for its no, `PerhapsCarried` for an answer of anybody else: a firewall may answer too."""
    try:
        answer = json.loads(payload)
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, dict):
        raise PerhapsCarried(f"http-{status}" if status != 200 else "unreadable")
    error = an_object(answer, "error")
    code = error.get("code")
    if isinstance(code, int) and not isinstance(code, bool):
        raise GraphRefused(code, a_text(an_object(error, "error_data"), "details", 500))
    if status != 200 or "error" in answer:
        raise PerhapsCarried(f"http-{status}")
    return answer


def _safe_name(name: str) -> str:
    """A file name that cannot break the form's header."""
    return "".join(sign for sign in name if sign.isprintable() and sign not in '"\\/') or "file"
