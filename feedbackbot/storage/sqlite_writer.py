"""The one writer of an SQLite file: a thread that commits together what waits together."""

import asyncio
import contextlib
import math
import queue
import sqlite3
import threading
import time
from collections.abc import Callable
from contextvars import copy_context
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from feedbackbot.errors import DatabaseAway
from feedbackbot.storage.sqlite_connection import BUSY_SECONDS, as_told, tune_sqlite
from feedbackbot.storage.sqlite_file import make_private
from feedbackbot.storage.transaction import ROUTINE

T = TypeVar("T")
_Item = tuple[Callable[[Connection], Any], asyncio.Future[Any], asyncio.AbstractEventLoop]
_Outcome = tuple[asyncio.Future[Any], asyncio.AbstractEventLoop, Any, BaseException | None]

# both bound how long the first of a group waits for its commit
_MOST_TOGETHER = 128
_LONGEST_TOGETHER_SECONDS = 0.05
_LAST_WAIT_SECONDS = 1.0


class SqliteWriter:
    """Runs units of work one after the other, each behind its own savepoint, and commits a group at once.

    A failing unit is rolled back alone; its waiter gets the exception, the others of the group are kept. A waiter is told only
    after the commit.
    """

    def __init__(self, file: Path, synchronous: str) -> None:
        self._file = file
        self._synchronous = synchronous
        self._queue: queue.SimpleQueue[_Item | None] = queue.SimpleQueue()
        self._closed = False
        self._locked_until = math.inf
        self._last_seen = False
        self._connection: Connection | None = None
        self._version_of_others: int | None = None
        self.news = 0
        """Rises with each commit that changed anything, of this process and, as soon as this one writes again, of others."""
        self._thread = threading.Thread(target=self._run, name="sqlite-writer", daemon=True)
        self._thread.start()

    async def submit(self, work: Callable[[Connection], T]) -> T:
        if self._closed:
            raise DatabaseAway("the database is closed")
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        # the writer's thread has a context of its own: whose time is kept is known where the work comes from
        context = copy_context()
        self._queue.put((lambda connection: context.run(work, connection), future, loop))
        return await future

    def close(self) -> None:
        """Waits until everything handed in is committed; for a file that another process keeps locked only a moment."""
        self._closed = True
        self._locked_until = time.monotonic() + _LAST_WAIT_SECONDS
        self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        while not self._last_seen:
            first = self._queue.get()
            if first is None:
                break
            _tell(self._commit_together(first))
        self._disconnect()

    def _commit_together(self, first: _Item) -> list[_Outcome]:
        taken = [first]
        try:
            connection = self._begun()
            raw = _raw(connection)
            news, changes = self._others_have_written(raw), raw.total_changes
            outcomes = [_run_one(connection, raw, first)]
            news |= _tells_news(connection, raw, changes)
            until = time.monotonic() + _LONGEST_TOGETHER_SECONDS
            while len(taken) < _MOST_TOGETHER and time.monotonic() < until and (item := self._next()):
                taken.append(item)
                changes = raw.total_changes
                outcomes.append(_run_one(connection, raw, item))
                news |= _tells_news(connection, raw, changes)
            connection.commit()
            if raw.in_transaction:  # SQLAlchemy has nothing to commit where no unit went through it
                raw.commit()
            self.news += news
        except BaseException as problem:  # the beginning or the commit itself failed: nobody's work is kept
            self._version_of_others = None  # what others have written is still to be told
            self._undo()
            told = as_told(problem)
            return [(future, loop, None, told) for _, future, loop in taken]
        return outcomes

    def _begun(self) -> Connection:
        """A connection with a transaction; waits while another process writes."""
        until = time.monotonic() + BUSY_SECONDS
        while True:
            try:
                connection = self._connected()
                # IMMEDIATE: a deferred read-then-write fails at once when another process writes, whatever the busy time-out
                _raw(connection).execute("BEGIN IMMEDIATE")
                return connection
            except (sqlite3.OperationalError, DBAPIError) as problem:
                orig = problem.orig if isinstance(problem, DBAPIError) else problem
                if getattr(orig, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_BUSY:
                    raise
                if time.monotonic() > min(until, self._locked_until):
                    raise

    def _others_have_written(self, raw: sqlite3.Connection) -> bool:
        """Whether another process has committed anything since the last group; asked within a transaction."""
        (version,) = raw.execute("PRAGMA data_version").fetchone()
        before, self._version_of_others = self._version_of_others, version
        return bool(version != before)

    def _next(self) -> _Item | None:
        """What waits now; None also once the writer is to end."""
        try:
            item = self._queue.get_nowait()
        except queue.Empty:
            return None
        self._last_seen = item is None
        return item

    def _connected(self) -> Connection:
        if self._connection is None:
            make_private(self._file)
            engine = create_engine(
                f"sqlite:///{self._file}",
                poolclass=StaticPool,
                connect_args={"isolation_level": None},
                hide_parameters=True,  # people's words, and errors are logged
            )
            event.listen(engine, "connect", lambda raw, _: tune_sqlite(raw, self._synchronous))
            self._connection = engine.connect()
        return self._connection

    def _undo(self) -> None:
        if self._connection is None:
            return
        try:
            _raw(self._connection).rollback()
            self._connection.rollback()
        except Exception:  # nobody knows its state any more: the next group gets another
            self._disconnect()

    def _disconnect(self) -> None:
        connection, self._connection = self._connection, None
        self._version_of_others = None  # each connection counts for itself
        if connection is not None:
            with contextlib.suppress(Exception):
                connection.close()
                connection.engine.dispose()


def _raw(connection: Connection) -> sqlite3.Connection:
    return connection.connection.driver_connection  # type: ignore[return-value]


def _run_one(connection: Connection, raw: sqlite3.Connection, item: _Item) -> _Outcome:
    work, future, loop = item
    raw.execute("SAVEPOINT unit")
    try:
        result = work(connection)
    except BaseException as problem:
        if not raw.in_transaction:  # SQLite has undone the whole group by itself (disk full)
            raise
        raw.execute("ROLLBACK TO unit")
        raw.execute("RELEASE unit")
        return future, loop, None, as_told(problem)
    raw.execute("RELEASE unit")
    return future, loop, result, None


def _tells_news(connection: Connection, raw: sqlite3.Connection, changes: int) -> bool:
    """Whether the unit of work that has just run changed anything, and does not call it routine."""
    routine = connection.info.pop(ROUTINE, False)
    return raw.total_changes != changes and not routine


def _tell(outcomes: list[_Outcome]) -> None:
    by_loop: dict[asyncio.AbstractEventLoop, list[_Outcome]] = {}
    for outcome in outcomes:
        by_loop.setdefault(outcome[1], []).append(outcome)
    for loop, mine in by_loop.items():
        with contextlib.suppress(RuntimeError):  # the loop has ended, nobody waits
            loop.call_soon_threadsafe(_settle, mine)


def _settle(outcomes: list[_Outcome]) -> None:
    for future, _, result, problem in outcomes:
        if future.done():  # cancelled
            continue
        if problem is None:
            future.set_result(result)
        else:
            future.set_exception(problem)
