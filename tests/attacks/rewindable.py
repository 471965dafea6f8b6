"""A database that goes back: what was done since a mark is undone in a millisecond, so that everything can be tried from one moment."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import StaticPool

T = TypeVar("T")


class RewindableDatabase:
    """An SQLite file within one transaction; a unit of work is a savepoint of it, run where it is asked for: no thread is waited for.

    `keep` commits once what was made, `close` throws away what was done since.
    """

    dialect = "sqlite"

    def __init__(self, file: Path) -> None:
        engine = create_engine(
            f"sqlite:///{file}", poolclass=StaticPool, connect_args={"isolation_level": None}
        )
        event.listen(engine, "connect", _tune)
        self._engine = engine
        self._connection = engine.connect()
        self._raw("BEGIN IMMEDIATE")

    async def write(self, work: Callable[[Connection], T]) -> T:
        self._raw("SAVEPOINT unit")
        try:
            done = work(self._connection)
        except BaseException:
            self._raw("ROLLBACK TO unit")
            raise
        finally:
            self._raw("RELEASE unit")
        return done

    async def read(self, work: Callable[[Connection], T]) -> T:
        self._raw("PRAGMA query_only=ON")
        try:
            return work(self._connection)
        finally:
            self._raw("PRAGMA query_only=OFF")

    @asynccontextmanager
    async def tried(self) -> AsyncIterator[None]:
        """What is done within it is undone afterwards."""
        self._raw("SAVEPOINT tried")
        try:
            yield
        finally:
            self._raw("ROLLBACK TO tried")
            self._raw("RELEASE tried")

    async def forget_log(self) -> bool:
        return True

    def keep(self) -> None:
        self._raw("COMMIT")
        self._raw("BEGIN IMMEDIATE")

    async def close(self) -> None:
        self._raw("ROLLBACK")
        self._connection.close()
        self._engine.dispose()

    def _raw(self, statement: str) -> None:
        self._connection.connection.driver_connection.execute(statement)  # type: ignore[union-attr]


def _tune(raw: Any, _: object) -> None:
    """It lasts as long as a test: nothing is waited for that only a crash would need."""
    raw.execute("PRAGMA foreign_keys=ON")
    raw.execute("PRAGMA synchronous=OFF")
    raw.execute("PRAGMA cache_size=-30000")
