"""Requests that are slow, half open, too large or malformed hold up nobody else."""

import asyncio
import contextlib
import resource
from collections.abc import AsyncIterator

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from feedbackbot.reports.render_process import RenderProcess
from feedbackbot.storage.database import Database
from feedbackbot.storage.runtime import Runtime
from feedbackbot.telemetry import OncePerSecond
from feedbackbot.web.app import create_app, watch_routes
from feedbackbot.web.reports.routes import ResultPages
from feedbackbot.web.server import Bounds, WebServer
from feedbackbot.web.training.routes import CertificatePages
from tests.builders import CATALOGUE, test_settings
from tests.talk import Clock

MOST = 40
FLOOD = 1_100
BOUNDS = Bounds(connections=MOST, header_seconds=0.6, exchange_seconds=1.0)


async def ready() -> str:
    return ""


async def swallow(request: Request) -> Response:
    return PlainTextResponse(str(len(await request.body())))


async def refuse(_: Request) -> Response:
    return PlainTextResponse("forbidden", 403)


@pytest.fixture
async def server() -> AsyncIterator[WebServer]:
    hung = asyncio.Event()

    async def hang(_: Request) -> Response:
        await hung.wait()
        return PlainTextResponse("done")

    routes = [Route("/swallow", swallow, methods=["POST"]), Route("/refuse", refuse, methods=["POST"])]
    app = create_app([*watch_routes(ready), *routes, Route("/hang", hang)], most_requests=5)
    running = WebServer(app, "127.0.0.1", 0, BOUNDS)
    await running.start()
    yield running
    hung.set()
    await running.stop()


async def asks(server: WebServer, sends: bytes) -> bytes:
    """What comes back until the server closes."""
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    try:
        writer.write(sends)
        return await reader.read()
    finally:
        writer.close()


def get(path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: bot\r\nConnection: close\r\n\r\n".encode()


@pytest.mark.parametrize("sent", [b"", b"GET /health/ready HTTP/1.1\r\nHost: b"])
async def test_eleven_hundred_half_open_requests_stop_neither_readiness_nor_fill_the_log(
    server: WebServer, sent: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    """More than there is room for; each comes as fast as it can."""
    caplog.handler.addFilter(OncePerSecond())
    before = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    assert before > FLOOD, "this process holds both ends"
    writers = []
    for number in range(FLOOD):
        _, writer = await asyncio.open_connection("127.0.0.1", server.port)
        writer.write(sent)
        writers.append(writer)
        if number % 100 == 99:
            assert b"200 OK" in await asks(server, get("/health/ready"))
            assert len(server.room.all) <= MOST
    for writer in writers:
        writer.close()
    assert len(caplog.records) < 10


@pytest.mark.parametrize(
    "begun",
    [
        b"",
        b"GET / HT",
        b"POST /swallow HTTP/1.1\r\nHost: b\r\nContent-Length: 100\r\n\r\nabc",
        b"POST /swallow HTTP/1.1\r\nHost: b\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
        b"GET /hang HTTP/1.1\r\nHost: b\r\n\r\n",
    ],
)
async def test_whoever_does_not_go_on_is_let_go_of(server: WebServer, begun: bytes) -> None:
    with contextlib.suppress(ConnectionError):
        assert b"200" not in await asks(server, begun)
    assert len(server.room.all) == 0


async def test_a_header_that_trickles_is_let_go_of_all_the_same(server: WebServer) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    with contextlib.suppress(ConnectionError):
        for letter in b"GET / HTTP/1.1\r\nX: " + b"a" * 10_000:
            writer.write(bytes([letter]))
            await asyncio.wait_for(writer.drain(), 5)
            await asyncio.sleep(0.02)
            if reader.at_eof() or writer.is_closing():
                break
    assert len(server.room.all) == 0
    writer.close()


@pytest.mark.parametrize("path", ["/swallow", "/refuse", "/nowhere", "/health/ready"])
@pytest.mark.parametrize("length", [125_000_000, 1_000_001])
async def test_what_is_too_large_is_answered_before_it_is_read(
    server: WebServer, path: str, length: int
) -> None:
    head = f"POST {path} HTTP/1.1\r\nHost: b\r\nContent-Length: {length}\r\n\r\n"
    said = await asks(server, head.encode() + b"x" * 1000)
    assert b" 413 " in said.splitlines()[0]


async def test_a_body_without_a_length_is_cut_off_at_the_same_size(server: WebServer) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(b"POST /swallow HTTP/1.1\r\nHost: b\r\nTransfer-Encoding: chunked\r\n\r\n")
    for _ in range(110):
        writer.write(b"2710\r\n" + b"x" * 10_000 + b"\r\n")
    assert b" 413 " in await reader.readline()
    writer.close()


async def test_a_body_that_nobody_wants_is_answered_and_not_read(server: WebServer) -> None:
    head = b"POST /refuse HTTP/1.1\r\nHost: b\r\nContent-Length: 900000\r\n\r\n"
    assert b" 403 " in (await asks(server, head)).splitlines()[0]


async def test_too_many_requests_at_a_time_are_told_so_and_readiness_is_answered(server: WebServer) -> None:
    hanging = [asyncio.create_task(asks(server, get("/hang"))) for _ in range(5)]
    while len(server.room.all) < 5 or server.room.owing:
        await asyncio.sleep(0.01)
    assert b" 503 " in (await asks(server, get("/nowhere"))).splitlines()[0]
    assert b" 200 " in (await asks(server, get("/health/ready"))).splitlines()[0]
    await asyncio.gather(*hanging, return_exceptions=True)


async def test_a_connection_is_used_again_and_requests_may_follow_each_other_closely(
    server: WebServer,
) -> None:
    one = b"GET /health/live HTTP/1.1\r\nHost: b\r\n\r\n"
    said = await asks(server, one * 3 + get("/health/live"))
    assert said.count(b"200 OK") == 4


NULS = [
    "/hasil/%00",
    "/hasil/%00/unsur.svg",
    "/hasil/a%00b",
    "/verify/%00",
    "/verify?kode=%00",
    "/hasil?bahasa=%00",
]


@pytest.mark.parametrize("path", NULS)
async def test_a_nul_in_an_address_is_not_found_on_either_database(database: Database, path: str) -> None:
    runtime, render = Runtime(database, Clock(), test_settings()), RenderProcess()
    routes = ResultPages(runtime, CATALOGUE, render).routes() + CertificatePages(runtime, CATALOGUE).routes()
    running = WebServer(create_app(routes), "127.0.0.1", 0, BOUNDS)
    await running.start()
    try:
        assert b" 404 " in (await asks(running, get(path))).splitlines()[0]
    finally:
        await running.stop()
