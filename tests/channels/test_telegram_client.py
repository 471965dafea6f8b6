"""How calls fail: certainly not sent, perhaps sent, or refused; and the token is in none of it."""

import asyncio
import contextlib
import json
import logging
import socket
import traceback
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from telegram.error import TelegramError

from feedbackbot.channels.http_exchange import Patience
from feedbackbot.channels.telegram.call_errors import NotSent, PerhapsSent, Refused
from feedbackbot.channels.telegram.client import TelegramClient

TOKEN = "123456:PLAY-very-secret"
QUICK = Patience(pool=0.1, connect=0.1, answer=0.1, upload=0.1)
PATIENT = Patience(pool=60, connect=60, answer=60, upload=60)  # a slow machine is no fault of whoever answers
Answer = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Any]


@contextlib.asynccontextmanager
async def server(answer: Answer) -> AsyncIterator[str]:
    """A server that treats every connection as `answer` says; gives its address."""

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await answer(reader, writer)
        finally:
            writer.close()

    listening = await asyncio.start_server(connected, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
    finally:
        listening.close()


def saying(status: str, body: bytes) -> Answer:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).lower()
                length = head.partition(b"content-length:")[2].split(b"\r\n")[0]
                await reader.readexactly(int(length or 0))
                writer.write(f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
                await writer.drain()

    return answer


async def silence(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read(-1)


async def hanging_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"\r\n\r\n")


async def failure(url: str, patience: Patience = PATIENT, calls: int = 1, limit: int = 8) -> TelegramError:
    """How a call fails; of several at once the last."""
    async with TelegramClient(TOKEN, api_url=url, patience=patience, calls_under_way=limit) as client:
        failed: list[BaseException] = []
        for outcome in await asyncio.gather(
            *(client.call("sendMessage", {"chat_id": 1, "text": "x"}) for _ in range(calls)),
            return_exceptions=True,
        ):
            assert isinstance(outcome, NotSent | PerhapsSent | Refused), outcome
            assert "very-secret" not in "".join(traceback.format_exception(outcome))
            assert "very-secret" not in repr(outcome)
            failed.append(outcome)
        last = failed[-1]
        assert isinstance(last, TelegramError)
        return last


async def test_nobody_listens() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        failed = await failure(f"http://127.0.0.1:{unused.getsockname()[1]}")
    assert isinstance(failed, NotSent)
    assert failed.reason == "no-connection"


async def test_a_name_that_does_not_exist() -> None:
    failed = await failure("http://bot-api.invalid", Patience(connect=2))
    assert isinstance(failed, NotSent)
    # a resolver that is itself out of reach answers nothing at all
    assert failed.reason in ("dns", "connect-time-out")


async def test_a_server_that_does_not_take_the_connection() -> None:
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        address = full.getsockname()
        with socket.create_connection(address), socket.socket() as second:
            second.setblocking(False)
            second.connect_ex(address)
            failed = await failure(f"http://127.0.0.1:{address[1]}", QUICK)
    assert isinstance(failed, NotSent)
    assert failed.reason == "connect-time-out"


async def test_waiting_in_vain_for_a_free_connection() -> None:
    async with server(silence) as url:
        patience = Patience(pool=0.05, connect=0.05, answer=5)
        async with TelegramClient(TOKEN, api_url=url, patience=patience, calls_under_way=1) as client:
            several = {asyncio.create_task(client.call("getMe", {})) for _ in range(40)}
            free = 1 + 16
            done: set[asyncio.Task[Any]] = set()
            while len(done) < 40 - free:
                done |= (await asyncio.wait(several - done, return_when=asyncio.FIRST_COMPLETED))[0]
            for task in several - done:
                task.cancel()
            await asyncio.gather(*several, return_exceptions=True)
    problems = [task.exception() for task in done]
    assert {problem.reason for problem in problems if isinstance(problem, NotSent)} == {"connect-time-out"}
    assert all(isinstance(problem, NotSent) for problem in problems)


async def test_an_answer_that_does_not_come() -> None:
    async with server(silence) as url:
        failed = await failure(url, Patience(pool=60, connect=60, answer=0.1))
    assert isinstance(failed, PerhapsSent)
    assert failed.reason == "time-out"


async def test_a_connection_that_breaks() -> None:
    async with server(hanging_up) as url:
        failed = await failure(url)
    assert isinstance(failed, PerhapsSent)
    assert failed.reason == "dropped"


@pytest.mark.parametrize(
    ("status", "body", "reason"),
    [
        ("502 Bad Gateway", b"<html>", "http-502"),
        ("500 Internal Server Error", b'{"ok":false,"error_code":500,"description":"x"}', "http-500"),
        ("403 Forbidden", b"<html>blocked by the firewall of the office</html>", "http-403"),
        ("302 Found", b"", "http-302"),
        ("200 OK", b"{", "unreadable"),
        ("200 OK", b"[" * 100_000, "unreadable"),
        ("200 OK", b"[]", "unreadable"),
    ],
)
async def test_an_answer_that_is_not_the_bot_apis_own_is_not_believed(
    status: str, body: bytes, reason: str
) -> None:
    async with server(saying(status, body)) as url:
        failed = await failure(url)
    assert isinstance(failed, PerhapsSent)
    assert failed.reason == reason


async def test_the_bot_apis_own_no() -> None:
    body = {"ok": False, "error_code": 429, "description": "Too Many", "parameters": {"retry_after": 9}}
    async with server(saying("429 Too Many Requests", json.dumps(body).encode())) as url:
        failed = await failure(url)
    assert isinstance(failed, Refused)
    assert (failed.code, failed.description, failed.retry_after) == (429, "Too Many", 9.0)


@pytest.mark.parametrize("status", ["413 Request Entity Too Large", "429 Too Many Requests"])
async def test_too_large_and_too_many_are_believed_whoever_says_so(status: str) -> None:
    async with server(saying(status, b"<html>nginx</html>")) as url:
        assert isinstance(await failure(url), Refused)


async def test_a_closed_client_has_sent_nothing() -> None:
    client = TelegramClient(TOKEN)
    with pytest.raises(NotSent):
        await client.call("getMe", {})


async def test_ptbs_own_methods_work_over_the_same_connections_and_fail_in_the_same_way() -> None:
    me = b'{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"B","username":"layanan_bot"}}'
    async with (
        server(saying("200 OK", me)) as url,
        TelegramClient(TOKEN, api_url=url, patience=QUICK) as client,
    ):
        assert (await client.bot.get_me()).username == "layanan_bot"
        assert await client.username() == "layanan_bot"
    async with server(hanging_up) as url, TelegramClient(TOKEN, api_url=url, patience=QUICK) as client:
        with pytest.raises(PerhapsSent) as caught:
            await client.bot.send_document(1, b"x", filename="x.pdf")
    assert "very-secret" not in "".join(traceback.format_exception(caught.value))


async def test_requests_go_through_the_proxy() -> None:
    asked: list[bytes] = []

    async def proxy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append(await reader.readline())
        await saying("200 OK", b'{"ok":true,"result":true}')(reader, writer)

    async with (
        server(proxy) as url,
        TelegramClient(TOKEN, api_url="http://api.telegram.invalid", proxy=url) as client,
    ):
        assert await client.call("getMe", {}) is True
    assert asked == [f"POST http://api.telegram.invalid/bot{TOKEN}/getMe HTTP/1.1\r\n".encode()]


async def test_neither_token_nor_words_are_logged_at_any_level(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    async with (
        server(saying("200 OK", b"{ broken: Ani")) as url,
        TelegramClient(TOKEN, api_url=url, patience=QUICK) as client,
    ):
        with pytest.raises(PerhapsSent):
            await client.call("sendMessage", {"chat_id": 1, "text": "rahasia Ani"})
        with pytest.raises(PerhapsSent):
            await client.bot.send_message(1, "rahasia Ani")
    assert "very-secret" not in caplog.text
    assert "Ani" not in caplog.text
