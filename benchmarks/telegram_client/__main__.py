"""`python -m benchmarks.telegram_client [calls]`: sendMessage with text and four buttons, several under way.

The server is another process. Each way is run three times, interleaved, and its best run counts (other work on the
machine only ever makes a run slower). CPU is that of the client process alone.
"""

import asyncio
import os
import subprocess
import sys
import time
import warnings
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.request import HTTPXRequest

from benchmarks.telegram_client.reading import measure_reading
from feedbackbot.channels.telegram.channel import TelegramChannel
from feedbackbot.channels.telegram.client import TelegramClient
from feedbackbot.delivery.channel import FileLink, MadeFile
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.message import Button, Outgoing

TOKEN = "123456:PLAY-benchmark"
TEXT = "<b>Bagaimana</b> pendapat Saudara tentang kesesuaian persyaratan pelayanan?"
MARKED_TEXT = "*Bagaimana* pendapat Saudara tentang kesesuaian persyaratan pelayanan?"
ROUNDS = 3

Send = Callable[[int], Awaitable[object]]


class NoFiles:
    """Implements `Attachments` for messages that have none."""

    async def known_ref(self, channel: str, attachment: Attachment) -> str | None:
        return None

    async def make(self, attachment: Attachment) -> MadeFile:
        raise LookupError

    async def remember(self, channel: str, attachment: Attachment, ref: str) -> None:
        return

    async def link(self, attachment: Attachment) -> FileLink | None:
        return None


def keyboard() -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(f"Jawaban {n}", callback_data=f"rate/element/{n}")] for n in range(4)]
    )


def raw_parameters(chat: int) -> dict[str, object]:
    return {
        "chat_id": chat,
        "text": TEXT,
        "parse_mode": "HTML",
        "reply_markup": {
            "inline_keyboard": [
                [{"text": f"Jawaban {n}", "callback_data": f"rate/element/{n}"}] for n in range(4)
            ]
        },
    }


@asynccontextmanager
async def ptb_default(url: str) -> AsyncIterator[Send]:
    """As PTB's ApplicationBuilder makes it: httpx with a pool of 256."""
    request = HTTPXRequest(connection_pool_size=256)
    bot = Bot(TOKEN, base_url=f"{url}/bot", request=request)
    await request.initialize()
    yield lambda chat: bot.send_message(chat, TEXT, parse_mode="HTML", reply_markup=keyboard())
    await request.shutdown()


@asynccontextmanager
async def ptb_objects(url: str) -> AsyncIterator[Send]:
    async with TelegramClient(TOKEN, api_url=url) as client:
        yield lambda chat: client.bot.send_message(chat, TEXT, parse_mode="HTML", reply_markup=keyboard())


@asynccontextmanager
async def ptb_raw(url: str) -> AsyncIterator[Send]:
    async with TelegramClient(TOKEN, api_url=url) as client:
        # PTB warns that it has a method of its own for this call
        warnings.simplefilter("ignore")
        yield lambda chat: client.bot.do_api_request("sendMessage", raw_parameters(chat))


@asynccontextmanager
async def ours(url: str) -> AsyncIterator[Send]:
    async with TelegramClient(TOKEN, api_url=url) as client:
        yield lambda chat: client.call("sendMessage", raw_parameters(chat))


@asynccontextmanager
async def whole_channel(url: str) -> AsyncIterator[Send]:
    """From the outbox's message to its outcome: markup read, HTML written, keyboard made, sent."""
    rows = tuple((Button(f"Jawaban {n}", f"{n}", data=f"rate/element/{n}"),) for n in range(4))
    message = Outgoing(MARKED_TEXT, rows)
    async with TelegramClient(TOKEN, api_url=url) as client:
        channel = TelegramChannel(client, NoFiles())
        yield lambda chat: channel.send(str(chat), message)


WAYS: list[tuple[str, int, Callable[[str], object]]] = [
    ("PTB default (httpx), 64 under way", 64, ptb_default),
    ("PTB default (httpx), 8 under way", 8, ptb_default),
    ("PTB send_message on our backend, 64", 64, ptb_objects),
    ("PTB do_api_request on our backend, 64", 64, ptb_raw),
    ("our client, 64", 64, ours),
    ("our client, 8", 8, ours),
    ("our channel, rendering included, 64", 64, whole_channel),
]


async def run(way: Callable[[str], object], url: str, under_way: int, calls: int) -> tuple[float, float]:
    """(calls a second, CPU milliseconds a call)."""
    async with way(url) as send:  # type: ignore[attr-defined]
        numbers = iter(range(calls))

        async def sender() -> None:
            for number in numbers:
                await send(100_000_000 + number)

        await asyncio.gather(*(send(number) for number in range(under_way)))  # connections are open
        cpu, start = time.process_time(), time.perf_counter()
        await asyncio.gather(*(sender() for _ in range(under_way)))
        return calls / (time.perf_counter() - start), (time.process_time() - cpu) * 1000 / calls


def main() -> None:
    calls = int(sys.argv[1]) if len(sys.argv) > 1 else 4000
    server = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.telegram_client.fake_server"],
        stdout=subprocess.PIPE,
        env=os.environ,
    )
    try:
        assert server.stdout is not None
        url = f"http://127.0.0.1:{int(server.stdout.readline())}"
        best: dict[str, tuple[float, float]] = {}
        for _ in range(ROUNDS):
            for name, under_way, way in WAYS:
                share = calls if "httpx" not in name else max(calls // 8, 256)
                rate, cpu = asyncio.run(run(way, url, under_way, share))
                old = best.get(name, (0.0, 1e9))
                best[name] = (max(rate, old[0]), min(cpu, old[1]))
    finally:
        server.kill()
        server.wait()
    first, second = best[WAYS[0][0]], best[WAYS[1][0]]
    print(f"{'':40}{'calls/s':>9}{'CPU ms':>9}   x default    x its best   (calls/s, CPU)")
    for name, (rate, cpu) in best.items():
        print(
            f"{name:40}{rate:9,.0f}{cpu:9.3f}{rate / first[0]:7.1f}{first[1] / cpu:7.1f}"
            f"{rate / second[0]:7.1f}{second[1] / cpu:7.1f}"
        )
    measure_reading()


if __name__ == "__main__":
    main()
