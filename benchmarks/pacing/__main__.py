"""`python -m benchmarks.pacing [--readers 2000] [--processes 1 2 3]`: a broadcast and people who write, on a PostgreSQL of its own.

The clocks of the second and third process are 40 s ahead and 25 s behind. With two and three, once more with the process killed that
sends the broadcast.
"""

import argparse
import asyncio
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, func, select

from benchmarks.broadcast.__main__ import say, talk
from benchmarks.broadcast.our_bot import OurBot
from benchmarks.pacing.punishing import PunishingServer
from feedbackbot.storage.database import open_database
from feedbackbot.storage.pipeline.lease_tables import lease, pace_share
from feedbackbot.storage.pipeline.tables import process
from tests.postgres_cluster import database_in, postgres_programs, start_cluster, stop_cluster

OFF = (0, 40, -25)
SETTLE_SECONDS = 8.0
HEAD = (
    "| processes | reached | of the permitted bulk rate | 429s | doubled | replies p50, p95 ms | p95 × one |"
)


class Team(OurBot):
    """Several processes of one bot, on a PostgreSQL."""

    def __init__(self, api_url: str, folder: Path, database_url: str) -> None:
        super().__init__(api_url, folder, database_url=database_url)
        self.database = open_database(database_url)
        self.processes: list[subprocess.Popen[bytes]] = []

    async def settle(self, readers: int) -> None:
        await super().settle(readers)
        for table in ("person", "address"):
            after = f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), {readers})"
            await self.database.write(partial(_execute, after))

    def start_all(self, count: int) -> None:
        for number in range(count):
            log = (self.folder / f"bot{number}.log").open("wb")
            command = [sys.executable, "-m", "benchmarks.pacing.off_clock", str(OFF[number]), "run"]
            self.processes.append(subprocess.Popen(command, env=self._environment, stdout=log, stderr=log))

    async def agreed(self, count: int) -> None:
        """Returns when all share the rate."""
        query = select(func.count()).select_from(pace_share)
        while await self.database.read(lambda connection: connection.execute(query).scalar_one()) < count:
            if any(one.poll() is not None for one in self.processes):
                raise SystemExit("a bot has ended:\n" + self.logs())
            await asyncio.sleep(0.5)

    def logs(self) -> str:
        """The end of each."""
        return "\n".join(log.read_text()[-3000:] for log in sorted(self.folder.glob("bot*.log")))

    async def kill_the_sender(self) -> None:
        """The process that has the line's lease."""
        query = select(process.c.pid).join(lease, lease.c.owner == process.c.id)
        pid = await self.database.read(
            lambda connection: connection.execute(query.where(lease.c.name.like("line:%"))).scalar_one()
        )
        os.kill(pid, signal.SIGKILL)

    async def stop(self) -> None:
        for one in self.processes:
            one.terminate()
        for one in self.processes:
            one.wait(20)
        await self.database.close()


def _execute(sql: str, connection: Connection) -> None:
    connection.exec_driver_sql(sql)


async def measure(url: str, count: int, readers: int, *, kill: bool, one_p95: float) -> float:
    """Says one line of the table; returns the replies' p95 in seconds."""
    server, until = PunishingServer(), asyncio.Event()
    with tempfile.TemporaryDirectory() as folder:
        team = Team(await server.start(), Path(folder), url)
        await team.settle(readers)
        team.start_all(count)
        await team.agreed(count)
        await asyncio.sleep(SETTLE_SECONDS)
        talking = asyncio.create_task(talk(server, until))
        await team.broadcast()
        give_up, killed = time.monotonic() + 4 * readers / team.settings.rate_bulk, not kill
        while len(server.heard) < readers and time.monotonic() < give_up:
            await asyncio.sleep(0.2)
            if not killed and len(server.heard) > readers / 3:
                killed = True
                await team.kill_the_sender()
        until.set()
        await talking
        await asyncio.sleep(2)
        took = server.bulk_at[-1] - server.bulk_at[0]
        share = (len(server.bulk_at) - 1) / took / team.settings.rate_bulk
        found = sorted(server.reply_seconds)
        if len(found) < 2:
            raise SystemExit("nobody was answered:\n" + team.logs())
        p50, p95 = statistics.median(found), statistics.quantiles(found, n=20)[-1]
        await team.stop()
    times = f"{p95 / one_p95:.2f}" if one_p95 else "1"
    say(
        f"| {count}{', sender killed' if kill else ''} | {len(server.heard)} of {readers} | {100 * share:.1f} % | {server.refused} | "
        f"{server.doubled} | {1000 * p50:.0f}, {1000 * p95:.0f} | {times} |"
    )
    await server.stop()
    return p95


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--readers", type=int, default=2_000)
    parser.add_argument("--processes", type=int, nargs="+", default=[1, 2, 3])
    given = parser.parse_args()
    programs = postgres_programs()
    if programs is None:
        raise SystemExit("PostgreSQL is not installed")
    say(f"{HEAD}\n|---|---|---|---|---|---|---|")
    one_p95 = 0.0
    for count, kill in [(count, kill) for count in given.processes for kill in (False, True)]:
        if kill and count == 1:
            continue
        with tempfile.TemporaryDirectory() as folder:
            Path(folder).chmod(0o755)
            cluster = Path(folder) / "cluster"
            url = database_in(start_cluster(cluster, programs, os.getpid()), "postgres")
            try:
                p95 = await measure(url, count, given.readers, kill=kill, one_p95=one_p95)
            finally:
                stop_cluster(cluster, programs)
        one_p95 = one_p95 or p95


if __name__ == "__main__":
    asyncio.run(main())
