"""Delivery to a webhook: order, secret, repetition, and what waits meanwhile."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from feedbackbot.playground import webhook_delivery
from feedbackbot.playground.city import Playground
from feedbackbot.playground.person import Person
from tests.playground.conftest import Wire

PATIENCE = 10


class Hook:
    """A webhook that notes what it gets; `refuses` says how often it answers 503 to each text before it takes it."""

    def __init__(self) -> None:
        self.refuses = 0
        self.gate: asyncio.Event | None = None
        self.taken: list[tuple[int, Any]] = []
        self.tried: list[Any] = []
        self.secrets: set[str | None] = set()
        self.at_once = 0
        self.most_at_once = 0
        self.url = ""
        self._changed = asyncio.Event()

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        self.secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        raw = await request.read()
        if self.gate is not None:
            await self.gate.wait()
        self.at_once -= 1
        self._changed.set()
        self.tried.append(raw)
        if self.tried.count(raw) <= self.refuses:
            return web.Response(status=503)
        try:
            message = json.loads(raw)["message"]
            self.taken.append((message["chat"]["id"], message["text"]))
        except ValueError:
            self.taken.append((0, raw))
        return web.Response()

    async def until(self, count: int) -> list[tuple[int, Any]]:
        async with asyncio.timeout(PATIENCE):
            while len(self.taken) < count:
                self._changed.clear()
                await self._changed.wait()
        return self.taken


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    runner = web.ServerRunner(web.Server(hook.answer))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    await runner.cleanup()


async def test_what_waited_and_what_comes_is_posted_with_the_secret(
    wire: Wire, ani: Person, hook: Hook
) -> None:
    await wire.result("setWebhook", url=hook.url, secret_token="rahasia_1")
    await ani.types("halo")
    assert await hook.until(2) == [(ani.id, "/start"), (ani.id, "halo")]
    assert hook.secrets == {"rahasia_1"}
    info = await wire.result("getWebhookInfo")
    assert (info["url"], info["pending_update_count"], info["max_connections"]) == (hook.url, 0, 40)
    await wire.result("deleteWebhook")
    await ani.types("menunggu")
    assert (await wire.result("getUpdates"))[-1]["message"]["text"] == "menunggu"


async def test_a_refused_update_is_repeated_and_holds_up_its_chat_only(
    wire: Wire, city: Playground, ani: Person, hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhook_delivery, "SHORTEST_WAIT", 0.01)
    hook.refuses = 3
    await wire.result("setWebhook", url=hook.url)
    for number in range(3):
        await ani.types(str(number))
    taken = await hook.until(4)
    assert taken == [(ani.id, text) for text in ("/start", "0", "1", "2")]
    assert len(hook.tried) == 4 * 4
    assert (await wire.result("getWebhookInfo"))["last_error_message"] == (
        "Wrong response from the webhook: 503 Service Unavailable"
    )


async def test_order_holds_within_each_chat_while_chats_go_side_by_side(
    wire: Wire, city: Playground, hook: Hook
) -> None:
    people = [await city.person(f"W{number}") for number in range(8)]
    hook.gate = asyncio.Event()
    await wire.result("setWebhook", url=hook.url, max_connections=5)
    for number in range(6):
        for person in people:
            await person.types(str(number))
    while hook.at_once < 5:
        await asyncio.sleep(0.01)
    hook.gate.set()
    taken = await hook.until(48)
    assert hook.most_at_once == 5
    for person in people:
        assert [text for whom, text in taken if whom == person.id] == list("012345")


async def test_with_one_connection_everything_is_in_order(wire: Wire, city: Playground, hook: Hook) -> None:
    ani, budi = await city.person("Ani"), await city.person("Budi")
    for number in range(3):
        await ani.types(f"a{number}")
        await budi.types(f"b{number}")
    await wire.result("setWebhook", url=hook.url, max_connections=1)
    assert sorted(text for _, text in await hook.until(6)) == ["a0", "a1", "a2", "b0", "b1", "b2"]
    assert hook.most_at_once == 1


async def test_nothing_is_lost_while_nobody_listens(
    wire: Wire, city: Playground, ani: Person, hook: Hook
) -> None:
    await wire.result("setWebhook", url="http://127.0.0.1:9/nobody")
    await ani.types("halo")
    while "last_error_message" not in (info := await wire.result("getWebhookInfo")):
        await asyncio.sleep(0.01)
    assert (info["pending_update_count"], info["last_error_message"]) == (2, "Connection refused")
    await wire.result("setWebhook", url=hook.url)
    assert [text for _, text in await hook.until(2)] == ["/start", "halo"]


async def test_an_outage_keeps_updates_back(wire: Wire, city: Playground, ani: Person, hook: Hook) -> None:
    await wire.result("setWebhook", url=hook.url)
    await hook.until(1)
    await city.breaks(outage=True)
    await ani.types("selama gangguan")
    await city.mends()
    assert (await hook.until(2))[-1] == (ani.id, "selama gangguan")
    assert len(hook.tried) == 2


async def test_a_balancer_spreads_updates_over_two_processes(
    wire: Wire, city: Playground, ani: Person, hook: Hook
) -> None:
    await city.line.ask("POST", "webhooks", {"urls": [hook.url, "http://127.0.0.1:9/dead"]})
    await wire.result("setWebhook", url="http://127.0.0.1:9/x")
    await ani.types("halo")
    assert [text for _, text in await hook.until(2)] == ["/start", "halo"]


async def test_broken_json_is_posted_as_it_is(wire: Wire, city: Playground, hook: Hook) -> None:
    await wire.result("setWebhook", url=hook.url)
    await city.injects('{"update_id":')
    assert await hook.until(1) == [(0, b'{"update_id":')]


async def test_a_tap_that_waited_too_long_is_never_posted(
    wire: Wire, city: Playground, ani: Person, hook: Hook
) -> None:
    assert city.server is not None
    await ani.forges("x")
    city.server.world.updates.query_seconds = 0
    await wire.result("setWebhook", url=hook.url)
    await ani.types("halo")
    assert [text for _, text in await hook.until(2)] == ["/start", "halo"]
    assert len(hook.tried) == 2


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"url": "ftp://127.0.0.1/x"}, "bad webhook: HTTPS url must be provided for webhook"),
        ({"url": "https://example.com/x"}, "bad webhook: the playground delivers to this machine only"),
        ({"url": "http://127.0.0.1/x", "secret_token": "a b"}, "secret token contains unallowed characters"),
    ],
)
async def test_wrong_webhooks_are_refused(wire: Wire, values: dict[str, Any], words: str) -> None:
    assert await wire.refusal("setWebhook", **values) == f"Bad Request: {words}"


async def test_what_waits_can_be_dropped(wire: Wire, ani: Person) -> None:
    await wire.result("deleteWebhook", drop_pending_updates=True)
    assert await wire.result("getUpdates") == []
