"""How tests and the demo reach a playground: within the same process, or over HTTP with one stream of events."""

import asyncio
import json
from collections.abc import Callable
from typing import Any, Protocol, TypeAlias

import aiohttp

from feedbackbot.playground.api_call import ApiCall, Upload
from feedbackbot.playground.cannot_do import CannotDo
from feedbackbot.playground.chat_messages import ChatMessage
from feedbackbot.playground.events import Event
from feedbackbot.playground.people_endpoint import act
from feedbackbot.playground.server import PlaygroundServer

Json: TypeAlias = dict[str, Any]
# Called with the kind, the person's id or None, and the rest of the event.
Hearer: TypeAlias = Callable[[str, int | None, Json], None]

KINDS = (
    "message,edited,deleted,toast,tap_answered,keyboard,commands,person,reset,chat_action,"
    "wa_message,wa_status,wa_person,wa_typing"
)
AGAIN_SECONDS = 0.2


class Line(Protocol):
    """A connection to a playground."""

    url: str

    async def open(self, hearer: Hearer) -> None:
        """Begin to hear events."""

    async def close(self) -> None:
        """End."""

    async def ask(
        self, method: str, path: str, values: Json | None = None, file: Upload | None = None
    ) -> Json:
        """One request; `path` is what follows /play/. Raises `CannotDo`."""


class LineWithin:
    """Straight into a server of the same process: no HTTP for the people, only for the bot."""

    def __init__(self, server: PlaygroundServer) -> None:
        self.server = server
        self.url = ""
        self._stop: Callable[[], None] | None = None

    async def open(self, hearer: Hearer) -> None:
        """Start the server and listen."""
        await self.server.start()
        self.url = self.server.url

        def hear(event: Event) -> None:
            if event.kind == "call":
                return
            body = event.body
            letter = body.get("message")
            hearer(
                event.kind,
                event.person,
                {"message": letter.page()} if isinstance(letter, ChatMessage) else body,
            )

        self._stop = self.server.world.events.listen(hear)

    async def close(self) -> None:
        """Stop listening, and the server with it."""
        if self._stop is not None:
            self._stop()
        await self.server.stop()

    async def ask(
        self, method: str, path: str, values: Json | None = None, file: Upload | None = None
    ) -> Json:
        """As `Line.ask`."""
        path, _, query = path.partition("?")
        asked = {**dict(pair.split("=", 1) for pair in query.split("&") if pair), **(values or {})}
        return act(self.server.world, method, path, ApiCall(path, asked, {"file": file} if file else None))


class LineOverHttp:
    """To a server elsewhere on this machine, with one shared stream of events for all people."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self._session: aiohttp.ClientSession | None = None
        self._reader: asyncio.Task[None] | None = None
        self._seen = ""

    async def open(self, hearer: Hearer) -> None:
        """Connect; returns when the stream stands, so that nothing after it is missed."""
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=128),
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=10),
        )
        stands = asyncio.Event()
        self._reader = asyncio.create_task(self._read(hearer, stands))
        waiting = asyncio.create_task(stands.wait())
        await asyncio.wait({waiting, self._reader}, timeout=10, return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        if not stands.is_set():
            await self.close()
            raise ConnectionError(f"there is no playground at {self.url}")

    async def close(self) -> None:
        """Disconnect."""
        if self._reader is not None:
            self._reader.cancel()
            await asyncio.gather(self._reader, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    async def ask(
        self, method: str, path: str, values: Json | None = None, file: Upload | None = None
    ) -> Json:
        """As `Line.ask`."""
        assert self._session is not None, "open() comes first"  # noqa: S101
        sent: Json = {}
        if file is not None:
            form = aiohttp.FormData({name: str(value) for name, value in (values or {}).items()})
            form.add_field("file", file.content, filename=file.name, content_type=file.mime)
            sent["data"] = form
        elif method == "POST":
            sent["json"] = values or {}
        async with self._session.request(method, f"{self.url}/play/{path}", **sent) as answer:
            body: Json = await answer.json()
            if answer.status >= 400:
                raise CannotDo(str(body.get("error")), answer.status)
            return body

    async def _read(self, hearer: Hearer, stands: asyncio.Event) -> None:
        assert self._session is not None  # noqa: S101
        while True:
            headers = {"Last-Event-ID": self._seen} if self._seen else {}
            try:
                address = f"{self.url}/play/events?kinds={KINDS}"
                async with self._session.get(address, headers=headers, read_bufsize=2**20) as answer:
                    await self._take(answer, hearer, stands)
            except aiohttp.ClientError:
                if not stands.is_set():
                    return
            await asyncio.sleep(AGAIN_SECONDS)

    async def _take(self, answer: aiohttp.ClientResponse, hearer: Hearer, stands: asyncio.Event) -> None:
        rest = b""
        async for chunk in answer.content.iter_any():
            stands.set()
            *lines, rest = (rest + chunk).split(b"\n")
            for line in lines:
                if line.startswith(b"id: "):
                    self._seen = line[4:].decode()
                elif line.startswith(b"data: "):
                    event: Json = json.loads(line[6:])
                    hearer(event.pop("kind"), event.pop("person"), event)
