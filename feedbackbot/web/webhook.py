"""Where a chat service delivers what people did."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from feedbackbot.inbound.delivered import Delivered, Keep
from feedbackbot.telemetry import get_logger

_log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Hook:
    """Answers 200 only after all of it is committed, `refusal` to whoever is not the chat service, 503 while it cannot be kept (the chat
    service then repeats it). What cannot be read is kept too: refusing it would block everything behind it. With `challenge` a GET is
    answered what that makes of its query, 403 where it makes nothing."""

    path: str
    admits: Callable[[Mapping[str, str], bytes], bool]
    read: Callable[[bytes], Delivered]
    keep: Keep
    refusal: int = 403
    challenge: Callable[[Mapping[str, str]], str | None] | None = None

    async def take(self, headers: Mapping[str, str], body: bytes) -> tuple[int, str]:
        """Status and words of the answer to a POST."""
        if not self.admits(headers, body):
            return self.refusal, "forbidden"
        try:
            await self.keep(self.read(body))
        except Exception as problem:
            # only its kind: a database's error repeats people's words
            _log.warning("an update could not be kept", problem=type(problem).__name__)
            return 503, "try again"
        return 200, "ok"

    def route(self) -> Route:
        """For requests of every kind; plain POSTs go past it (`web/plain_posts.py`)."""
        route = Route(
            self.path, self._receive, methods=["POST"] if self.challenge is None else ["GET", "POST"]
        )
        if route.methods is not None:
            route.methods.discard("HEAD")
        return route

    async def _receive(self, request: Request) -> Response:
        if request.method == "GET":
            assert self.challenge is not None  # noqa: S101  no GET is routed here else
            answer = self.challenge(request.query_params)
            return PlainTextResponse("forbidden", 403) if answer is None else PlainTextResponse(answer)
        status, words = await self.take(request.headers, await request.body())
        return PlainTextResponse(words, status)
