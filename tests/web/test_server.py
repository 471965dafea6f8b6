"""Health, metrics, and a server that leaves signals to the bot."""

import asyncio
import signal
import socket

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from feedbackbot.web.app import create_app, watch_routes
from feedbackbot.web.server import WebServer


class Readiness:
    def __init__(self) -> None:
        self.why_not = ""

    async def __call__(self) -> str:
        return self.why_not


@pytest.fixture
def readiness() -> Readiness:
    return Readiness()


async def test_it_is_alive_but_ready_only_when_the_bot_is(readiness: Readiness) -> None:
    app = create_app(watch_routes(readiness))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://bot") as client:
        assert (await client.get("/health/ready")).status_code == 200
        readiness.why_not = "stopping"
        answer = await client.get("/health/ready")
        assert (answer.status_code, answer.json()) == (503, {"status": "not ready", "why": "stopping"})
        assert (await client.get("/health/live")).status_code == 200


async def test_the_figures_are_there_for_prometheus(readiness: Readiness) -> None:
    app = create_app(watch_routes(readiness))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://bot") as client:
        answer = await client.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain")
    for figure in (
        "turns_total",
        "reply_seconds",
        "messages_total",
        "arrivals_total",
        "inbox_depth",
        "outbox_depth",
    ):
        assert f"feedbackbot_{figure}" in answer.text


async def test_a_free_port_is_told(readiness: Readiness) -> None:
    server = WebServer(create_app(watch_routes(readiness)), "127.0.0.1", 0)
    await server.start()
    try:
        async with httpx.AsyncClient() as client:
            assert (await client.get(f"http://127.0.0.1:{server.port}/health/live")).status_code == 200
    finally:
        await server.stop()


async def test_what_is_written_in_two_pieces_waits_for_nothing(readiness: Readiness) -> None:
    """Nagle's delay is off on every accepted connection: a page took 43 ms of waiting, for less than 1 ms of work."""
    server = WebServer(create_app(watch_routes(readiness)), "127.0.0.1", 0)
    await server.start()
    try:
        async with httpx.AsyncClient() as client:
            await client.get(f"http://127.0.0.1:{server.port}/health/live")
            connections = list(server._server.server_state.connections)
            assert connections
            for one in connections:
                accepted = one.transport.get_extra_info("socket")
                assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
    finally:
        await server.stop()


async def test_a_taken_port_is_an_error_at_once(readiness: Readiness) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(OSError, match="in use"):
            WebServer(create_app(watch_routes(readiness)), "127.0.0.1", taken.getsockname()[1])


async def test_a_request_under_way_is_answered_before_the_server_stops(readiness: Readiness) -> None:
    arrived, go_on = asyncio.Event(), asyncio.Event()

    async def slow(_: Request) -> Response:
        arrived.set()
        await go_on.wait()
        return PlainTextResponse("done")

    server = WebServer(create_app([*watch_routes(readiness), Route("/slow", slow)]), "127.0.0.1", 0)
    await server.start()
    async with httpx.AsyncClient() as client:
        asking = asyncio.ensure_future(client.get(f"http://127.0.0.1:{server.port}/slow"))
        await arrived.wait()
        stopping = asyncio.ensure_future(server.stop())
        await asyncio.sleep(0.05)
        go_on.set()
        assert (await asking).text == "done"
        await stopping


async def test_signals_stay_with_the_bot(readiness: Readiness) -> None:
    before = signal.getsignal(signal.SIGTERM)
    server = WebServer(create_app(watch_routes(readiness)), "127.0.0.1", 0)
    await server.start()
    assert signal.getsignal(signal.SIGTERM) is before
    await server.stop()
