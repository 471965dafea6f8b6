"""The server itself: where it listens, what it refuses to start beside, what it says of itself, how much it keeps."""

import asyncio
import sys
from pathlib import Path

import aiohttp
import pytest

from feedbackbot.playground.bounds import Bounds
from feedbackbot.playground.city import Playground
from feedbackbot.playground.events import EventLog
from feedbackbot.playground.files import FileStore
from feedbackbot.playground.person import Person
from feedbackbot.playground.server import PlaygroundServer, RealTokenNearby, refuse_beside_real_token, serve
from tests.playground.conftest import Wire


def test_it_does_not_start_beside_a_real_token(monkeypatch: pytest.MonkeyPatch) -> None:
    for harmless in ({}, {"FEEDBACKBOT_TELEGRAM_TOKEN": ""}, {"FEEDBACKBOT_TELEGRAM_TOKEN": "1:PLAYx"}):
        refuse_beside_real_token(harmless)
    monkeypatch.setenv("FEEDBACKBOT_TELEGRAM_TOKEN", "123456:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K")
    with pytest.raises(RealTokenNearby) as refused:
        PlaygroundServer()
    assert "AAEhBOweik6ad9r" not in str(refused.value)


async def test_as_a_command_it_says_so_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FEEDBACKBOT_TELEGRAM_TOKEN", "123456:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K")
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "feedbackbot.playground", "--port", "0", stderr=asyncio.subprocess.PIPE
    )
    _, said = await process.communicate()
    assert process.returncode == 2
    assert said.decode().startswith("playground: FEEDBACKBOT_TELEGRAM_TOKEN is set")
    assert said.count(b"\n") == 1


async def test_a_token_that_could_be_real_is_not_served() -> None:
    with pytest.raises(ValueError, match="1:PLAY"):
        PlaygroundServer(token="123:AAE")


async def test_it_says_that_it_is_not_telegram(wire: Wire, city: Playground) -> None:
    async with wire.session.get(f"{city.url}/play/about") as answer:
        about = await answer.json()
    assert about["is_telegram"] is False
    assert "It is neither Telegram nor WhatsApp" in about["about"]


async def test_the_page_is_served_and_nothing_outside_it(tmp_path: Path) -> None:
    page = tmp_path / "page"
    page.mkdir()
    (page / "index.html").write_text("<p>Halo")
    (page / "main.js").write_text("1;")
    (tmp_path / "secret.txt").write_text("x")
    async with PlaygroundServer(page=page) as server, aiohttp.ClientSession() as session:

        async def get(path: str) -> tuple[int, str, str]:
            async with session.get(aiohttp.client.URL(server.url + path, encoded=True)) as answer:
                return answer.status, answer.content_type, await answer.text()

        assert await get("/") == (200, "text/html", "<p>Halo")
        assert await get("/static/main.js") == (200, "text/javascript", "1;")
        for hidden in (
            "/static/../secret.txt",
            "/static/%2e%2e/secret.txt",
            "/static/",
            "/static/none.js",
            "/x",
        ):
            assert (await get(hidden))[0] == 404


async def test_it_listens_on_this_machine_only() -> None:
    async with serve() as server:
        assert server.url.startswith("http://127.0.0.1:")


async def test_pages_of_other_sites_may_not_ask(wire: Wire, city: Playground) -> None:
    async def status(**headers: str) -> int:
        async with wire.session.post(f"{city.url}/play/reset", json={}, headers=headers) as answer:
            return answer.status

    assert await status(Origin="https://example.com") == 403
    assert await status(Host="example.com") == 403
    assert await status(Origin="http://localhost:9000") == 200


async def test_it_stops_while_somebody_listens_and_somebody_polls(wire: Wire, city: Playground) -> None:
    assert city.server is not None
    async with wire.session.get(f"{city.url}/play/events") as stream:
        poll = asyncio.create_task(wire.calls("getUpdates", timeout=50))
        while not city.server.world.updates.is_polled:
            await asyncio.sleep(0.01)
        await city.close()
        assert await poll == {"ok": True, "result": []}
        assert b"not Telegram" in await stream.read()


async def test_requests_that_make_no_sense_get_an_answer(wire: Wire, city: Playground, ani: Person) -> None:
    async def post(path: str, body: str, kind: str = "application/json") -> int:
        async with wire.session.post(
            f"{city.url}{path}", data=body, headers={"Content-Type": kind}
        ) as answer:
            return answer.status

    assert await post(f"/play/people/{ani.id}/text", "{") == 400
    assert await post(f"/play/people/{ani.id}/text", "[]") == 400
    assert await post(f"/play/people/{ani.id}/location", '{"latitude": "x"}') == 400
    assert await post("/play/people/1/text", '{"text": "x"}') == 404
    assert await post("/play/nothing", "{}") == 404
    assert await post(f"/play/people/{ani.id}/dance", "{}") == 404
    assert await post("/bot1:PLAY/sendMessage", "{") == 400
    assert (
        await post("/bot1:PLAY/sendMessage", "chat_id=1&text=%ff", "application/x-www-form-urlencoded") == 400
    )


async def test_what_it_remembers_is_bounded() -> None:
    bounds = Bounds(messages_per_person=3, messages=5, calls=2, sends=4)
    async with Playground(bounds=bounds) as city, aiohttp.ClientSession() as session:
        wire = Wire(city, session)
        for name in ("Ani", "Budi"):
            person = await city.person(name)
            await person.starts()
            for number in range(4):
                await wire.result("sendMessage", chat_id=person.id, text=str(number))
        state = await city.state()
        kept = [[message["text"] for message in messages] for messages in state["messages"].values()]
        assert kept == [["2", "3"], ["1", "2", "3"]]
        assert len(state["calls"]) == 2
        assert len(await city.sends()) == 4
        assert (await city.metrics())["sends"] == 8


async def test_a_flood_in_one_chat_costs_no_other_chat_a_message() -> None:
    async with Playground(bounds=Bounds(messages_per_person=3, messages=5)) as city:
        ani, budi = await city.person("Ani"), await city.person("Budi")
        await ani.types("halo")
        for number in range(50):
            await budi.types(str(number))
        kept = [
            [message["text"] for message in messages]
            for messages in (await city.state())["messages"].values()
        ]
    assert kept == [["halo"], ["47", "48", "49"]]


def test_the_oldest_files_go_first() -> None:
    files = FileStore(most_bytes=10)
    first = files.put("document", "a", "", b"a" * 6)
    second = files.put("document", "b", "", b"b" * 6)
    assert files.content(first) is None
    assert files.content(second) == b"b" * 6


def test_events_are_given_from_any_place_that_is_still_kept() -> None:
    log = EventLog(3)
    assert list(log.after(0) or []) == []
    for number in range(5):
        log.emit("person", number)
    assert log.after(1) is None
    for seen in (2, 3, 4, 5):
        events = log.after(seen)
        assert events is not None
        assert [event.id for event in events] == list(range(seen + 1, 6))
    assert log.after(6) is None
