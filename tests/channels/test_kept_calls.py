"""Small calls over kept connections: however an answer comes it is read, nothing comes to the wrong caller, and failures tell whether the
request may have left."""

import asyncio

import pytest
from yarl import URL

from feedbackbot.channels.http_exchange import (
    JSON_HEADERS,
    NotCarried,
    Patience,
    PerhapsCarried,
)
from tests.channels.kept import Service, echo, exchange, whole

CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize(
    ("said", "status", "body"),
    [
        (whole(b"halo"), 200, b"halo"),
        (whole(b""), 200, b""),
        (whole(b"no", status="403 Forbidden"), 403, b"no"),
        (b"HTTP/1.1 100 Continue\r\n\r\n" + whole(b"halo"), 200, b"halo"),
        (b"HTTP/1.1 204 No Content\r\n\r\n", 204, b""),
        (b"HTTP/1.1 200\r\nCONTENT-LENGTH: 2\r\n\r\nya", 200, b"ya"),
        (CHUNKED + b"4\r\nhalo\r\n3;x=1\r\n\r\n!\r\n0\r\n\r\n", 200, b"halo\r\n!"),
        (CHUNKED + b"1\r\na\r\n0\r\nTrailing: field\r\n\r\n", 200, b"a"),
    ],
)
@pytest.mark.parametrize("at_once", [True, False])
async def test_an_answer_is_read_however_it_comes(
    said: bytes, status: int, body: bytes, at_once: bool
) -> None:
    async def says(_: int, __: bytes, writer: asyncio.StreamWriter) -> None:
        for piece in [said] if at_once else [said[at : at + 1] for at in range(len(said))]:
            writer.write(piece)
            await asyncio.sleep(0)

    service = Service(says)
    async with service.open() as url, exchange() as one:
        for _ in range(2):
            assert await one.ask("POST", url, b"{}", JSON_HEADERS) == (status, body)
    assert service.connections == 1


