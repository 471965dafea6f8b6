"""`python -m benchmarks.turns [seconds] [whatsapp | ours] [once]`: rating turns a second, answer times, start and idle memory.

The bot has the first processor to itself, the crowd's server the last one. Every way is run three times in turn (A B C A B C …); the
median counts. With `whatsapp` only the two chat services beside each other, with `ours` only ours on Telegram; `once`: a single run.
"""

import asyncio
import os
import shutil
import socket
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from benchmarks.kept import keep
from benchmarks.turns.crowd import Crowd
from benchmarks.turns.graph_crowd import GraphCrowd
from benchmarks.turns.quiet_server import quiet_server
from benchmarks.turns.ways import CPUS, start_bot

ROUNDS = 3
WARM_UP = 3.0
WHATSAPP = "feedbackbot on WhatsApp (durable, SQLite FULL)"
WAYS = (
    "feedbackbot (durable, SQLite FULL)",
    "PTB ConversationHandler + PicklePersistence",
    "aiogram 3 FSM (memory)",
)


@dataclass
class Run:
    """One run: turns a second, the bot's CPU milliseconds a turn, p50/p95 of answers in ms, start in s, resident MB; `hook` is the p95
    from a webhook to its 200 in ms, where updates come that way."""

    rate: float
    cpu: float
    p50: float
    p95: float
    start: float
    idle_mb: float
    hook: float = float("nan")


async def measure(
    way: str, latency: float, side_by_side: int, seconds: float, per_second: float | None = None
) -> Run:
    port = free_port()
    crowd = (
        GraphCrowd(latency, side_by_side, port, per_second)
        if way == WHATSAPP
        else Crowd(latency, side_by_side, per_second)
    )
    runner = web.ServerRunner(quiet_server(crowd.answer))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, backlog=2048).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    folder = tempfile.mkdtemp(prefix="bench-turns-")
    bot = start_bot(WAYS.index(way) if way in WAYS else None, url, folder, port)
    began = time.monotonic()
    clock = asyncio.create_task(crowd.act_on_the_clock()) if per_second else None
    try:
        crowd.side_by_side = 1
        crowd.begin()
        while crowd.first_answer_at is None:
            if bot.poll() is not None or time.monotonic() - began > 60:
                raise RuntimeError(f"{way} does not answer")
            await asyncio.sleep(0.01)
        start = crowd.first_answer_at - began
        idle = memory(bot.pid)
        crowd.side_by_side = side_by_side
        crowd.begin()
        await asyncio.sleep(WARM_UP)
        return await watched(crowd, bot.pid, seconds, start, idle)
    finally:
        if clock:
            clock.cancel()
        bot.kill()
        bot.wait()
        await runner.cleanup()
        if isinstance(crowd, GraphCrowd):
            await crowd.close()
        shutil.rmtree(folder, ignore_errors=True)


async def watched(crowd: Crowd | GraphCrowd, pid: int, seconds: float, start: float, idle_mb: float) -> Run:
    turns, cpu, crowd.answer_seconds = crowd.turns, cpu_seconds(pid), []
    if isinstance(crowd, GraphCrowd):
        crowd.post_seconds = []
    await asyncio.sleep(seconds)
    turned = crowd.turns - turns
    spent = cpu_seconds(pid) - cpu
    answers = sorted(crowd.answer_seconds) or [float("nan")]
    return Run(
        turned / seconds,
        1000 * spent / max(turned, 1),
        1000 * answers[len(answers) // 2],
        1000 * answers[int(len(answers) * 0.95)],
        start,
        idle_mb,
        1000 * part_of(crowd.post_seconds, 0.95) if isinstance(crowd, GraphCrowd) else float("nan"),
    )


def part_of(seconds: list[float], share: float) -> float:
    found = sorted(seconds)
    return found[int(len(found) * share)] if found else float("nan")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(pid: int) -> float:
    line = next(
        line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmRSS")
    )
    return int(line.split()[1]) / 1024


async def compare(
    title: str,
    ways: tuple[str, ...],
    latency: float,
    side_by_side: int,
    seconds: float,
    per_second: float | None,
    rounds: int = ROUNDS,
) -> dict[str, dict[str, float]]:
    sys.stdout.write(
        f"\n## {title}\n\n| way | turns/s | CPU ms/turn | p50 ms | p95 ms | start s | idle MB | webhook p95 ms |\n"
        "|---|---|---|---|---|---|---|---|\n"
    )
    runs: dict[str, list[Run]] = {way: [] for way in ways}
    for _ in range(rounds):
        for way in ways:
            # one after the other is how the usual way works: a larger crowd would only wait with its first word
            crowd = 8 if way == WAYS[1] else side_by_side
            runs[way].append(await measure(way, latency, crowd, seconds, per_second))
    medians = dict[str, dict[str, float]]()
    for way, found in runs.items():
        middle = medians[way] = {
            name: statistics.median(getattr(run, name) for run in found) for name in Run.__annotations__
        }
        sys.stdout.write(
            f"| {way} | {middle['rate']:,.0f} | {middle['cpu']:.2f} | {middle['p50']:.1f} | {middle['p95']:.1f} | "
            f"{middle['start']:.2f} | {middle['idle_mb']:.0f} | {middle['hook']:.1f} |\n"
        )
    sys.stdout.flush()
    return medians


async def main() -> None:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    if len(CPUS) > 1:
        os.sched_setaffinity(0, {CPUS[-1]})
    if "whatsapp" not in sys.argv:
        ways = WAYS[:1] if "ours" in sys.argv else WAYS
        rounds = 1 if "once" in sys.argv else ROUNDS
        kept = dict[str, dict[str, float]]()
        for latency in (100, 0):
            title = f"API at {latency} ms, 256 citizens side by side"
            medians = await compare(title, ways, latency / 1000, 256, seconds, None, rounds)
            for figure, name in (("rate", "turns/s"), ("cpu", "CPU ms a turn"), ("idle_mb", "idle MB")):
                kept[f"{name}, API at {latency} ms"] = {way: found[figure] for way, found in medians.items()}
        keep("turns", kept)
        if "ours" in sys.argv:
            return
        await compare("50 turns a second, API at 0 ms", WAYS[:1], 0.0, 60, seconds, 50.0)
    both = (WAYS[0], WHATSAPP)
    await compare(
        "On both chat services, API at 0 ms, 256 citizens side by side", both, 0.0, 256, seconds, None
    )
    await compare("100 turns a second, API at 0 ms", both, 0.0, 120, seconds, 100.0)


if __name__ == "__main__":
    asyncio.run(main())
