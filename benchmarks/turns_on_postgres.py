"""`python -m benchmarks.turns_on_postgres [seconds] [rounds]`: rating turns a second on SQLite and on PostgreSQL in turn, and what a turn
costs the server: CPU, statements, commits, log.

As `benchmarks.turns`, API at 0 ms, 256 citizens side by side. The bot has the first processor, the crowd the last; PostgreSQL goes where
there is room, so on two cores it takes from both. The server keeps the tests' settings: commits are waited for, the disk is not.
"""

import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import asyncpg
from aiohttp import web

from benchmarks.turns.__main__ import WARM_UP, cpu_seconds, free_port
from benchmarks.turns.crowd import Crowd
from benchmarks.turns.quiet_server import quiet_server
from benchmarks.turns.ways import CPUS, start_bot
from tests.postgres_cluster import _run, database_in, postgres_programs, start_cluster, stop_cluster

SIDE_BY_SIDE = 256
FIGURES = (
    "turns/s",
    "bot CPU ms",
    "p50 ms",
    "p95 ms",
    "server CPU ms",
    "statements",
    "commits",
    "WAL KB",
    "HOT %",
)
_COUNTED = """
SELECT (SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()), pg_current_wal_lsn() - '0/0'::pg_lsn,
  (SELECT sum(calls) FROM pg_stat_statements WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())),
  (SELECT sum(n_tup_hot_upd) FROM pg_stat_user_tables), (SELECT sum(n_tup_upd) FROM pg_stat_user_tables)
"""


class Server:
    """A PostgreSQL of its own that counts statements."""

    def __init__(self, folder: Path) -> None:
        found = postgres_programs()
        if found is None:
            raise SystemExit("PostgreSQL is not installed")
        self.programs, self.cluster = found, folder / "cluster"
        folder.chmod(0o755)
        self.url = database_in(start_cluster(self.cluster, found, os.getpid()), "postgres")

    async def prepare(self) -> None:
        await self.ask("ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'")
        await asyncio.to_thread(
            _run, self.programs / "pg_ctl", "-D", self.cluster / "data", "-m", "fast", "-w", "restart"
        )
        await self.ask("CREATE EXTENSION pg_stat_statements")

    async def ask(self, sql: str) -> list[float]:
        connection = await asyncpg.connect(self.url)
        rows = await connection.fetch(sql)
        await connection.close()
        return [float(value or 0) for value in rows[0]] if rows else []

    async def counted(self) -> list[float]:
        """CPU seconds, then commits, bytes of log, statements, HOT updates and updates."""
        main = (self.cluster / "data" / "postmaster.pid").read_text().split()[0]
        children = Path(f"/proc/{main}/task/{main}/children").read_text().split()
        busy = sum(cpu_seconds(int(pid)) for pid in (main, *children))
        return [busy, *await self.ask(_COUNTED)]


async def measure(seconds: float, server: Server | None) -> dict[str, float]:
    """One run on `server`, None for SQLite."""
    crowd = Crowd(0.0, SIDE_BY_SIDE)
    runner = web.ServerRunner(quiet_server(crowd.answer))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, backlog=2048).start()
    with tempfile.TemporaryDirectory(prefix="bench-turns-") as folder:
        url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        bot = start_bot(0, url, folder, free_port(), server.url if server else "")
        try:
            crowd.begin()
            await answered(crowd, bot)
            await asyncio.sleep(WARM_UP)
            turns, cpu, crowd.answer_seconds = crowd.turns, cpu_seconds(bot.pid), []
            before = await server.counted() if server else []
            await asyncio.sleep(seconds)
            after = await server.counted() if server else []
            turned, spent = crowd.turns - turns, cpu_seconds(bot.pid) - cpu
        finally:
            bot.kill()
            bot.wait()
            await runner.cleanup()
    answers = statistics.quantiles(crowd.answer_seconds, n=20)
    found = [turned / seconds, 1000 * spent / turned, 1000 * answers[9], 1000 * answers[18]]
    if server:
        busy, commits, log, statements, hot, updates = (b - a for a, b in zip(before, after, strict=True))
        found += [1000 * busy / turned, statements / turned, commits / turned, log / 1024 / turned]
        found.append(100 * hot / max(updates, 1))
    return dict(zip(FIGURES, found, strict=False))


async def answered(crowd: Crowd, bot: "subprocess.Popen[bytes]") -> None:
    async with asyncio.timeout(60):
        while crowd.first_answer_at is None:
            if bot.poll() is not None:
                raise RuntimeError("the bot has ended")
            await asyncio.sleep(0.01)


async def main() -> None:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 8.0
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    if len(CPUS) > 1:
        os.sched_setaffinity(0, {CPUS[-1]})
    runs: dict[str, list[dict[str, float]]] = {"SQLite": [], "PostgreSQL": []}
    for _ in range(rounds):
        runs["SQLite"].append(await measure(seconds, None))
        with tempfile.TemporaryDirectory(prefix="bench-postgres-") as folder:
            os.sched_setaffinity(0, set(CPUS))  # the server may go anywhere
            server = Server(Path(folder))
            await server.prepare()
            os.sched_setaffinity(0, {CPUS[-1]})
            try:
                runs["PostgreSQL"].append(await measure(seconds, server))
            finally:
                stop_cluster(server.cluster, server.programs)
    sys.stdout.write(f"| database | {' | '.join(FIGURES)} |\n|{'---|' * (1 + len(FIGURES))}\n")
    for name, found in runs.items():
        medians = [
            statistics.median(run[figure] for run in found) for figure in FIGURES if figure in found[0]
        ]
        said = [f"{value:,.2f}" if value < 10 else f"{value:,.0f}" for value in medians]
        said += ["–"] * (len(FIGURES) - len(said))
        sys.stdout.write(f"| {name} | {' | '.join(said)} |\n")


if __name__ == "__main__":
    asyncio.run(main())
