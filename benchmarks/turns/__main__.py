"""`python -m benchmarks.turns [seconds]`: rating turns a second, answer times at a calm pace, start and idle memory.

The bot has the first processor to itself, the crowd's server the last one. Every way is run three times in turn (A B C A B C …); the
median counts.
"""

import asyncio
import os
import secrets
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from benchmarks.turns.crowd import Crowd

ROUNDS = 3
WARM_UP = 3.0
CPUS = sorted(os.sched_getaffinity(0))
WAYS = (
    "feedbackbot (durable, SQLite FULL)",
    "PTB ConversationHandler + PicklePersistence",
    "aiogram 3 FSM (memory)",
)


@dataclass
class Run:
    """One run: turns a second, the bot's CPU milliseconds a turn, p50/p95 of answers in ms, start in s, resident MB."""

    rate: float
    cpu: float
    p50: float
    p95: float
    start: float
    idle_mb: float


async def measure(
    way: str, latency: float, side_by_side: int, seconds: float, per_second: float | None = None
) -> Run:
    crowd = Crowd(latency, side_by_side, per_second)
    runner = web.ServerRunner(web.Server(crowd.answer, access_log=None))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, backlog=2048).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    folder = tempfile.mkdtemp(prefix="bench-turns-")
    bot = start_bot(way, url, folder)
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
        turns, cpu, crowd.answer_seconds = crowd.turns, cpu_seconds(bot.pid), []
        await asyncio.sleep(seconds)
        turned = crowd.turns - turns
        spent = cpu_seconds(bot.pid) - cpu
        answers = sorted(crowd.answer_seconds) or [float("nan")]
        return Run(
            turned / seconds,
            1000 * spent / max(turned, 1),
            1000 * answers[len(answers) // 2],
            1000 * answers[int(len(answers) * 0.95)],
            start,
            idle,
        )
    finally:
        if clock:
            clock.cancel()
        bot.kill()
        bot.wait()
        await runner.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def start_bot(way: str, url: str, folder: str) -> subprocess.Popen[bytes]:
    pin = ["taskset", "-c", str(CPUS[0])] if len(CPUS) > 1 else []
    environment = dict(os.environ)
    if way == WAYS[1]:
        command = [sys.executable, "-m", "benchmarks.turns.usual_ptb", url, folder]
    elif way == WAYS[2]:
        command = [sys.executable, "-m", "benchmarks.turns.aiogram_fsm", url]
    else:
        environment |= {
            "FEEDBACKBOT_TELEGRAM_TOKEN": "1:PLAYbench",
            "FEEDBACKBOT_TELEGRAM_API_URL": url,
            "FEEDBACKBOT_DATABASE_URL": f"sqlite:///{folder}/bench.db",
            "FEEDBACKBOT_SECRET_KEY": secrets.token_hex(32),
            "FEEDBACKBOT_WEB_PORT": "0",
            "FEEDBACKBOT_LOG_LEVEL": "WARNING",
            # the pacer is lifted: what is measured is the pipeline
            "FEEDBACKBOT_RATE_OVERALL": "1e6",
            "FEEDBACKBOT_RATE_PER_CHAT": "1e6",
        }
        subprocess.run(
            [sys.executable, "bot.py", "migrate"], env=environment, check=True, stdout=subprocess.DEVNULL
        )
        command = [sys.executable, "bot.py", "run"]
    with Path(folder, "bot.log").open("wb") as log:
        return subprocess.Popen([*pin, *command], env=environment, stdout=log, stderr=log)


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
) -> None:
    sys.stdout.write(
        f"\n## {title}\n\n| way | turns/s | CPU ms/turn | p50 ms | p95 ms | start s | idle MB |\n|---|---|---|---|---|---|---|\n"
    )
    runs: dict[str, list[Run]] = {way: [] for way in ways}
    for _ in range(ROUNDS):
        for way in ways:
            # one after the other is how the usual way works: a larger crowd would only wait with its first word
            crowd = 8 if way == WAYS[1] else side_by_side
            runs[way].append(await measure(way, latency, crowd, seconds, per_second))
    for way, found in runs.items():
        middle = {
            name: statistics.median(getattr(run, name) for run in found) for name in Run.__annotations__
        }
        sys.stdout.write(
            f"| {way} | {middle['rate']:,.0f} | {middle['cpu']:.2f} | {middle['p50']:.1f} | {middle['p95']:.1f} | "
            f"{middle['start']:.2f} | {middle['idle_mb']:.0f} |\n"
        )
    sys.stdout.flush()


async def main() -> None:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    if len(CPUS) > 1:
        os.sched_setaffinity(0, {CPUS[-1]})
    await compare("API at 100 ms, 256 citizens side by side", WAYS, 0.1, 256, seconds, None)
    await compare("API at 0 ms, 256 citizens side by side", WAYS, 0.0, 256, seconds, None)
    await compare("50 turns a second, API at 0 ms", WAYS[:1], 0.0, 60, seconds, 50.0)


if __name__ == "__main__":
    asyncio.run(main())
