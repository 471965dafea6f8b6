"""One way to the database, for SQLite and PostgreSQL: a unit of work is a plain function over a connection.

`write` runs it in one transaction and returns when that is committed; `read` runs it in a snapshot that cannot write.
On SQLite all writing happens on one thread, and what waits together is committed together (docs/decisions/0003).
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Protocol, TypeVar

from sqlalchemy import Connection, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from feedbackbot.errors import DatabaseAway
from feedbackbot.storage.postgres_errors import NO_CONNECTION, in_short, is_away, may_pass_now
from feedbackbot.storage.sqlite_readers import SqliteReaders
from feedbackbot.storage.sqlite_writer import SqliteWriter

T = TypeVar("T")
Work = Callable[[Connection], T]

_TRIES = 5
_FIRST_PAUSE_SECONDS = 0.02
_CONNECT_SECONDS = 5.0
_POOL_SECONDS = 10.0


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

    async def close(self) -> None:
        """Finish what was handed in, then let go of all connections."""


class SqliteDatabase:
    """A file in WAL mode: one writer thread, readers beside it."""

    dialect = "sqlite"

    def __init__(self, file: Path, *, synchronous: str = "FULL", readers: int = 4) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self.file = file
        self._writer = SqliteWriter(file, synchronous)
        self._readers = SqliteReaders(file, synchronous, readers)

    async def write(self, work: Work[T]) -> T:
        return await self._writer.submit(work)

    async def read(self, work: Work[T]) -> T:
        return await self._readers.run(work)

    async def close(self) -> None:
        await asyncio.to_thread(self._writer.close)
        await asyncio.to_thread(self._readers.close)


class PostgresDatabase:
    """A server; any number of processes share it."""

    dialect = "postgresql"

    def __init__(self, url: str, *, pool: int = 16) -> None:
        self._engine: AsyncEngine = create_async_engine(
            make_url(url).set(drivername="postgresql+asyncpg"),
            pool_size=pool,
            max_overflow=4,
            pool_timeout=_POOL_SECONDS,
            hide_parameters=True,  # people's words, and errors are logged
            connect_args={"timeout": _CONNECT_SECONDS},
        )

    async def write(self, work: Work[T]) -> T:
        return await self._with_patience(lambda: self._write_once(work), writing=True)

    async def read(self, work: Work[T]) -> T:
        return await self._with_patience(lambda: self._read_once(work), writing=False)

    async def close(self) -> None:
        await self._engine.dispose()

    async def _write_once(self, work: Work[T]) -> T:
        async with self._connection() as connection:
            result = await connection.run_sync(work)
            try:
                await connection.commit()
            except DBAPIError as problem:
                if is_away(problem, writing=True):
                    raise DatabaseAway(f"a commit was not answered: {in_short(problem)}") from problem
                raise
            return result

    async def _read_once(self, work: Work[T]) -> T:
        async with self._connection() as connection:
            await connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            return await connection.run_sync(work)

    @asynccontextmanager
    async def _connection(self) -> AsyncIterator[AsyncConnection]:
        connection = self._engine.connect()
        try:
            await connection.start()
        except NO_CONNECTION as problem:
            raise _NoConnection(f"PostgreSQL cannot be reached: {in_short(problem)}") from problem
        try:
            yield connection
        finally:
            await asyncio.shield(connection.close())

    async def _with_patience(self, once: Callable[[], Awaitable[T]], *, writing: bool) -> T:
        """Again after a deadlock, and where a connection broke before anything was committed: the next one may be sound."""
        pause = _FIRST_PAUSE_SECONDS
        for _ in range(_TRIES - 1):
            try:
                return await once()
            except _NoConnection:
                pass
            except DBAPIError as problem:
                if not may_pass_now(problem) and not is_away(problem, writing=writing):
                    raise
            await asyncio.sleep(pause)
            pause *= 2
        try:
            return await once()
        except DBAPIError as problem:
            if is_away(problem, writing=writing):
                raise DatabaseAway(f"PostgreSQL cannot be used: {in_short(problem)}") from problem
            raise


class _NoConnection(DatabaseAway):
    """Nothing has begun."""


def open_database(url: str, *, synchronous: str = "FULL", pool: int = 16) -> Database:
    """`sqlite:///relative.db`, `sqlite:////absolute.db` or `postgresql://user:password@host/name`."""
    if url.startswith("sqlite:///"):
        return SqliteDatabase(
            Path(url.removeprefix("sqlite:///")), synchronous=synchronous, readers=min(pool, 8)
        )
    return PostgresDatabase(url, pool=pool)
