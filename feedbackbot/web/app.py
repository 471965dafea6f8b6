"""The web application: health, readiness, metrics and the webhook of a chat service."""

import hmac
from collections.abc import Awaitable, Callable, Sequence

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from feedbackbot.storage.pipeline.inbox import Arrival
from feedbackbot.telemetry import get_logger

_log = get_logger(__name__)
_LARGEST_UPDATE = 1_000_000  # bytes; a Telegram update has a few thousand
_SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105


def webhook_route(
    path: str, secret: str, read: Callable[[bytes], Arrival], keep: Callable[[list[Arrival]], Awaitable[None]]
) -> Route:
    """Answers 200 only after the update is committed, 403 without the secret, 413 for what is too large to be an update, 503 while it
    cannot be kept (the chat service then repeats it). What cannot be read is kept too: refusing it would block everything behind
    it. Raises ValueError without a secret: it would let everybody in."""
    if not secret:
        raise ValueError("a webhook needs a secret")

    async def receive(request: Request) -> Response:
        given = request.headers.get(_SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return PlainTextResponse("forbidden", 403)
        body = await _body_of(request)
        if body is None:
            return PlainTextResponse("too large", 413)
        try:
            await keep([read(body)])
        except Exception as problem:
            # only its kind: a database's error repeats people's words
            _log.warning("an update could not be kept", problem=type(problem).__name__)
            return PlainTextResponse("try again", 503)
        return PlainTextResponse("ok")

    return Route(path, receive, methods=["POST"])


async def _body_of(request: Request) -> bytes | None:
    """None for a body that is too large, whatever length it claims to have."""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > _LARGEST_UPDATE:
            return None
    return bytes(body)


def create_app(ready: Callable[[], Awaitable[bool]], extra: Sequence[BaseRoute] = ()) -> Starlette:
    """`ready` tells whether the bot takes updates and its database answers."""

    async def live(_: Request) -> Response:
        return JSONResponse({"status": "alive"})

    async def readiness(_: Request) -> Response:
        ok = await ready()
        return JSONResponse({"status": "ready" if ok else "not ready"}, 200 if ok else 503)

    async def metrics(_: Request) -> Response:
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    return Starlette(
        routes=[
            Route("/health/live", live),
            Route("/health/ready", readiness),
            Route("/metrics", metrics),
            *extra,
        ]
    )