async def test_what_is_sent_is_whole_and_the_services_clock_is_heard() -> None:
    async def says(_: int, body: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(whole(body, "Date: Thu, 26 Nov 2026 00:00:00 GMT\r\n"))

    service = Service(says)
    async with service.open() as url, exchange() as one:
        assert await one.ask("POST", url, b'{"a":1}', JSON_HEADERS) == (200, b'{"a":1}')
        assert one.last_date is not None
        assert one.last_date.header == "Thu, 26 Nov 2026 00:00:00 GMT"
    lines = service.heads[0].decode().split("\r\n")
    assert lines[0] == "POST /bot/send?x=%20 HTTP/1.1"
    assert f"Host: 127.0.0.1:{url.port}" in lines
    assert {"User-Agent: city", "Content-Type: application/json", "Content-Length: 7"} <= set(lines)


@pytest.mark.parametrize(
    "said",
    [
        b"SSH-2.0-OpenSSH\r\n\r\n",
        b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nyes",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nno field\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\nContent-Length: 0\r\n\r\n",
        CHUNKED + b"zz\r\nhalo\r\n",
        CHUNKED + b"2\r\nhalo\r\n0\r\n\r\n",
        CHUNKED + b"-2\r\nha\r\n",
        b"x" * 70_000,
    ],
)
async def test_what_is_no_answer_is_not_believed(said: bytes) -> None:
    async def says(_: int, __: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(said)

    async with Service(says).open() as url, exchange() as one:
        with pytest.raises(PerhapsCarried) as caught:
            await one.ask("POST", url, b"{}", JSON_HEADERS)
    assert caught.value.reason == "dropped"


@pytest.mark.parametrize(
    "said", [b"", b"HTTP/1.1 200 OK\r\nContent-Le", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhal"]
)
async def test_an_answer_that_breaks_off_may_have_been_heard(said: bytes) -> None:
    async def says(_: int, __: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(said)
        writer.close()

    async with Service(says).open() as url, exchange() as one:
        with pytest.raises(PerhapsCarried) as caught:
            await one.ask("POST", url, b"{}", JSON_HEADERS)
    assert caught.value.reason == "dropped"


@pytest.mark.parametrize(
    ("said", "connections"),
    [
        (b"HTTP/1.1 200 OK\r\n\r\nhalo", 2),
        (b"HTTP/1.0 200 OK\r\nContent-Length: 4\r\n\r\nhalo", 2),
        (whole(b"halo", "Connection: close\r\n"), 2),
        (whole(b"halo") + b"HTTP/1.1 200 OK\r\n", 2),
    ],
    ids=["until it closes", "an old service", "a service that says so", "more than was asked for"],
)
async def test_a_connection_that_cannot_be_trusted_is_not_kept(said: bytes, connections: int) -> None:
    async def says(_: int, __: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(said)
        if said.count(b"\r\n") == 2:
            writer.close()

    service = Service(says)
    async with service.open() as url, exchange() as one:
        for _ in range(2):
            assert await one.ask("POST", url, b"{}", JSON_HEADERS) == (200, b"halo")
    assert service.connections == connections


async def test_a_late_answer_comes_to_nobody_else() -> None:
    async def says(number: int, body: bytes, writer: asyncio.StreamWriter) -> None:
        if number == 0:
            await asyncio.sleep(0.1)
        writer.write(whole(body))

    service = Service(says)
    async with service.open() as url, exchange() as one:
        given_up = asyncio.create_task(one.ask("POST", url, b"first", JSON_HEADERS))
        while not service.heads:
            await asyncio.sleep(0.001)
        given_up.cancel()
        with pytest.raises(asyncio.CancelledError):
            await given_up
        assert await one.ask("POST", url, b"second", JSON_HEADERS) == (200, b"second")
        await asyncio.sleep(0.15)
        assert await one.ask("POST", url, b"third", JSON_HEADERS) == (200, b"third")


async def test_an_answer_of_nobody_closes_a_resting_connection() -> None:
    async def says(number: int, body: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(whole(body))
        if number == 0:
            await writer.drain()
            await asyncio.sleep(0.02)
            writer.write(whole(b"to nobody"))

    service = Service(says)
    async with service.open() as url, exchange() as one:
        assert await one.ask("POST", url, b"a", JSON_HEADERS) == (200, b"a")
        await asyncio.sleep(0.06)
        assert await one.ask("POST", url, b"b", JSON_HEADERS) == (200, b"b")
    assert service.connections == 2


async def test_each_caller_gets_the_own_answer_over_few_connections() -> None:
    service = Service(echo)
    async with service.open() as url, exchange(3, Patience()) as one:
        bodies = [str(number).encode() for number in range(60)]
        found = await asyncio.gather(*(one.ask("POST", url, body, JSON_HEADERS) for body in bodies))
    assert [body for _, body in found] == bodies
    assert service.connections <= 3


async def test_who_gives_up_waiting_for_a_place_leaves_it_to_the_next() -> None:
    service = Service(echo)
    async with service.open() as url, exchange(1, Patience()) as one:
        for at in range(12):  # each in another moment of the waiting
            calls = [
                asyncio.create_task(one.ask("POST", url, str(number).encode(), JSON_HEADERS))
                for number in range(4)
            ]
            for _ in range(at):
                await asyncio.sleep(0)
            calls[1].cancel()
            found = await asyncio.gather(*calls, return_exceptions=True)
            assert [found[number] for number in (0, 2, 3)] == [(200, b"0"), (200, b"2"), (200, b"3")]


async def test_resting_connections_are_closed_before_the_service_would() -> None:
    service = Service(echo)
    async with service.open() as url, exchange(patience=Patience(keep_alive=0.02)) as one:
        await one.ask("POST", url, b"a", JSON_HEADERS)
        await asyncio.sleep(0.08)
        await one.ask("POST", url, b"b", JSON_HEADERS)
    assert service.connections == 2


@pytest.mark.parametrize(
    "address", ["ftp://127.0.0.1/x", "http://127.0.0.1/a b", "http://127.0.0.1/a\r\nX: y"]
)
async def test_an_address_that_is_none_has_sent_nothing(address: str) -> None:
    async with exchange() as one:
        with pytest.raises(NotCarried) as caught:
            await one.ask("POST", URL(address, encoded=True), b"{}", JSON_HEADERS)
    assert caught.value.reason == "address"
    assert address not in repr(caught.value)
