"""Readers beside the one writer of an SQLite file: each read sees one snapshot and waits for nobody."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import AsyncAdaptedQueuePool
from sqlalchemy.util import greenlet_spawn

from feedbackbot.errors import DatabaseAway
from feedbackbot.storage.sqlite_writer import as_told, tune_sqlite

T = TypeVar("T")


class SqliteReaders:
    """A few connections of aiosqlite; a read waits for a free one.

    What SQLAlchemy's asyncio layer does with an engine, done here in two lines: that layer reads the whole ORM, six megabytes.
    """

    def __init__(self, file: Path, synchronous: str, count: int) -> None:
        self._engine = create_engine(
            f"sqlite+aiosqlite:///{file}",
            poolclass=AsyncAdaptedQueuePool,
            pool_size=count,
            max_overflow=0,
            pool_use_lifo=True,  # the connection whose cache is warm
            hide_parameters=True,
            # the driver's own transactions would begin before a write only
            connect_args={"isolation_level": None},
        )
        event.listen(self._engine, "connect", lambda raw, _: tune_sqlite(raw, synchronous, read_only=True))
        event.listen(self._engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
        self._closed = False

    async def run(self, work: Callable[[Connection], T]) -> T:
        if self._closed:
            raise DatabaseAway("the database is closed")
        try:
            return cast(T, await greenlet_spawn(self._in_snapshot, work))
        except Exception as problem:
            told = as_told(problem, reading=True)
            if told is problem:
                raise
            raise cast(Exception, told) from problem

    def _in_snapshot(self, work: Callable[[Connection], T]) -> T:
        with self._engine.connect() as connection:  # rolled back at the end
            return work(connection)

    async def close(self) -> None:
        self._closed = True
        await greenlet_spawn(self._engine.dispose)
