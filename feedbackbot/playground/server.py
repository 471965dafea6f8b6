"""The server: one small HTTP listener on 127.0.0.1 for the bot, the people and the page."""

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from feedbackbot.data import identity
from feedbackbot.playground.api_endpoint import TOKEN, ApiEndpoint, answer_download
from feedbackbot.playground.bounds import Bounds
from feedbackbot.playground.people_endpoint import answer_people
from feedbackbot.playground.state import World
from feedbackbot.playground.whatsapp.graph_endpoint import GraphEndpoint, is_graph

HOST = "127.0.0.1"
LOCAL_NAMES = (HOST, "localhost", "::1")
PAGE = Path(__file__).parent / "page"
TOKEN_SETTING = "FEEDBACKBOT_TELEGRAM_TOKEN"  # noqa: S105  the name of a setting
WHATSAPP_TOKEN_SETTING = "FEEDBACKBOT_WHATSAPP_TOKEN"  # noqa: S105
DEFAULT_TOKEN = "1:PLAY"  # noqa: S105  opens nothing but this server
CONTENT_TYPES = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".json": "application/json",
    ".ftl": "text/plain",
    ".webmanifest": "application/manifest+json",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
}
NO_PAGE = "<!doctype html><title>Playground</title><p>The page is not here. This is not Telegram. See /play/about.</p>"


class RealTokenNearby(RuntimeError):
    """The environment holds a token that may belong to a real bot."""


def refuse_beside_real_token(environment: Mapping[str, str] | None = None) -> None:
    """Raises `RealTokenNearby` where a token of a chat service is set and is no playground token."""
    given = os.environ if environment is None else environment
    for setting, looks in ((TOKEN_SETTING, "<digits>:PLAY…"), (WHATSAPP_TOKEN_SETTING, "PLAY…")):
        token = given.get(setting, "")
        own = token.partition(":")[2] if setting == TOKEN_SETTING else token
        if token and not own.startswith("PLAY"):
            raise RealTokenNearby(
                f"{setting} is set and does not look like a playground token ({looks}). The playground does not "
                "start beside a real bot's token: take it out of the environment."
            )


class PlaygroundServer:
    """A world behind HTTP. `await start()`, `await stop()`, or `async with`.

    `port` 0 takes a free one. `token`: the only token served; without one, the first that is used.
    """

    def __init__(
        self,
        port: int = 0,
        token: str | None = None,
        bounds: Bounds | None = None,
        strict: bool = True,
        page: Path = PAGE,
    ) -> None:
        refuse_beside_real_token()
        if token is not None and not TOKEN.fullmatch(token):
            raise ValueError("a playground token looks like 1:PLAY")
        self.world = World(bounds)
        self.port = port
        if token is not None:
            self.world.bot.take_token(token)
        self._api = ApiEndpoint(self.world, strict)
        self._graph = GraphEndpoint(self.world.whatsapp, self.world.note_call)
        self._page = page.resolve()
        self._runner: web.ServerRunner | None = None

    @property
    def url(self) -> str:
        """Where it listens, without a slash at the end: the bot's API base is this + "/bot"."""
        return f"http://{HOST}:{self.port}"

    async def start(self) -> None:
        """Listen."""
        loop, most = asyncio.get_running_loop(), self.world.bounds.request_bytes

        def request(message: Any, payload: Any, protocol: Any, writer: Any, task: Any) -> web.BaseRequest:
            return web.BaseRequest(message, payload, protocol, writer, task, loop, client_max_size=most)

        server = web.Server(self._answer, request_factory=request, access_log=None, keepalive_timeout=75.0)
        self._runner = web.ServerRunner(server, shutdown_timeout=0.5)
        await self._runner.setup()
        await web.TCPSite(self._runner, HOST, self.port, backlog=2048).start()
        self.port = int(self._runner.addresses[0][1])

    async def stop(self) -> None:
        """Let go of the poller, stop delivering, close every connection."""
        self.world.events.close()
        self.world.updates.end_polling(None)
        await self.world.webhook.close()
        await self.world.whatsapp.webhook.close()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def __aenter__(self) -> "PlaygroundServer":
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def _answer(self, request: web.BaseRequest) -> web.StreamResponse:
        path = request.path
        if path.startswith("/bot"):
            return await self._api.answer(request)
        if is_graph(path):
            return await self._graph.answer(request)
        if not _is_from_here(request):
            return web.json_response({"error": "only pages of this machine may ask"}, status=403)
        if path.startswith("/play/"):
            return await answer_people(self.world, request)
        if path.startswith("/file/bot"):
            return await answer_download(self.world, request)
        if path == "/":
            return self._page_file("index.html")
        if path == "/static/css/identity.css":
            return web.Response(
                text=_identity_css(), content_type="text/css", headers={"Cache-Control": "no-cache"}
            )
        if path.startswith("/static/"):
            return self._page_file(path.removeprefix("/static/"))
        return web.Response(status=404, text="Not Found")

    def _page_file(self, name: str) -> web.StreamResponse:
        file = (self._page / name).resolve()
        if not file.is_relative_to(self._page) or not file.is_file():
            if name == "index.html":
                return web.Response(text=NO_PAGE, content_type="text/html")
            return web.Response(status=404, text="Not Found")
        kind = CONTENT_TYPES.get(file.suffix, "application/octet-stream")
        charset = "utf-8" if kind.startswith(("text/", "application/")) and file.suffix != ".ico" else None
        headers = {"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
        return web.Response(body=file.read_bytes(), content_type=kind, charset=charset, headers=headers)


def _identity_css() -> str:
    """The colours that pages, posters and charts have, as names for the style sheets."""
    names = "".join(f" --identity-{name}: {code};" for name, code in identity()["light"].items())
    return f":root {{{names} }}\n"


def _is_from_here(request: web.BaseRequest) -> bool:
    """Whether a browser sent this from the playground's own page, and not from a site that names this machine."""
    named = [f"//{request.host}", request.headers.get("Origin", "//localhost")]
    try:
        return all(urlsplit(address).hostname in LOCAL_NAMES for address in named)
    except ValueError:
        return False


@contextlib.asynccontextmanager
async def serve(
    port: int = 0, token: str | None = None, bounds: Bounds | None = None
) -> AsyncIterator[PlaygroundServer]:
    """A running server, stopped at the end of the block."""
    server = PlaygroundServer(port, token, bounds)
    await server.start()
    try:
        yield server
    finally:
        await asyncio.shield(server.stop())
