"""The web application: health, readiness, metrics and the webhook of a chat service."""

import hmac
from collections.abc import Awaitable, Callable, Sequence

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp

from feedbackbot.errors import DatabaseAway
from feedbackbot.storage.pipeline.inbox import Arrival
from feedbackbot.telemetry import get_logger
from feedbackbot.web.edge import Edge

_log = get_logger(__name__)
LIVE, READY = "/health/live", "/health/ready"
_SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105


def webhook_route(
    path: str, secret: str, read: Callable[[bytes], Arrival], keep: Callable[[list[Arrival]], Awaitable[None]]
) -> Route:
    """Answers 200 only after the update is committed, 403 without the secret, 503 while it
    cannot be kept (the chat service then repeats it). What cannot be read is kept too: refusing it would block everything behind
    it. Raises ValueError without a secret: it would let everybody in."""
    if not secret:
        raise ValueError("a webhook needs a secret")

    async def receive(request: Request) -> Response:
        given = request.headers.get(_SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return PlainTextResponse("forbidden", 403)
        body = await request.body()
        try:
            await keep([read(body)])
        except Exception as problem:
            # only its kind: a database's error repeats people's words
            _log.warning("an update could not be kept", problem=type(problem).__name__)
            return PlainTextResponse("try again", 503)
        return PlainTextResponse("ok")

    return Route(path, receive, methods=["POST"])


def watch_routes(why_not_ready: Callable[[], Awaitable[str]]) -> list[Route]:
    """For whoever watches over the bot; `why_not_ready` gives "" where the bot takes updates and its database takes writes."""

    async def live(_: Request) -> Response:
        return JSONResponse({"status": "alive"})

    async def readiness(_: Request) -> Response:
        why = await why_not_ready()
        return (
            JSONResponse({"status": "not ready", "why": why}, 503)
            if why
            else JSONResponse({"status": "ready"})
        )

    async def metrics(_: Request) -> Response:
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    return [Route(LIVE, live), Route(READY, readiness), Route("/metrics", metrics)]


def create_app(routes: Sequence[BaseRoute], most_requests: int = 100) -> ASGIApp:
    """The routes behind their bounds; an app of its own for each port."""
    app = Starlette(routes=list(routes), exception_handlers={DatabaseAway: _database_away})
    return Edge(app, most=most_requests, always=(LIVE, READY))


async def _database_away(_: Request, __: Exception) -> Response:
    return PlainTextResponse("the database is away, try again", 503, {"retry-after": "5"})
