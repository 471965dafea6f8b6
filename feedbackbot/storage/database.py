"""One way to the database, for SQLite and PostgreSQL: a unit of work is a plain function over a connection.

`write` runs it in one transaction and returns when that is committed; `read` runs it in a snapshot that cannot write.
On SQLite all writing happens on one thread, and what waits together is committed together (docs/decisions/0003).
"""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from sqlalchemy import Connection, event, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool

from feedbackbot.errors import DatabaseAway
from feedbackbot.storage.sqlite_writer import SqliteWriter, tune_sqlite

T = TypeVar("T")
Work = Callable[[Connection], T]

_RETRIED_STATES = {
    "40001",
    "40P01",
}  # serialization failure, deadlock: nothing was written, the same work may pass now
_TRIES = 5


class Database(Protocol):
    """Both databases, seen from above."""

    dialect: str

    async def write(self, work: Work[T]) -> T:
        """Run `work` in one transaction; returns after the commit. `work` may run again after a deadlock."""

    async def read(self, work: Work[T]) -> T:
        """Run `work` on a connection that cannot write."""

    async def close(self) -> None:
        """Finish what was handed in, then let go of all connections."""


class SqliteDatabase:
    """A file in WAL mode: one writer thread, readers beside it."""

    dialect = "sqlite"

    def __init__(self, file: Path, *, synchronous: str = "FULL", readers: int = 4) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self.file = file
        self._writer = SqliteWriter(file, synchronous)
        self._engine = create_async_engine(
            f"sqlite+aiosqlite:///{file}", pool_size=readers, max_overflow=0, poolclass=AsyncAdaptedQueuePool
        )
        event.listen(
            self._engine.sync_engine, "connect", lambda raw, _: tune_sqlite(raw, synchronous, read_only=True)
        )

    async def write(self, work: Work[T]) -> T:
        return await self._writer.submit(work)

    async def read(self, work: Work[T]) -> T:
        async with self._engine.connect() as connection:
            return await connection.run_sync(work)

    async def close(self) -> None:
        await asyncio.get_running_loop().run_in_executor(None, self._writer.close)
        await self._engine.dispose()


class PostgresDatabase:
    """A server; any number of processes share it."""

    dialect = "postgresql"

    def __init__(self, url: str, *, pool: int = 16) -> None:
        address = make_url(url).set(drivername="postgresql+asyncpg")
        self._engine: AsyncEngine = create_async_engine(
            address, pool_size=pool, max_overflow=4, pool_pre_ping=True
        )

    async def write(self, work: Work[T]) -> T:
        for attempt in range(1, _TRIES + 1):
            try:
                async with self._engine.begin() as connection:
                    return await connection.run_sync(work)
            except DBAPIError as problem:
                if getattr(problem.orig, "sqlstate", None) in _RETRIED_STATES and attempt < _TRIES:
                    await asyncio.sleep(0.01 * 2**attempt)
                    continue
                if problem.connection_invalidated:
                    raise DatabaseAway("the connection broke while writing") from problem
                raise
            except OSError as problem:
                raise DatabaseAway("the database server cannot be reached") from problem
        raise AssertionError("unreachable: the last attempt returns or raises")

    async def read(self, work: Work[T]) -> T:
        try:
            async with self._engine.connect() as connection:
                await connection.exec_driver_sql("SET TRANSACTION READ ONLY")
                return await connection.run_sync(work)
        except OSError as problem:
            raise DatabaseAway("the database server cannot be reached") from problem

    async def close(self) -> None:
        await self._engine.dispose()


def open_database(url: str, *, synchronous: str = "FULL", pool: int = 16) -> Database:
    """`sqlite:///relative.db`, `sqlite:////absolute.db` or `postgresql://user:password@host/name`."""
    if url.startswith("sqlite:///"):
        return SqliteDatabase(
            Path(url.removeprefix("sqlite:///")), synchronous=synchronous, readers=min(pool, 8)
        )
    return PostgresDatabase(url, pool=pool)
