"""`python -m benchmarks.reports [--responses 1000000 5000000]`: one line a figure; the databases are thrown away afterwards.

What was found is kept as `docs/images/bench-reports.json`, in milliseconds.
"""

import argparse
import asyncio
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, text

from benchmarks.kept import keep
from benchmarks.reports.documents import time_documents
from benchmarks.reports.parts import catch_up, fill_rest
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.period import parse_period
from feedbackbot.domain.survey.profile import PROFILE_KEYS, PROFILE_QUESTIONS
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
    parser.add_argument("--breakdowns", action="store_true", help="nothing but these")
    given = parser.parse_args()
    found: dict[str, dict[str, float]] = {} if given.breakdowns else time_documents()
    for kind in given.databases:
        for responses in given.responses:
            with tempfile.TemporaryDirectory(prefix="results-bench-", ignore_cleanup_errors=True) as folder:
                try:
                    found[f"{kind} {responses:,}, ms"] = asyncio.run(
                        _measure(kind, responses, Path(folder), breakdowns=given.breakdowns)
                    )
                finally:
                    _stop(Path(folder))
    keep("reports", found)


async def _measure(kind: str, responses: int, folder: Path, *, breakdowns: bool) -> dict[str, float]:
    url = f"sqlite:///{folder / 'bench.db'}" if kind == "sqlite" else _postgres(folder)
    await migrate(url)
    database = open_database(url, synchronous="NORMAL", pool=4)
    began = time.perf_counter()
    await database.write(lambda connection: _fill(connection, kind, responses))
    print(f"{kind} {responses:,}: filled in {time.perf_counter() - began:.0f} s", flush=True)
    settings = Settings(_env_file=None)
    found: dict[str, float] = {}

    async def timed(name: str, query: Callable[[Transaction], Any]) -> None:
        spent = []
        for _ in range(ROUNDS):
            start = time.perf_counter()
            await database.read(lambda connection: query(Transaction(connection, NOW, settings)))
            spent.append((time.perf_counter() - start) * 1000)
        found[name] = statistics.median(spent)
        print(
            f"{kind} {responses:,} {name}: median {statistics.median(spent):.1f} ms, worst {max(spent):.1f} ms",
            flush=True,
        )

    if not breakdowns:
        await timed("one unit, a year", lambda tx: figures_of_unit(tx, 1, YEAR))
        await timed("all units, a half year", lambda tx: figures_of_units(tx, HALF))
        await timed("naive: one unit, a year", lambda tx: _naive(tx, YEAR, 1))
        await timed("naive: all units, a half year", lambda tx: _naive(tx, HALF))
    await timed("by channel, nothing kept", lambda tx: by_channel(tx, 1, YEAR))
    await timed("by education, nothing kept", lambda tx: by_profile(tx, 1, YEAR, "education"))
    steps = await catch_up(database, NOW, settings)
    found |= {f"a week of a unit {name}": value for name, value in steps.items()}
    print(
        f"{kind} {responses:,} the job: {', '.join(f'{k} {v:.1f} ms' for k, v in steps.items())}", flush=True
    )
    kept = await database.write(lambda connection: fill_rest(connection, NOW.date() - timedelta(days=1)))
    print(f"{kind} {responses:,}: {kept:,} totals by channel and profile", flush=True)
    for question in ("channel", *PROFILE_KEYS):
        await timed(f"one unit, a year, by {question}", lambda tx, by=question: _parts(tx, by))  # type: ignore[misc]
    await database.close()
    return found


def _parts(tx: Transaction, question: str) -> Any:
    return by_channel(tx, 1, YEAR) if question == "channel" else by_profile(tx, 1, YEAR, question)


def _fill(connection: Connection, kind: str, responses: int) -> None:
    for number in range(UNITS):
        row = {"code": f"u{number}", "name": f"Unit {number}", "short_name": f"Unit {number}"}
        more = {"position": number, "kind": "dinas", "kind_name": "Dinas", "keywords": "", "active": True}
        connection.execute(insert(unit), {**row, **more})
    sqlite = kind == "sqlite"
    chance = "(abs(random()) % {})" if sqlite else "floor(random() * {})::int"
    day = (
        f"date('{FIRST}', '+' || (i / {UNITS} % {DAYS}) || ' days')"
        if sqlite
        else f"DATE '{FIRST}' + (i / {UNITS} % {DAYS})::int"
    )
    moment = f"'{NOW:%Y-%m-%d %H:%M:%S}.000000'" if sqlite else f"'{NOW.isoformat()}'::timestamptz"
    source = (
        f"WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {responses - 1}) "
        if sqlite
        else f"WITH n(i) AS (SELECT generate_series(0, {responses - 1})) "
    )
    answers = ", ".join(f"1 + {chance.format(4)}" for _ in ELEMENT_KEYS)
    said = ", ".join(_said(question.options, chance) for question in PROFILE_QUESTIONS)
    false = "0" if sqlite else "false"
    connection.execute(
        text(
            "INSERT INTO response (pseudonym, unit_id, channel, started_at, submitted_at, day, flags, sample, "
            f"{', '.join(PROFILE_KEYS)}, {', '.join(ELEMENT_KEYS)}) {source} SELECT 'p' || i, 1 + i % {UNITS}, "
            f"CASE WHEN i % 7 = 0 THEN 'whatsapp' ELSE 'telegram' END, {moment}, {moment}, {day}, '', {false}, "
            f"{said}, {answers} FROM n"
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


def _said(options: tuple[str, ...], chance: str) -> str:
    """One of the options, or nothing."""
    cases = "".join(f" WHEN {place} THEN '{option}'" for place, option in enumerate(options))
    return f"CASE {chance.format(len(options) + 1)}{cases} END"


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
