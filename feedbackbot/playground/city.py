"""A playground with people in it, for tests and the demo: started, spoken to, broken and mended from Python."""

import asyncio
import os
import sys
from collections import deque
from collections.abc import Callable, Sequence
from typing import Any

from feedbackbot.playground.bounds import Bounds
from feedbackbot.playground.connection import Json, Line, LineOverHttp, LineWithin
from feedbackbot.playground.person import Person
from feedbackbot.playground.server import DEFAULT_TOKEN, TOKEN_SETTING, PlaygroundServer
from feedbackbot.playground.waiting_phone import PATIENCE
from feedbackbot.playground.whatsapp.side import WhatsAppSide

START_SECONDS = 30


class Playground:
    """`async with Playground() as city:` runs a server in this process on a free port.

    `Playground(url=…)` joins one that runs already; `Playground.in_own_process()` starts one as a process.
    The bot is given `city.token`, `city.api_url` as base URL and `city.file_url` as base file URL.
    """

    def __init__(
        self,
        url: str | None = None,
        *,
        port: int = 0,
        token: str = DEFAULT_TOKEN,
        bounds: Bounds | None = None,
        strict: bool = True,
        patience: float = PATIENCE,
    ) -> None:
        self.token = token
        self.patience = patience
        self.server = None if url else PlaygroundServer(port, token, bounds, strict)
        self.line: Line = LineWithin(self.server) if self.server else LineOverHttp(url or "")
        self.whatsapp = WhatsAppSide(self.line, patience)
        self._people: dict[int, Person] = {}
        self._early: deque[tuple[int, str, Json]] = deque(maxlen=10_000)
        self._process: asyncio.subprocess.Process | None = None
        self._listeners: list[Callable[[str, int | None, Json], None]] = []

    @classmethod
    async def in_own_process(cls, token: str = DEFAULT_TOKEN, patience: float = PATIENCE) -> "Playground":
        """A server as a process of its own, reached over HTTP; it ends with `close()`. Raises RuntimeError."""
        environment = {name: value for name, value in os.environ.items() if name != TOKEN_SETTING}
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "feedbackbot.playground", "--port", "0", "--token", token,
            stdout=asyncio.subprocess.PIPE, env=environment,
        )  # fmt: skip
        assert process.stdout is not None  # noqa: S101  asked for above
        try:
            async with asyncio.timeout(START_SECONDS):
                said = (await process.stdout.readline()).decode()
        except TimeoutError:
            process.kill()
            raise RuntimeError("the playground did not start in time") from None
        if "http://" not in said:
            raise RuntimeError("the playground did not start")
        city = cls(said.split()[-1], token=token, patience=patience)
        city._process = process
        return city

    async def open(self) -> "Playground":
        """Start or join."""
        await self.line.open(self._hear)
        return self

    async def close(self) -> None:
        """Leave; stop what was started."""
        await self.line.close()
        if self._process is not None and self._process.returncode is None:
            self._process.terminate()
            await self._process.wait()

    async def __aenter__(self) -> "Playground":
        return await self.open()

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    @property
    def url(self) -> str:
        """Address of the page, without a slash at the end."""
        return self.line.url

    @property
    def site(self) -> str:
        """Address of the bot's own pages for everybody, as the page shows it; "" for none."""
        return self.server.world.site if self.server else ""

    def shows_site(self, address: str) -> None:
        """On the page, from the next load on."""
        if self.server:
            self.server.world.site = address

    def crowd(self, names: Sequence[str]) -> list[int]:
        """People who can be written to and have no phone on the page; their ids. Only where the server runs in this process."""
        return self.server.world.add_crowd(names) if self.server else []

    def expects_people(self, *, still: bool) -> None:
        """While people are `still` to come the page waits for them, instead of making its own."""
        if self.server:
            self.server.world.expects_people = still

    @property
    def api_url(self) -> str:
        """Base URL for a Bot API client: the token follows."""
        return f"{self.url}/bot"

    @property
    def file_url(self) -> str:
        """Base URL for downloads: the token follows."""
        return f"{self.url}/file/bot"

    async def person(
        self,
        name: str,
        *,
        username: str | None = None,
        phone: str | None = None,
        language_code: str = "id",
        number: int | None = None,
        role_hint: str | None = None,
    ) -> Person:
        """A new person who has not started the bot yet."""
        asked = {
            "name": name,
            "username": username,
            "phone": phone,
            "language_code": language_code,
            "id": number,
            "role_hint": role_hint,
        }
        given = {key: value for key, value in asked.items() if value is not None}
        return self._know(await self.line.ask("POST", "people", given))

    async def people(self) -> list[Person]:
        """Everybody, also those whom somebody else made; with what they see now."""
        state = await self.state()
        for profile in state["people"]:
            person = self._know(profile)
            person.hear("person", {"profile": profile})
            person.hear("keyboard", {"keyboard": state["keyboards"].get(str(person.id))})
            known = {message["message_id"] for message in person.messages()}
            for message in state["messages"].get(str(person.id), []):
                if message["message_id"] not in known:
                    person.hear("message", {"message": message})
        return [self._people[profile["id"]] for profile in state["people"]]

    def _know(self, profile: Json) -> Person:
        person = self._people.get(profile["id"])
        if person is None:
            person = self._people[profile["id"]] = Person(self.line, profile, self.patience)
            for number, kind, event in [early for early in self._early if early[0] == person.id]:
                self._early.remove((number, kind, event))
                person.hear(kind, event)
        return person

    def listen(self, listener: Callable[[str, int | None, Json], None]) -> None:
        """Also call `listener(kind, person id, rest)` for every event but calls."""
        self._listeners.append(listener)

    def _hear(self, kind: str, number: int | None, event: Json) -> None:
        for listener in self._listeners:
            listener(kind, number, event)
        self.whatsapp.hear(kind, number, event)
        if kind.startswith("wa_"):
            return
        if kind == "reset":
            self._people.clear()
            self._early.clear()
        if number is None:
            return
        person = self._people.get(number)
        if person is not None:
            person.hear(kind, event)
        elif kind != "person":
            self._early.append((number, kind, event))

    # What happens to the line and the clock.

    async def breaks(self, **faults: Any) -> Json:
        """Break the line: `outage=True`, `error_429={"share": 0.5, "retry_after": 2}`, `latency_ms=100` …"""
        return await self.line.ask("POST", "faults", faults)

    async def mends(self) -> None:
        """Nothing is broken any more."""
        await self.line.ask("POST", "faults", {})

    async def shifts_clock(self, seconds: float) -> None:
        """Announce a clock that is so many seconds ahead."""
        await self.line.ask("POST", "clock", {"offset_seconds": seconds})

    async def injects(self, update: Json | str) -> int | None:
        """Any object as an update, or a text that need not be JSON; returns the update id, None for broken JSON."""
        asked = {"raw": update} if isinstance(update, str) else update
        number = (await self.line.ask("POST", "update", asked))["update_id"]
        return None if number is None else int(number)

    async def repeats(self, update_id: int) -> None:
        """Deliver an update again."""
        await self.line.ask("POST", "repeat", {"update_id": update_id})

    async def resets(self) -> None:
        """Forget everything."""
        await self.line.ask("POST", "reset")

    async def state(self) -> Json:
        """As the page loads it."""
        return await self.line.ask("GET", "state")

    async def metrics(self) -> Json:
        """Counts."""
        return await self.line.ask("GET", "metrics")

    async def sends(self, person: Person | None = None) -> list[Json]:
        """Accepted sends and edits in order, of one person or of all."""
        asked = f"sends?person={person.id}" if person else "sends"
        found: list[Json] = (await self.line.ask("GET", asked))["sends"]
        return found
