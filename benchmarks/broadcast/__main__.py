"""`python -m benchmarks.broadcast [a|b|c] [readers]`: at Telegram's pace (a), without a limit (b), a hundred thousand people (c).

The bot has the first processor to itself, the server the last one.
"""

import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.broadcast.our_bot import CPUS, OurBot
from benchmarks.broadcast.server import Server

CITIZENS = 25
SETTLE_SECONDS = 3.0
PEER_SECONDS = 120.0
LIFTED = {"rate_overall": "1e6", "rate_bulk": "1e6", "rate_per_chat": "1e6"}


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


async def talk(server: Server, until: asyncio.Event) -> None:
    """Somebody writes once a second, each citizen every 25 seconds."""
    number = 0
    while not until.is_set():
        server.asks(number % CITIZENS)
        number += 1
        await asyncio.sleep(1.0)


def replies(server: Server) -> str:
    found = sorted(server.reply_seconds)
    if len(found) < 2:
        return f"{len(found)} | – | –"
    p95 = statistics.quantiles(found, n=20)[-1]
    return f"{len(found)} | {1000 * statistics.median(found):.1f} | {1000 * p95:.1f}"


async def at_pace(readers: int) -> None:
    say("| way | bulk sent | share of the permitted bulk rate | 429s | replies | p50 ms | p95 ms |")
    say("|---|---|---|---|---|---|---|")
    for sending in (False, True):
        server, until = Server(limit=True), asyncio.Event()
        with tempfile.TemporaryDirectory() as folder:
            bot = OurBot(await server.start(), Path(folder))
            await bot.settle(readers)
            bot.start()
            await asyncio.sleep(SETTLE_SECONDS)
            talking = asyncio.create_task(talk(server, until))
            if sending:
                await bot.broadcast()
                while len(server.bulk_at) < readers:
                    await asyncio.sleep(0.2)
            else:
                await asyncio.sleep(120)
            until.set()
            await talking
            await asyncio.sleep(1)
            share = "–"
            if sending:
                took = server.bulk_at[-1] - server.bulk_at[0]
                share = f"{100 * (len(server.bulk_at) - 1) / took / bot.settings.rate_bulk:.1f} %"
            await bot.stop()
        way = "feedbackbot, broadcast" if sending else "feedbackbot, no broadcast"
        say(f"| {way} | {len(server.bulk_at)} | {share} | {server.refused} | {replies(server)} |")
        await server.stop()
    await peer_at_pace(readers)


async def peer_at_pace(readers: int) -> None:
    server, until = Server(limit=True), asyncio.Event()
    pin = ["taskset", "-c", str(CPUS[0])] if len(CPUS) > 1 else []
    command = [
        *pin,
        sys.executable,
        "-m",
        "benchmarks.broadcast.ptb_limiter",
        await server.start(),
        str(readers),
    ]
    process = subprocess.Popen(command)
    await asyncio.sleep(SETTLE_SECONDS)
    talking = asyncio.create_task(talk(server, until))
    await asyncio.sleep(PEER_SECONDS)
    asked = int(PEER_SECONDS)
    until.set()
    await talking
    took = server.bulk_at[-1] - server.bulk_at[0]
    rate = (len(server.bulk_at) - 1) / took
    process.kill()
    process.wait()
    say(
        f"| PTB AIORateLimiter, all gathered, {PEER_SECONDS:.0f} s, {asked} asked | {len(server.bulk_at)} | {rate:.1f}/s of 30 | "
        f"{server.refused} | {replies(server)} |"
    )
    await server.stop()


def fast_server() -> tuple[subprocess.Popen[bytes], str]:
    pin = ["taskset", "-c", str(CPUS[-1])] if len(CPUS) > 1 else []
    process = subprocess.Popen(
        [*pin, sys.executable, "-m", "benchmarks.telegram_client.fake_server"], stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    return process, f"http://127.0.0.1:{int(process.stdout.readline())}"


async def lifted(readers: int) -> None:
    say("| way | messages/s | CPU ms a message |\n|---|---|---|")
    ours: list[tuple[float, float]] = []
    theirs: list[tuple[float, float]] = []
    for _ in range(3):
        server, url = fast_server()
        with tempfile.TemporaryDirectory() as folder:
            bot = OurBot(url, Path(folder), **LIFTED)
            await bot.settle(readers)
            bot.start()
            await asyncio.sleep(SETTLE_SECONDS)
            spent = bot.cpu_seconds()
            await bot.broadcast()
            began = time.monotonic()
            while await bot.settled() < readers:
                await asyncio.sleep(0.05)
            took = time.monotonic() - began
            ours.append((readers / took, 1000 * (bot.cpu_seconds() - spent) / readers))
            await bot.stop()
        pin = ["taskset", "-c", str(CPUS[0])] if len(CPUS) > 1 else []
        command = [*pin, sys.executable, "-m", "benchmarks.broadcast.aiogram_loop", url, str(readers)]
        seconds, cpu = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
        theirs.append((readers / float(seconds), 1000 * float(cpu) / readers))
        server.kill()
        server.wait()
    for way, found in (
        ("feedbackbot (claimed, rendered, sent, settled; SQLite FULL)", ours),
        ("aiogram loop, keeps nothing", theirs),
    ):
        say(
            f"| {way} | {statistics.median(one[0] for one in found):,.0f} | {statistics.median(one[1] for one in found):.2f} |"
        )


async def many(readers: int) -> None:
    server, url = fast_server()
    with tempfile.TemporaryDirectory() as folder:
        bot = OurBot(url, Path(folder), **LIFTED)
        await bot.settle(readers)
        bot.start()
        await asyncio.sleep(2 * SETTLE_SECONDS)
        idle = bot.memory()
        took = await bot.broadcast()
        began, most = time.monotonic(), idle
        while (done := await bot.settled()) < readers:
            most = max(most, bot.memory())
            await asyncio.sleep(0.5)
        seconds = time.monotonic() - began
        say(
            "| people | seconds to make the rows | idle MB | most MB over idle | messages/s |\n|---|---|---|---|---|"
        )
        say(f"| {done:,} | {took:.2f} | {idle:.0f} | {most - idle:.1f} | {readers / seconds:,.0f} |")
        await bot.stop()
    server.kill()
    server.wait()


async def main() -> None:
    part = sys.argv[1] if len(sys.argv) > 1 else "abc"
    if len(CPUS) > 1:
        os.sched_setaffinity(0, {CPUS[-1]})
    for letter, work, readers in (("b", lifted, 10_000), ("c", many, 100_000), ("a", at_pace, 10_000)):
        if letter in part:
            say(f"\n## ({letter})\n")
            await work(int(sys.argv[2]) if len(sys.argv) > 2 else readers)


if __name__ == "__main__":
    asyncio.run(main())
