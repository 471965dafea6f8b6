"""`python -m benchmarks.tap_profile [taps]`: where a rating tap's processor time goes, by stage.

A crowd of 64 rates, as in `benchmarks.turns`. First without a profile: CPU and wall time of a tap. Then with one (`stages.py`), whose
shares are laid on the CPU time of the first. So the µs of a stage are true to what the profile distorts: C code is favoured over Python.
"""

import asyncio
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from aiohttp import web

from benchmarks.turns.__main__ import cpu_seconds
from benchmarks.turns.crowd import Crowd
from benchmarks.turns.quiet_server import quiet_server
from benchmarks.turns.ways import CPUS, start_bot

SIDE_BY_SIDE = 64
WARM_UP = 3.0


async def run(taps: int, command: list[str] | None, file: Path) -> tuple[float, float, dict[str, float]]:
    """CPU and wall µs a turn, and seconds by stage where `command` is the bot under the profile."""
    crowd = Crowd(0.0, SIDE_BY_SIDE)
    runner = web.ServerRunner(quiet_server(crowd.answer))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, backlog=2048).start()
    folder = tempfile.mkdtemp(prefix="bench-tap-")
    bot = start_bot(0, f"http://127.0.0.1:{runner.addresses[0][1]}", folder, 0, command=command)
    try:
        crowd.begin()
        while crowd.first_answer_at is None:
            if bot.poll() is not None:
                raise RuntimeError(Path(folder, "bot.log").read_text("utf-8")[-2000:])
            await asyncio.sleep(0.05)
        await asyncio.sleep(WARM_UP)
        await _told(bot, file, command)
        turns, cpu, began = crowd.turns, cpu_seconds(bot.pid), time.monotonic()
        while crowd.turns - turns < taps:
            await asyncio.sleep(0.05)
        done, spent, took = crowd.turns - turns, cpu_seconds(bot.pid) - cpu, time.monotonic() - began
        stages = await _told(bot, file, command)
        return 1e6 * spent / done, 1e6 * took / done, {stage: one / done for stage, one in stages.items()}
    finally:
        bot.kill()
        bot.wait()
        await runner.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


async def _told(bot: "subprocess.Popen[bytes]", file: Path, command: list[str] | None) -> dict[str, float]:
    """What the profile has so far; it begins anew."""
    if command is None:
        return {}
    file.unlink(missing_ok=True)
    bot.send_signal(signal.SIGUSR1)
    while not file.exists() or not file.stat().st_size:
        await asyncio.sleep(0.02)
    await asyncio.sleep(0.1)
    found: dict[str, float] = json.loads(file.read_text("utf-8"))
    return found


async def main() -> None:
    taps = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    if len(CPUS) > 1:
        os.sched_setaffinity(0, {CPUS[-1]})
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "stages.json")
        cpu, wall, _ = await run(taps, None, file)
        profiled = [sys.executable, "-m", "benchmarks.tap_profile.bot", str(file)]
        slow, _, stages = await run(taps, profiled, file)
    whole = sum(stages.values())
    sys.stdout.write("| stage | µs a turn | % of the turn |\n|---|---|---|\n")
    for stage, seconds in sorted(stages.items(), key=lambda one: -one[1]):
        sys.stdout.write(f"| {stage} | {cpu * seconds / whole:,.0f} | {100 * seconds / whole:.1f} |\n")
    sys.stdout.write(f"| all, processor | {cpu:,.0f} | 100 |\n| all, by the clock | {wall:,.0f} | |\n")
    sys.stderr.write(f"under the profile a turn took {slow:,.0f} µs of the processor\n")


if __name__ == "__main__":
    asyncio.run(main())
