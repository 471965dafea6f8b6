"""What every request passes first: bounds that hold whatever a page does, so that none has to think of them."""

from collections.abc import Mapping, Sequence

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_BODY = 1_000_000  # bytes; a Telegram update has a few thousand; what takes more is named


class Edge:
    """Around an app: 413 before a body over `LARGEST_BODY` (or what `larger` names for its path) is read, 503 above `most` requests at
    a time, 404 for a NUL anywhere in the address (PostgreSQL refuses it, SQLite does not), and no noise about clients that went away.
    Paths in `always` are answered however many requests there are."""

    def __init__(
        self, app: ASGIApp, *, most: int, always: Sequence[str] = (), larger: Mapping[str, int] | None = None
    ) -> None:
        self._app = app
        self._most = most
        self._always = frozenset(always)
        self._larger = larger or {}
        self._under_way = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        refusal = self._refuse(scope)
        if refusal is not None:
            return await refusal(scope, receive, send)
        self._under_way += 1
        try:
            await self._answer(scope, receive, send)
        finally:
            self._under_way -= 1

    def _refuse(self, scope: Scope) -> PlainTextResponse | None:
        if "\0" in scope["path"] or b"%00" in scope["query_string"] or b"\0" in scope["query_string"]:
            return PlainTextResponse("not found", 404)
        length = Headers(scope=scope).get("content-length", "0")
        if not length.isdecimal() or int(length[:20]) > self._most_bytes(scope):
            return PlainTextResponse("too large", 413)
        if self._under_way >= self._most and scope["path"] not in self._always:
            return PlainTextResponse("busy, try again", 503, {"retry-after": "2"})
        return None

    def _most_bytes(self, scope: Scope) -> int:
        return self._larger.get(scope["path"], LARGEST_BODY)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        received, most = 0, self._most_bytes(scope)

        async def counting() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > most:
                raise HTTPException(413, "too large")
            return message

        try:
            await self._app(scope, counting, send)
        except ClientDisconnect:
            return
