"""A database that goes back: what was done since a mark is undone in a millisecond, so that everything can be tried from one moment."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool

T = TypeVar("T")


class RewindableDatabase:
    """An SQLite file within one transaction that is never committed; a unit of work is a savepoint of it."""

    dialect = "sqlite"

    def __init__(self, file: Path) -> None:
        engine = create_engine(
            f"sqlite:///{file}", poolclass=StaticPool, connect_args={"isolation_level": None}
        )
        self._engine = engine
        self._connection = engine.connect()
        self._raw("PRAGMA foreign_keys=ON")
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

    async def close(self) -> None:
        self._raw("ROLLBACK")
        self._connection.close()
        self._engine.dispose()

    def _raw(self, statement: str) -> None:
        self._connection.connection.driver_connection.execute(statement)  # type: ignore[union-attr]
