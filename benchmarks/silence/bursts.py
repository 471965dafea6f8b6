"""200,000 ratings spread evenly over the city's units and three days, and one office stuffed with 2,000 in an hour."""

import random
import time
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, func, insert, select

from benchmarks.silence.beside import silence
from feedbackbot.clock import city_zone
from feedbackbot.data import read_city
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.units.city import parse_city
from feedbackbot.settings import Settings
from feedbackbot.storage.database import Database
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.survey.daily_totals import add_many_to_day
from feedbackbot.storage.survey.responses import RESPONSE_COLUMNS, read_response
from feedbackbot.storage.survey.tables import response
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.tables import unit
from feedbackbot.usecases.survey.mark_bursts import BurstMarking
from feedbackbot.usecases.units.load_city_units import load_city_units

EVEN, STUFFED = 200_000, 2_000
NOW = datetime(2026, 11, 26, 6, 30, tzinfo=UTC)
_SPAN = timedelta(days=2)
_AT_ONCE = 5_000


async def measure(database: Database, settings: Settings, now: datetime = NOW) -> str:
    """One line for the table."""

    def load_units(connection: Connection) -> list[int]:
        tx = Transaction(connection, now, settings)
        load_city_units(tx, parse_city(*read_city("lhokseumawe")))
        return list(tx.run(select(unit.c.id).where(unit.c.active)).scalars())

    units = await database.write(load_units)
    chance = random.Random(7)
    even = [(chance.choice(units), now - _SPAN * chance.random()) for _ in range(EVEN)]
    for start in range(0, EVEN, _AT_ONCE):
        await _put(database, settings, now, even[start : start + _AT_ONCE])
    marking = BurstMarking()
    began = time.monotonic()
    async with silence(database) as first:
        marked = (await marking.run(Runtime(database, lambda: now, settings)))["marked"]
    line = f"{EVEN} even: {marked} marked in {time.monotonic() - began:.1f} s, {first}"
    await _put(
        database,
        settings,
        now,
        [(units[0], now - timedelta(minutes=20) * chance.random()) for _ in range(STUFFED)],
    )
    later = Runtime(database, lambda: now + timedelta(minutes=10), settings)
    began = time.monotonic()
    async with silence(database) as second:
        marked = (await marking.run(later))["marked"]
    return f"{line}\n{STUFFED} stuffed: {marked} marked in {time.monotonic() - began:.1f} s, {second}"


async def _put(
    database: Database, settings: Settings, now: datetime, ratings: list[tuple[int, datetime]]
) -> None:
    rows = [
        {
            "pseudonym": f"{number}-{unit_id}-{at.timestamp()}"[:32], "unit_id": unit_id, "channel": "memory",
            "started_at": at, "submitted_at": at, "day": at.astimezone(city_zone()).date(), "flags": "", "sample": False,
            **{key: 3 + (number + place) % 2 for place, key in enumerate(ELEMENT_KEYS)},
        }
        for number, (unit_id, at) in enumerate(ratings)
    ]  # fmt: skip

    def work(connection: Connection) -> None:
        tx = Transaction(connection, now, settings)
        last = tx.run(select(func.coalesce(func.max(response.c.id), 0))).scalar_one()
        tx.run(insert(response), rows)
        added = tx.run(select(*RESPONSE_COLUMNS).where(response.c.id > last))
        add_many_to_day(tx, [read_response(row) for row in added], flagged=False)

    await database.write(work)
