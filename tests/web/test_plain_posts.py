"""Plain POSTs are answered at once; whatever leaves a doubt goes the way of every request."""

import asyncio
from collections.abc import AsyncIterator, Mapping

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from feedbackbot.web.app import create_app
from feedbackbot.web.plain_posts import plain_post
from feedbackbot.web.server import WebServer

PLAIN = b"POST /hook HTTP/1.1\r\nHost: bot\r\nX-Sign: s\r\nContent-Length: 4\r\n\r\nabcd"
HEAD = b"POST /hook HTTP/1.1\r\nHost: bot\r\n"
DOUBTFUL = {
    "no host": b"POST /hook HTTP/1.1\r\nContent-Length: 4\r\n\r\nabcd",
    "chunks": HEAD + b"Transfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n0\r\n\r\n",
    "chunks and a length": HEAD + b"Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\nabcd",
    "two lengths": HEAD + b"Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd",
    "a list of lengths": HEAD + b"Content-Length: 4, 4\r\n\r\nabcd",
    "a sign": HEAD + b"Content-Length: +4\r\n\r\nabcd",
    "digits of another script": HEAD + "Content-Length: ٤\r\n\r\nabcd".encode(),
    "no length": HEAD + b"\r\nabcd",
    "a next request": PLAIN + PLAIN,
    "half a body": HEAD + b"Content-Length: 40\r\n\r\nabcd",
    "half a header": HEAD + b"Content-Le",
    "a space before the colon": HEAD + b"Content-Length : 4\r\n\r\nabcd",
    "a folded header": HEAD + b"X-A: b\r\n c\r\nContent-Length: 4\r\n\r\nabcd",
    "a bare line end": HEAD + b"X-A: b\nContent-Length: 400\r\nContent-Length: 4\r\n\r\nabcd",
    "an upgrade": HEAD + b"Connection: upgrade\r\nUpgrade: h2c\r\nContent-Length: 4\r\n\r\nabcd",
    "waits to be asked": HEAD + b"Expect: 100-continue\r\nContent-Length: 4\r\n\r\nabcd",
    "goes afterwards": HEAD + b"Connection: close\r\nContent-Length: 4\r\n\r\nabcd",
    "an old version": b"POST /hook HTTP/1.0\r\nHost: bot\r\nContent-Length: 4\r\n\r\nabcd",
    "a query": b"POST /hook?a=1 HTTP/1.1\r\nHost: bot\r\nContent-Length: 4\r\n\r\nabcd",
    "an escaped path": b"POST /%68ook HTTP/1.1\r\nHost: bot\r\nContent-Length: 4\r\n\r\nabcd",
    "another path": b"POST /other HTTP/1.1\r\nHost: bot\r\nContent-Length: 4\r\n\r\nabcd",
    "another method": b"PUT /hook HTTP/1.1\r\nHost: bot\r\nContent-Length: 4\r\n\r\nabcd",
}  # fmt: skip


class Hooked:
    """Remembers what it took; answers when it may."""

    def __init__(self) -> None:
        self.took: list[tuple[str, bytes]] = []
        self.may = asyncio.Event()
        self.may.set()

    async def take(self, headers: Mapping[str, str], body: bytes) -> tuple[int, str]:
        self.took.append((headers.get("X-SIGN", ""), body))
        await self.may.wait()
        return 200, "taken"


async def full(request: Request) -> Response:
    return PlainTextResponse(f"full {len(await request.body())}")


@pytest.fixture
def hooked() -> Hooked:
    return Hooked()


@pytest.fixture
async def server(hooked: Hooked) -> AsyncIterator[WebServer]:
    app = create_app([Route("/hook", full, methods=["POST"])])
    running = WebServer(app, "127.0.0.1", 0, takers={"/hook": hooked.take})
    await running.start()
    yield running
    hooked.may.set()
    await running.stop()


async def reads(reader: asyncio.StreamReader, ending: bytes) -> bytes:
    return await asyncio.wait_for(reader.readuntil(ending), 5)


@pytest.mark.parametrize("sent", DOUBTFUL.values(), ids=DOUBTFUL.keys())
def test_what_leaves_a_doubt_is_not_read_here(sent: bytes, hooked: Hooked) -> None:
    assert plain_post(PLAIN, {"/hook": hooked.take}) is not None
    assert plain_post(sent, {"/hook": hooked.take}) is None


async def test_both_ways_share_a_connection(server: WebServer, hooked: Hooked) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(PLAIN)
    answer = await reads(reader, b"taken")
    assert answer.startswith(b"HTTP/1.1 200 OK\r\n")
    assert b"\r\ncontent-length: 5\r\n" in answer
    assert b"\r\ndate: " in answer.lower()
    writer.write(PLAIN[:-2])
    while server.room.owing:
        await asyncio.sleep(0)
    writer.write(PLAIN[-2:])
    await reads(reader, b"full 4")
    writer.write(PLAIN)
    await reads(reader, b"taken")
    writer.write(PLAIN + PLAIN)
    assert (await reads(reader, b"full 4")).count(b"HTTP/1.1") == 1
    await reads(reader, b"full 4")
    assert hooked.took == [("s", b"abcd"), ("s", b"abcd")]
    writer.close()


async def test_what_comes_meanwhile_is_answered_after_it(server: WebServer, hooked: Hooked) -> None:
    hooked.may.clear()
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(PLAIN)
    while not hooked.took:
        await asyncio.sleep(0)
    writer.write(PLAIN)
    for _ in range(5):
        await asyncio.sleep(0)
    assert len(hooked.took) == 1
    hooked.may.set()
    await reads(reader, b"taken")
    await reads(reader, b"taken")
    writer.close()


async def test_a_post_under_way_is_answered_before_the_server_stops(
    server: WebServer, hooked: Hooked
) -> None:
    hooked.may.clear()
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(PLAIN)
    while not hooked.took:
        await asyncio.sleep(0)
    stopping = asyncio.create_task(server.stop())
    for _ in range(20):
        await asyncio.sleep(0.01)
    assert not stopping.done()
    hooked.may.set()
    assert (await asyncio.wait_for(reader.read(), 5)).endswith(b"taken")
    await stopping
    writer.close()
