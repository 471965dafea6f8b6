"""One way to the database, for SQLite and PostgreSQL: a unit of work is a plain function over a connection.

`write` runs it in one transaction and returns when that is committed; `read` runs it in a snapshot that cannot write.
On SQLite all writing happens on one thread, and what waits together is committed together (docs/decisions/0003).
"""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar, cast

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import AsyncAdaptedQueuePool
from sqlalchemy.util import greenlet_spawn

from feedbackbot.errors import DatabaseAway
from feedbackbot.storage.sqlite_connection import as_told, empty_wal, tune_sqlite
from feedbackbot.storage.sqlite_writer import SqliteWriter

T = TypeVar("T")
Work = Callable[[Connection], T]


class SqliteReaders:
    """Beside the one writer: each read sees one snapshot and waits for nobody, but for one of a few connections of aiosqlite.

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

    async def run(self, work: Work[T]) -> T:
        if self._closed:
            raise DatabaseAway("the database is closed")
        try:
            return cast(T, await greenlet_spawn(self._in_snapshot, work))
        except Exception as problem:
            told = as_told(problem, reading=True)
            if told is problem:
                raise
            raise cast(Exception, told) from problem

    def _in_snapshot(self, work: Work[T]) -> T:
        with self._engine.connect() as connection:  # rolled back at the end
            return work(connection)

    async def close(self) -> None:
        self._closed = True
        await greenlet_spawn(self._engine.dispose)


class Database(Protocol):
    """Both databases, seen from above."""

    dialect: str

    async def write(self, work: Work[T]) -> T:
        """Run `work` in one transaction; returns after the commit. `work` may run more than once, so it must change nothing outside.

        Raises DatabaseAway where the database cannot be reached, is full or is broken. Nothing is kept then, with one exception: if the
        connection to a PostgreSQL breaks during the commit, nobody knows.
        """

    async def read(self, work: Work[T]) -> T:
        """Run `work` on one snapshot that it cannot write to. Raises DatabaseAway."""

    def news(self) -> int | None:
        """A number that rises with each commit that changed anything but what is routine (`Transaction.is_routine`); what other processes
        commit counts from the next write of this one on. None where that cannot be told."""

    async def forget_log(self) -> bool:
        """Whether nothing of what was erased is left in the log of changes: SQLite's WAL is written back and emptied. False while
        somebody reads from it. PostgreSQL keeps no old words where a query finds them, and throws its log away by itself."""

    async def close(self) -> None:
        """Finish what was handed in, then let go of all connections."""


class SqliteDatabase:
    """A file in WAL mode: one writer thread, readers beside it."""

    dialect = "sqlite"

    def __init__(self, file: Path, *, synchronous: str = "FULL", readers: int = 4) -> None:
        self.file = file
        self._writer = SqliteWriter(file, synchronous)
        self._readers = SqliteReaders(file, synchronous, readers)

    async def write(self, work: Work[T]) -> T:
        return await self._writer.submit(work)

    async def read(self, work: Work[T]) -> T:
        return await self._readers.run(work)

    def news(self) -> int | None:
        return self._writer.news

    async def forget_log(self) -> bool:
        return await asyncio.to_thread(empty_wal, self.file)

    async def close(self) -> None:
        await asyncio.to_thread(self._writer.close)
        await self._readers.close()


def open_database(
    url: str, *, synchronous: str = "FULL", pool: int = 16, statement_seconds: float | None = None
) -> Database:
    """`sqlite:///relative.db`, `sqlite:////absolute.db` or `postgresql://user:password@host/name`. A PostgreSQL that does not answer a
    statement for `statement_seconds` counts as away."""
    if url.startswith("sqlite:///"):
        return SqliteDatabase(
            Path(url.removeprefix("sqlite:///")), synchronous=synchronous, readers=min(pool, 8)
        )
    from feedbackbot.storage.postgres import PostgresDatabase  # three megabytes that SQLite does not need

    return PostgresDatabase(url, pool=pool, statement_seconds=statement_seconds)
