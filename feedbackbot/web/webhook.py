"""Where a chat service delivers what people did."""

from collections.abc import Callable, Mapping

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from feedbackbot.inbound.delivered import Delivered, Keep
from feedbackbot.telemetry import get_logger

_log = get_logger(__name__)


def webhook_route(
    path: str,
    admits: Callable[[Mapping[str, str], bytes], bool],
    read: Callable[[bytes], Delivered],
    keep: Keep,
    *,
    refusal: int = 403,
    challenge: Callable[[Mapping[str, str]], str | None] | None = None,
) -> Route:
    """Answers 200 only after all of it is committed, `refusal` to whoever is not the chat service, 503 while it cannot be kept (the chat
    service then repeats it). What cannot be read is kept too: refusing it would block everything behind it. With `challenge` a GET is
    answered what that makes of its query, 403 where it makes nothing."""

    async def receive(request: Request) -> Response:
        if request.method == "GET":
            assert challenge is not None  # noqa: S101  no GET is routed here else
            answer = challenge(request.query_params)
            return PlainTextResponse("forbidden", 403) if answer is None else PlainTextResponse(answer)
        body = await request.body()
        if not admits(request.headers, body):
            return PlainTextResponse("forbidden", refusal)
        try:
            await keep(read(body))
        except Exception as problem:
            # only its kind: a database's error repeats people's words
            _log.warning("an update could not be kept", problem=type(problem).__name__)
            return PlainTextResponse("try again", 503)
        return PlainTextResponse("ok")

    route = Route(path, receive, methods=["POST"] if challenge is None else ["GET", "POST"])
    if route.methods is not None:
        route.methods.discard("HEAD")
    return route
