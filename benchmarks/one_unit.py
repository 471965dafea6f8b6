"""`python -m benchmarks.one_unit [seconds]`: how long raters of one unit wait for one another, on a PostgreSQL 5 ms away.

All who rate a unit change the row of its daily total. 64 raters at once complete a rating each, in a unit of work that asks six more
times over the network afterwards, as a turn does; with the row changed at once, and right before the commit as `Transaction.last` does.
Three runs of each in turn, medians.
"""

import asyncio
import functools
import itertools
import multiprocessing
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from unittest import mock

from sqlalchemy import literal, select

from feedbackbot.clock import system_now
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.settings import Settings
from feedbackbot.storage.database import open_database
from feedbackbot.storage.migrating import migrate
from feedbackbot.storage.prepared import Prepared
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.survey.rate_unit import begin_rating, submit_rating
from feedbackbot.usecases.units.city_file import load_city
from feedbackbot.usecases.units.load_city_units import load_city_units
from tests.postgres_cluster import database_in, postgres_programs, start_cluster

AWAY_SECONDS = 0.005
RATERS = 64
MORE_QUESTIONS = 6
ANSWERS = dict.fromkeys(ELEMENT_KEYS, 3)
QUESTION = Prepared(select(literal(1)))
SOCKET = ".s.PGSQL.5432"


def keep_apart(sockets: Path, nearer: Path) -> None:
    """In a process of its own: the way to a server costs the bot's processor nothing."""
    asyncio.run(distant(sockets, nearer))


async def distant(sockets: Path, nearer: Path) -> None:
    """A folder of sockets behind which the server of `nearer` answers `AWAY_SECONDS` later."""

    async def carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        later = asyncio.get_running_loop().call_later
        while data := await reader.read(65536):
            later(AWAY_SECONDS / 2, writer.write, data)
        later(AWAY_SECONDS, writer.close)

    async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_unix_connection(str(nearer / SOCKET))
        await asyncio.gather(carry(reader, back), carry(there, writer))

    server = await asyncio.start_unix_server(accept, str(sockets / SOCKET), backlog=RATERS)
    await server.serve_forever()


async def run(runtime: Runtime, people: "itertools.count[int]", seconds: float) -> tuple[float, float]:
    """Ratings a second, and the p95 of one in ms."""
    waits: list[float] = []
    until = time.monotonic() + seconds

    def rate(tx: Transaction, person: int) -> None:
        submit_rating(tx, person, begin_rating(tx, person, 1, None, "telegram", None, ANSWERS))
        for _ in range(MORE_QUESTIONS):
            QUESTION.first(tx, {})

    async def rater() -> None:
        while (began := time.monotonic()) < until:
            await runtime.write(functools.partial(rate, person=next(people)))
            waits.append(time.monotonic() - began)

    await asyncio.gather(*(rater() for _ in range(RATERS)))
    return len(waits) / seconds, statistics.quantiles(waits, n=20)[-1] * 1000


async def measure(url: str, sockets: Path, seconds: float) -> None:
    settings = Settings(_env_file=None, secret_key="k" * 40, database_url=url)
    await migrate(url)
    there, nearer = url.split("?host=")
    apart = multiprocessing.get_context("spawn").Process(
        target=keep_apart, args=(sockets, Path(nearer)), daemon=True
    )
    apart.start()
    while not (sockets / SOCKET).exists():
        await asyncio.sleep(0.05)
    database = open_database(f"{there}?host={sockets}", pool=RATERS)
    runtime, people = Runtime(database, system_now, settings), itertools.count(1)
    await runtime.write(lambda tx: load_city_units(tx, load_city(settings)))
    found: dict[str, list[tuple[float, float]]] = {"at once": [], "last": []}
    for _ in range(3):
        with mock.patch.object(Transaction, "will_end"):
            found["at once"].append(await run(runtime, people, seconds))
        found["last"].append(await run(runtime, people, seconds))
    await database.close()
    for way, runs in found.items():
        rates, p95 = (statistics.median(one) for one in zip(*runs, strict=True))
        sys.stdout.write(
            f"the shared row changed {way}: {rates:.0f} ratings a second of one unit, p95 {p95:.0f} ms\n"
        )


def main() -> None:
    programs = postgres_programs()
    if programs is None:
        raise SystemExit("PostgreSQL is not installed")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        url = database_in(start_cluster(Path(folder) / "cluster", programs, os.getpid()), "postgres")
        asyncio.run(measure(url, Path(folder), float(sys.argv[1]) if len(sys.argv) > 1 else 5.0))


if __name__ == "__main__":
    main()
