"""The web application: its routes behind their bounds; health, readiness, metrics."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp

from feedbackbot.errors import DatabaseAway
from feedbackbot.web.edge import Edge

LIVE, READY = "/health/live", "/health/ready"


def watch_routes(why_not_ready: Callable[[], Awaitable[str]], *, metrics: bool = True) -> list[Route]:
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

    async def figures(_: Request) -> Response:
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    routes = [Route(LIVE, live), Route(READY, readiness)]
    return [*routes, Route("/metrics", figures)] if metrics else routes


def create_app(
    routes: Sequence[BaseRoute], most_requests: int = 100, larger: Mapping[str, int] | None = None
) -> ASGIApp:
    """The routes behind their bounds; an app of its own for each port. `larger`: the largest body in bytes of paths that take more than
    the others."""
    app = Starlette(routes=list(routes), exception_handlers={DatabaseAway: _database_away})
    return Edge(app, most=most_requests, always=(LIVE, READY), larger=larger)


async def _database_away(_: Request, __: Exception) -> Response:
    return PlainTextResponse("the database is away, try again", 503, {"retry-after": "5"})
