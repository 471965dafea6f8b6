"""`python -m benchmarks.reports [--responses 1000000 5000000]`: one line a figure; the databases are thrown away afterwards."""

import argparse
import asyncio
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, text

from benchmarks.reports.documents import time_documents
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.period import parse_period
from feedbackbot.reports.figures import by_channel, by_profile, figures_of_unit, figures_of_units
from feedbackbot.settings import Settings
from feedbackbot.storage.database import open_database
from feedbackbot.storage.migrating import migrate
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.tables import unit
from tests.postgres_cluster import database_in, postgres_programs, start_cluster, stop_cluster

UNITS, FIRST, DAYS = 60, date(2024, 1, 1), 1096  # 36 months
ROUNDS = 7
NOW = datetime(2026, 12, 31, 5, tzinfo=UTC)
YEAR, HALF = parse_period("2026"), parse_period("2026-S2")

_SUMS = [f"sum({key})" for key in ELEMENT_KEYS]
_SQUARES = [f"sum({key}*{key})" for key in ELEMENT_KEYS]
_WHOLE = "(" + "+".join(ELEMENT_KEYS) + ")"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--responses", type=int, nargs="+", default=[1_000_000, 5_000_000])
    parser.add_argument("--databases", nargs="+", default=["sqlite", "postgresql"])
    given = parser.parse_args()
    time_documents()
    for kind in given.databases:
        for responses in given.responses:
            with tempfile.TemporaryDirectory(prefix="results-bench-", ignore_cleanup_errors=True) as folder:
                try:
                    asyncio.run(_measure(kind, responses, Path(folder)))
                finally:
                    _stop(Path(folder))


async def _measure(kind: str, responses: int, folder: Path) -> None:
    url = f"sqlite:///{folder / 'bench.db'}" if kind == "sqlite" else _postgres(folder)
    await migrate(url)
    database = open_database(url, synchronous="NORMAL", pool=4)
    began = time.perf_counter()
    await database.write(lambda connection: _fill(connection, kind, responses))
    print(f"{kind} {responses:,}: filled in {time.perf_counter() - began:.0f} s", flush=True)
    settings = Settings(_env_file=None)

    async def timed(name: str, query: Callable[[Transaction], Any]) -> None:
        spent = []
        for _ in range(ROUNDS):
            start = time.perf_counter()
            await database.read(lambda connection: query(Transaction(connection, NOW, settings)))
            spent.append((time.perf_counter() - start) * 1000)
        print(
            f"{kind} {responses:,} {name}: median {statistics.median(spent):.1f} ms, worst {max(spent):.1f} ms",
            flush=True,
        )

    await timed("one unit, a year", lambda tx: figures_of_unit(tx, 1, YEAR))
    await timed("all units, a half year", lambda tx: figures_of_units(tx, HALF))
    await timed("one unit, a year, by channel", lambda tx: by_channel(tx, 1, YEAR))
    await timed("one unit, a year, by sex", lambda tx: by_profile(tx, 1, YEAR, "sex"))
    await timed("naive: one unit, a year", lambda tx: _naive(tx, YEAR, 1))
    await timed("naive: all units, a half year", lambda tx: _naive(tx, HALF))
    await database.close()


def _fill(connection: Connection, kind: str, responses: int) -> None:
    for number in range(UNITS):
        row = {"code": f"u{number}", "name": f"Unit {number}", "short_name": f"Unit {number}"}
        more = {"position": number, "kind": "dinas", "kind_name": "Dinas", "keywords": "", "active": True}
        connection.execute(insert(unit), {**row, **more})
    sqlite = kind == "sqlite"
    chance = "(abs(random()) % {})" if sqlite else "floor(random() * {})::int"
    day = (
        f"date('{FIRST}', '+' || (i % {DAYS}) || ' days')"
        if sqlite
        else f"DATE '{FIRST}' + (i % {DAYS})::int"
    )
    moment = f"'{NOW:%Y-%m-%d %H:%M:%S}.000000'" if sqlite else f"'{NOW.isoformat()}'::timestamptz"
    source = (
        f"WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {responses - 1}) "
        if sqlite
        else f"WITH n(i) AS (SELECT generate_series(0, {responses - 1})) "
    )
    answers = ", ".join(f"1 + {chance.format(4)}" for _ in ELEMENT_KEYS)
    sex = f"CASE {chance.format(3)} WHEN 0 THEN 'female' WHEN 1 THEN 'male' END"
    false = "0" if sqlite else "false"
    connection.execute(
        text(
            "INSERT INTO response (pseudonym, unit_id, channel, started_at, submitted_at, day, flags, sample, sex, "
            f"{', '.join(ELEMENT_KEYS)}) {source} SELECT 'p' || i, 1 + i % {UNITS}, "
            f"CASE WHEN i % 7 = 0 THEN 'whatsapp' ELSE 'telegram' END, {moment}, {moment}, {day}, '', {false}, "
            f"{sex}, {answers} FROM n"
        )
    )
    names = [f"{key}_sum" for key in ELEMENT_KEYS] + [f"{key}_square_sum" for key in ELEMENT_KEYS]
    connection.execute(
        text(
            "INSERT INTO daily_total (unit_id, service_id, day, flagged, n, "
            f"{', '.join(names)}, total_sum, total_square_sum) "
            f"SELECT unit_id, 0, day, 0, count(*), {', '.join(_SUMS + _SQUARES)}, sum({_WHOLE}), "
            f"sum({_WHOLE}*{_WHOLE}) FROM response GROUP BY unit_id, day"
        )
    )
    connection.execute(text("ANALYZE"))


def _naive(tx: Transaction, period: Any, unit_id: int | None = None) -> Any:
    one = "unit_id = :unit AND " if unit_id else ""
    statement = text(
        f"SELECT unit_id, count(*), {', '.join(_SUMS)}, sum({_WHOLE}), sum({_WHOLE}*{_WHOLE}) "
        f"FROM response WHERE {one} submitted_at IS NOT NULL AND day BETWEEN :first AND :last GROUP BY unit_id"
    )
    first: Any = period.first.isoformat() if not tx.on_postgresql else period.first
    last: Any = period.last.isoformat() if not tx.on_postgresql else period.last
    values = {"first": first, "last": last, **({"unit": unit_id} if unit_id else {})}
    return tx.connection.execute(statement, values).all()


def _postgres(folder: Path) -> str:
    programs = postgres_programs()
    if programs is None:
        raise SystemExit("PostgreSQL is not installed")
    folder.chmod(0o755)
    return database_in(start_cluster(folder / "cluster", programs, os.getpid()), "postgres")


def _stop(folder: Path) -> None:
    programs = postgres_programs()
    if programs is not None:
        stop_cluster(folder / "cluster", programs)


if __name__ == "__main__":
    main()
