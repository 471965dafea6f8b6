"""Small writes and looks at the event loop, one after the other, while something else is under way."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from sqlalchemy import Connection, text

from feedbackbot.storage.database import Database

_PAUSE_SECONDS = 0.005


@dataclass
class Silence:
    """The longest wait for a small write, and the longest that the event loop stood still, in seconds; and how many writes got through."""

    write: float = 0.0
    loop: float = 0.0
    writes: int = 0
    asked: float | None = None
    _tasks: list["asyncio.Task[None]"] = field(default_factory=list)

    def __str__(self) -> str:
        return f"longest wait for a write {self.write:.3f} s, loop held {self.loop:.3f} s, {self.writes} writes between"


@asynccontextmanager
async def silence(database: Database) -> AsyncIterator[Silence]:
    """Measures from now until the end of the block."""
    seen = Silence()
    await database.write(_prepare)
    tasks = [asyncio.create_task(_write(database, seen)), asyncio.create_task(_tick(seen))]
    await asyncio.sleep(0.1)
    seen.write = seen.loop = 0.0
    try:
        yield seen
    finally:
        # who still waits has waited as long as that
        if seen.asked is not None:
            seen.write = max(seen.write, time.monotonic() - seen.asked)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _write(database: Database, seen: Silence) -> None:
    while True:
        began = seen.asked = time.monotonic()
        await database.write(_small)
        seen.asked = None
        seen.write = max(seen.write, time.monotonic() - began)
        seen.writes += 1
        await asyncio.sleep(_PAUSE_SECONDS)


async def _tick(seen: Silence) -> None:
    while True:
        began = time.monotonic()
        await asyncio.sleep(_PAUSE_SECONDS)
        seen.loop = max(seen.loop, time.monotonic() - began - _PAUSE_SECONDS)


def _prepare(connection: Connection) -> None:
    connection.execute(text("CREATE TABLE IF NOT EXISTS bench_silence (n integer)"))
    connection.execute(text("DELETE FROM bench_silence"))
    connection.execute(text("INSERT INTO bench_silence VALUES (0)"))


def _small(connection: Connection) -> None:
    connection.execute(text("UPDATE bench_silence SET n = n + 1"))
