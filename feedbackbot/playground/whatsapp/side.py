"""The other app's side of a playground, for tests and the demo: people, approver, limits, faults and counts from Python."""

from collections import deque
from typing import Any

from feedbackbot.playground.waiting_phone import PATIENCE
from feedbackbot.playground.whatsapp.account import (
    ACCESS_TOKEN,
    ACCOUNT_ID,
    APP_SECRET,
    NUMBER,
    PHONE_ID,
    VERIFY_TOKEN,
    VERSION,
)
from feedbackbot.playground.whatsapp.person import Line, Person

Json = dict[str, Any]


class WhatsAppSide:
    """`city.whatsapp`. The bot is given the constants beside this class, and `city.url` as the address of the Graph API."""

    token = ACCESS_TOKEN
    app_secret = APP_SECRET
    verify_token = VERIFY_TOKEN
    phone_id = PHONE_ID
    account_id = ACCOUNT_ID
    number = NUMBER
    version = VERSION

    def __init__(self, line: Line, patience: float = PATIENCE) -> None:
        self.line = line
        self.patience = patience
        self._people: dict[int, Person] = {}
        self._early: deque[tuple[int, str, Json]] = deque(maxlen=10_000)

    async def person(
        self,
        name: str,
        *,
        phone: str | None = None,
        username: str | None = None,
        role_hint: str | None = None,
        hidden: bool = False,
    ) -> Person:
        """Somebody who has not written yet; `hidden`: her number is in no webhook."""
        asked = {"name": name, "phone": phone, "username": username, "role_hint": role_hint}
        given = {key: value for key, value in asked.items() if value is not None}
        profile = await self.line.ask("POST", "wa/people", given)
        person = self._people[profile["id"]] = Person(self.line, profile, self.patience)
        for early in [early for early in self._early if early[0] == person.id]:
            self._early.remove(early)
            person.hear(*early[1:])
        if hidden:
            await person.does("hide")
        return person

    def hear(self, kind: str, number: int | None, event: Json) -> None:
        """Take in an event of the playground; for the playground alone."""
        if kind == "reset":
            self._people.clear()
            self._early.clear()
        if number is None or not kind.startswith("wa_"):
            return
        person = self._people.get(number)
        if person is not None:
            person.hear(kind, event)
        elif kind != "wa_person":
            self._early.append((number, kind, event))

    async def points_webhook_at(self, *urls: str) -> None:
        """Deliver there, several in turn, without the handshake; none: let everything wait."""
        await self.line.ask("POST", "wa/webhook", {"urls": list(urls)})

    async def breaks(self, **faults: Any) -> Json:
        """Break the API: `codes=[{"code": 131056, "share": 0.5}]`, `drop_after=0.1`, `outage=True` … (`ApiFaults`)."""
        return await self.line.ask("POST", "wa/faults", faults)

    async def breaks_webhook(self, **faults: Any) -> None:
        """Batch, double, shuffle, hold or break the updates (`WebhookFaults`)."""
        await self.line.ask("POST", "wa/webhook-faults", faults)

    async def mends(self) -> None:
        """Nothing is broken any more."""
        await self.breaks()
        await self.breaks_webhook()

    async def sets(self, **settings: Any) -> Json:
        """Change the account (`Account`): limits, prices, whether the approver waits."""
        return await self.line.ask("POST", "wa/account", settings)

    async def decides(self, name: str, decision: str = "", language: str = "id", **more: str) -> Json:
        """The approver: approve, reject, pause, disable, reinstate; or `category="MARKETING"`."""
        asked = {"name": name, "language": language, "decision": decision, **more}
        return await self.line.ask("POST", "wa/templates", asked)

    async def injects(self, body: Json | str) -> None:
        """A signed POST with that object, or with that text."""
        await self.line.ask("POST", "wa/inject", {"raw": body} if isinstance(body, str) else {"body": body})

    async def state(self) -> Json:
        """As the page loads it."""
        return await self.line.ask("GET", "wa/state")

    async def metrics(self) -> Json:
        """Counts of sends, statuses, refusals, costs, webhooks."""
        return await self.line.ask("GET", "wa/metrics")

    async def sends(self, person: Person | None = None) -> list[Json]:
        """Messages that were taken, in order, of one person or of all."""
        asked = f"wa/sends?person={person.id}" if person else "wa/sends"
        found: list[Json] = (await self.line.ask("GET", asked))["sends"]
        return found
