"""Totals by channel and profile of millions of ratings: some of them by the job's own steps, which are timed, the rest by one statement."""

import statistics
import time
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, text

from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.settings import Settings
from feedbackbot.storage.database import Database
from feedbackbot.storage.survey.changed_days import ALL_DIMENSIONS, DIMENSIONS
from feedbackbot.storage.survey.part_totals import begin_units, keep_stretch, next_stretch, units_to_begin
from feedbackbot.storage.transaction import Transaction

_WHOLE = "(" + "+".join(ELEMENT_KEYS) + ")"
_STEPS = 200


async def catch_up(database: Database, now: datetime, settings: Settings) -> dict[str, float]:
    """The first steps of the job: milliseconds to count a week of a unit beside the writer and to keep it, medians and worst."""
    last = now.date() - timedelta(days=1)

    def in_tx(connection: Connection) -> Transaction:
        return Transaction(connection, now, settings)

    fresh = await database.read(lambda connection: units_to_begin(in_tx(connection)))
    await database.write(lambda connection: begin_units(in_tx(connection), fresh, last, now.date()))
    counting, keeping = list[float](), list[float]()
    for _ in range(_STEPS):
        start = time.perf_counter()
        stretch = await database.read(lambda connection: next_stretch(in_tx(connection), last))
        counted = time.perf_counter()
        assert stretch is not None
        await database.write(lambda connection, found=stretch: keep_stretch(in_tx(connection), found))  # type: ignore[misc]
        counting.append((counted - start) * 1000)
        keeping.append((time.perf_counter() - counted) * 1000)
    return {
        "counted, median": statistics.median(counting),
        "counted, worst": max(counting),
        "kept, median": statistics.median(keeping),
        "kept, worst": max(keeping),
    }


def fill_rest(connection: Connection, last: date) -> int:
    """As large as the job would have left it, true for the first unit: the others get copies of its rows. Returns how many there are."""
    for table in ("part_total", "part_progress"):
        connection.execute(text(f"DELETE FROM {table}"))
    names = [f"{key}_sum" for key in ELEMENT_KEYS] + [f"{key}_square_sum" for key in ELEMENT_KEYS]
    columns = ", ".join(
        ("dimension", "day", "value", "flagged", "n", *names, "total_sum", "total_square_sum")
    )
    sums = [f"sum({key})" for key in ELEMENT_KEYS] + [f"sum({key}*{key})" for key in ELEMENT_KEYS]
    for dimension in DIMENSIONS:
        value = f"coalesce({dimension}, '')"
        connection.execute(
            text(
                f"INSERT INTO part_total (unit_id, {columns}) SELECT 1, '{dimension}', day, {value}, 0, count(*), "
                f"{', '.join(sums)}, sum({_WHOLE}), sum({_WHOLE}*{_WHOLE}) FROM response "
                f"WHERE unit_id = 1 AND day <= '{last}' GROUP BY day, {value}"
            )
        )
    others = f"INSERT INTO part_total (unit_id, {columns}) SELECT unit.id, {columns} FROM part_total JOIN unit ON unit.id > 1"
    connection.execute(text(others))
    connection.execute(
        text(f"INSERT INTO part_progress SELECT id, '{last}', '{last}', '{ALL_DIMENSIONS}' FROM unit")
    )
    connection.execute(text("ANALYZE"))
    return int(connection.execute(text("SELECT count(*) FROM part_total")).scalar_one())
