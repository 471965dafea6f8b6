"""The one writer of an SQLite file: a thread that commits together what waits together."""

import asyncio
import queue
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import StaticPool

T = TypeVar("T")
_Item = tuple[Callable[[Connection], Any], asyncio.Future[Any], asyncio.AbstractEventLoop]
_Outcome = tuple[asyncio.Future[Any], asyncio.AbstractEventLoop, Any, BaseException | None]

_MOST_TOGETHER = 128  # bounds how long the first of a group waits for its commit
_BUSY_SECONDS = 30


def tune_sqlite(raw: Any, synchronous: str, *, read_only: bool = False) -> None:
    """Pragmas of every connection; `raw` is a DB-API connection."""
    cursor = raw.cursor()
    cursor.execute(f"PRAGMA busy_timeout={_BUSY_SECONDS * 1000}")
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute(f"PRAGMA synchronous={synchronous}")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA cache_size=-16000")
    if read_only:
        cursor.execute("PRAGMA query_only=ON")
    cursor.close()


class SqliteWriter:
    """Runs units of work one after the other, each behind its own savepoint, and commits a group at once.

    A failing unit is rolled back alone; its waiter gets the exception, the others of the group are kept. A waiter is told only
    after the commit.
    """

    def __init__(self, file: Path, synchronous: str) -> None:
        self._file = file
        self._synchronous = synchronous
        self._queue: queue.SimpleQueue[_Item | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="sqlite-writer", daemon=True)
        self._closed = False
        self._last_seen = False
        self._thread.start()

    async def submit(self, work: Callable[[Connection], T]) -> T:
        if self._closed:
            raise RuntimeError("the database is closed")
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        self._queue.put((work, future, loop))
        return await future

    def close(self) -> None:
        """Waits until everything handed in is committed."""
        self._closed = True
        self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        engine = create_engine(
            f"sqlite:///{self._file}", poolclass=StaticPool, connect_args={"isolation_level": None}
        )
        event.listen(engine, "connect", lambda raw, _: tune_sqlite(raw, self._synchronous))
        with engine.connect() as connection:
            while group := self._next_group():
                _tell(_commit_together(connection, group))
        engine.dispose()

    def _next_group(self) -> list[_Item]:
        """What waits now, at least one; empty once the writer is closed and everything before that is done."""
        if self._last_seen:
            return []
        first = self._queue.get()
        group: list[_Item] = []
        while first is not None:
            group.append(first)
            if len(group) == _MOST_TOGETHER:
                return group
            try:
                first = self._queue.get_nowait()
            except queue.Empty:
                return group
        self._last_seen = True
        return group


def _commit_together(connection: Connection, group: list[_Item]) -> list[_Outcome]:
    raw: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]
    try:
        # IMMEDIATE: a deferred read-then-write fails at once when another process writes, whatever the busy time-out
        raw.execute("BEGIN IMMEDIATE")
        outcomes = [_run_one(connection, raw, item) for item in group]
        connection.commit()
        if raw.in_transaction:  # SQLAlchemy has nothing to commit when no unit used it
            raw.commit()
    except BaseException as problem:  # the beginning or the commit itself failed: nobody's work is kept
        if raw.in_transaction:
            raw.rollback()
        return [(future, loop, None, problem) for _, future, loop in group]
    return outcomes


def _run_one(connection: Connection, raw: sqlite3.Connection, item: _Item) -> _Outcome:
    work, future, loop = item
    raw.execute("SAVEPOINT unit")
    try:
        result = work(connection)
    except BaseException as problem:
        raw.execute("ROLLBACK TO unit")
        raw.execute("RELEASE unit")
        return future, loop, None, problem
    raw.execute("RELEASE unit")
    return future, loop, result, None


def _tell(outcomes: list[_Outcome]) -> None:
    by_loop: dict[asyncio.AbstractEventLoop, list[_Outcome]] = {}
    for outcome in outcomes:
        by_loop.setdefault(outcome[1], []).append(outcome)
    for loop, mine in by_loop.items():
        if not loop.is_closed():
            loop.call_soon_threadsafe(_settle, mine)


def _settle(outcomes: list[_Outcome]) -> None:
    for future, _, result, problem in outcomes:
        if future.cancelled():
            continue
        if problem is None:
            future.set_result(result)
        else:
            future.set_exception(problem)
