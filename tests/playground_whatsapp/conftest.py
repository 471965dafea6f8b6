"""A playground, Ani with the other app who has just written, a bot that speaks Graph by hand, and a webhook that takes what comes."""

import asyncio
import hashlib
import hmac
import json
from collections.abc import AsyncIterator, Callable
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from feedbackbot.playground.city import Playground
from feedbackbot.playground.whatsapp.account import ACCOUNT_ID, APP_SECRET, PHONE_ID, VERIFY_TOKEN
from feedbackbot.playground.whatsapp.person import Person

Json = dict[str, Any]
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
)


class Graph:
    """The Graph API spoken by hand: the answer as it came."""

    def __init__(self, city: Playground, session: aiohttp.ClientSession) -> None:
        self.city = city
        self.session = session
        self.headers = {"Authorization": f"Bearer {city.whatsapp.token}"}

    async def calls(self, method: str, path: str, **sent: Any) -> tuple[int, Json]:
        headers = sent.pop("headers", self.headers)
        address = path if path.startswith("http") else f"{self.city.url}/v26.0/{path}"
        async with self.session.request(method, address, headers=headers, **sent) as answer:
            return answer.status, await answer.json()

    async def sends(self, body: Json) -> str:
        """The id of a message that must be taken."""
        status, answer = await self.calls("POST", f"{PHONE_ID}/messages", json=body)
        assert status == 200, answer
        return str(answer["messages"][0]["id"])

    async def refusal(self, method: str, path: str, **sent: Any) -> Json:
        """The error with which a call was refused."""
        status, answer = await self.calls(method, path, **sent)
        assert status >= 400, answer
        error: Json = answer["error"]
        assert error["type"] and error["fbtrace_id"] and error["message"].startswith(f"(#{error['code']})")
        return error

    async def refused(self, body: Json) -> int:
        """The code with which a message was refused."""
        return int((await self.refusal("POST", f"{PHONE_ID}/messages", json=body))["code"])

    async def uploads(self, content: bytes = PIXEL, mime: str = "image/png") -> str:
        """The id of an uploaded file."""
        form = aiohttp.FormData({"messaging_product": "whatsapp", "type": mime})
        form.add_field("file", content, filename="berkas", content_type=mime)
        status, answer = await self.calls("POST", f"{PHONE_ID}/media", data=form)
        assert status == 200, answer
        return str(answer["id"])

    async def registers(self, name: str = "kasus_kabar", approved: bool = True, **more: Any) -> Json:
        """A template of two named fields with a quick reply."""
        body = {
            "name": name,
            "language": "id",
            "category": "UTILITY",
            "components": [
                {
                    "type": "BODY",
                    "text": "Laporan {{nomor}} berubah menjadi {{status}}. Ketuk untuk membaca.",
                    "example": {
                        "body_text_named_params": [
                            {"param_name": "nomor", "example": "LSM-1"},
                            {"param_name": "status", "example": "selesai"},
                        ]
                    },
                },
                {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Buka"}]},
            ],
            **more,
        }
        status, answer = await self.calls("POST", f"{ACCOUNT_ID}/message_templates", json=body)
        assert status == 200, answer
        if approved:
            await self.city.whatsapp.decides(name, "approve", str(body["language"]))
        return answer


class Hook:
    """The bot's webhook. `answers` are the statuses of the next POSTs, 200 after that."""

    def __init__(self) -> None:
        self.posts: list[Json] = []
        self.answers: list[int] = []
        self.url = ""
        self._news = asyncio.Event()

    async def take(self, request: web.Request) -> web.Response:
        if request.method == "GET":
            given = request.query
            right = given.get("hub.verify_token") == VERIFY_TOKEN and given.get("hub.mode") == "subscribe"
            return web.Response(
                text=given.get("hub.challenge", "") if right else "", status=200 if right else 403
            )
        raw = await request.read()
        wanted = "sha256=" + hmac.new(APP_SECRET.encode(), raw, hashlib.sha256).hexdigest()
        assert request.headers["X-Hub-Signature-256"] == wanted
        assert raw.isascii()
        status = self.answers.pop(0) if self.answers else 200
        if status == 200:
            self.posts.append(json.loads(raw))
            self._news.set()
        return web.Response(status=status)

    def values(self, field: str = "messages") -> list[Json]:
        """The values of a subscription field, in the order they came."""
        changes = [change for post in self.posts for entry in post["entry"] for change in entry["changes"]]
        return [change["value"] for change in changes if change["field"] == field]

    def messages(self) -> list[Any]:
        """What people wrote."""
        return [one for value in self.values() for one in value.get("messages", [])]

    def statuses(self) -> list[Json]:
        """What became of what was sent."""
        return [one for value in self.values() for one in value.get("statuses", [])]

    async def until(self, holds: Callable[[], Any]) -> Any:
        """What `holds` finds, asked again at each POST."""
        async with asyncio.timeout(20):
            while not (found := holds()):
                self._news.clear()
                await self._news.wait()
        return found


@pytest.fixture
async def city() -> AsyncIterator[Playground]:
    async with Playground(patience=20) as city:
        await city.whatsapp.sets(pair_burst=0, per_second=0)
        yield city


@pytest.fixture
async def graph(city: Playground) -> AsyncIterator[Graph]:
    async with aiohttp.ClientSession() as session:
        yield Graph(city, session)


@pytest.fixture
async def hook(city: Playground) -> AsyncIterator[Hook]:
    hook = Hook()
    app = web.Application()
    app.router.add_route("*", "/hook", hook.take)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    await city.whatsapp.points_webhook_at(hook.url)
    yield hook
    await city.whatsapp.points_webhook_at()
    await runner.cleanup()


@pytest.fixture
async def ani(city: Playground) -> Person:
    ani = await city.whatsapp.person("Ani", phone="+6281260000001")
    await ani.types("halo")
    return ani


def to(person: Person, **content: Any) -> Json:
    """A message's body to that person; its type is what `content` names."""
    return {
        "messaging_product": "whatsapp",
        "to": f"+{person.number}",
        "type": next(iter(content)),
        **content,
    }


def text(person: Person, body: str = "Terima kasih.") -> Json:
    """A text's body."""
    return to(person, text={"body": body})
