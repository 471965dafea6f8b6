"""`python -m benchmarks.web [raters a second] [seconds]`: people who open the rating page and send it, by the clock, on one process.

The server has the first processor to itself, the crowd the last one. Beside it a plain Starlette form with one insert and one commit a
form. Every way is run three times in turn; the median counts. Acknowledged forms are counted again in the database.
"""

import asyncio
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from benchmarks.turns.__main__ import cpu_seconds, free_port, part_of
from benchmarks.turns.ways import CPUS
from benchmarks.web.crowd import come

ROUNDS, WARM_UP = 3, 2.0
WAYS = {
    "feedbackbot, `/n/<unit>` (durable, SQLite FULL)": ("benchmarks.web.ours", "submitted_at IS NOT NULL"),
    "plain Starlette form, one insert (SQLite FULL)": ("benchmarks.web.plain", "1"),
}


@dataclass
class Run:
    """Milliseconds to the page and to the form's answer; `lost`: acknowledged and not in the database; CPU milliseconds a rater."""

    page_p50: float
    page_p95: float
    form_p50: float
    form_p95: float
    cpu: float
    failed: float
    lost: float


async def measure(module: str, counted: str, per_second: float, seconds: float) -> Run:
    folder, port = tempfile.mkdtemp(prefix="bench-web-"), free_port()
    pin = ["taskset", "-c", str(CPUS[0])] if len(CPUS) > 1 else []
    with Path(folder, "server.log").open("wb") as log:
        command = [*pin, sys.executable, "-m", module, folder, str(port)]
        server = subprocess.Popen(command, stdout=log, stderr=log)
    base = f"http://127.0.0.1:{port}"
    try:
        await _answers(base, server)
        cpu = cpu_seconds(server.pid)
        seen = await come(base, per_second, seconds, WARM_UP)
        spent = cpu_seconds(server.pid) - cpu
        with sqlite3.connect(Path(folder, "bench.db")) as database:
            kept = database.execute(f"SELECT count(*) FROM response WHERE {counted}").fetchone()[0]
        if seen.failed:
            sys.stderr.write(f"{module}: {len(seen.failed)} failed, first {seen.failed[:3]}\n")
        pages, forms = seen.pages, seen.forms
        return Run(
            1000 * part_of(pages, 0.5),
            1000 * part_of(pages, 0.95),
            1000 * part_of(forms, 0.5),
            1000 * part_of(forms, 0.95),
            1000 * spent / max(1, seen.acknowledged + len(seen.failed)),
            len(seen.failed),
            seen.acknowledged - kept,
        )
    finally:
        server.kill()
        server.wait()
        shutil.rmtree(folder, ignore_errors=True)


async def _answers(base: str, server: subprocess.Popen[bytes]) -> None:
    began = time.monotonic()
    async with aiohttp.ClientSession() as http:
        while True:
            try:
                async with http.get(f"{base}/n/disdukcapil") as answer:
                    if answer.status == 200:
                        return
            except aiohttp.ClientError:
                await asyncio.sleep(0.1)
            if server.poll() is not None or time.monotonic() - began > 60:
                raise RuntimeError("the server does not answer")


async def main() -> None:
    per_second = float(sys.argv[1]) if len(sys.argv) > 1 else 200.0
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 10.0
    if len(CPUS) > 1:
        os.sched_setaffinity(0, {CPUS[-1]})
    sys.stdout.write(
        f"\n## {per_second:g} raters a second for {seconds:g} s\n\n"
        "| way | page p50 ms | p95 ms | form p50 ms | p95 ms | CPU ms a rater | not answered | lost |\n|---|---|---|---|---|---|---|---|\n"
    )
    runs: dict[str, list[Run]] = {way: [] for way in WAYS}
    for _ in range(ROUNDS):
        for way, (module, counted) in WAYS.items():
            runs[way].append(await measure(module, counted, per_second, seconds))
    for way, found in runs.items():
        middle = [statistics.median(getattr(run, name) for run in found) for name in Run.__annotations__]
        figures = " | ".join(f"{value:.1f}" for value in middle[:5])
        sys.stdout.write(f"| {way} | {figures} | {middle[5]:.0f} | {middle[6]:.0f} |\n")


if __name__ == "__main__":
    asyncio.run(main())
