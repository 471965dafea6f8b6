"""The same units of work on a PostgreSQL server, through asyncpg."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar, cast

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.util import greenlet_spawn

from feedbackbot.errors import DatabaseAway
from feedbackbot.storage.postgres_address import for_the_driver
from feedbackbot.storage.postgres_driver import Driver
from feedbackbot.storage.postgres_errors import NO_CONNECTION, in_short, is_away, may_pass_now, what_is_wrong
from feedbackbot.storage.postgres_pool import ShrinkingPool
from feedbackbot.storage.transaction import DRIVER

T = TypeVar("T")
Work = Callable[[Connection], T]

_TRIES = 5
_FIRST_PAUSE_SECONDS = 0.02
_POOL_SECONDS = 10.0


class PostgresDatabase:
    """A server; any number of processes share it."""

    dialect = "postgresql"

    def __init__(self, url: str, *, pool: int = 16, statement_seconds: float | None = None) -> None:
        """`statement_seconds`: a server that does not answer a statement for so long counts as away."""
        address, arguments = for_the_driver(url, statement_seconds=statement_seconds)
        self._engine: AsyncEngine = create_async_engine(
            address,
            poolclass=ShrinkingPool,
            pool_use_lifo=True,
            pool_size=pool,
            max_overflow=4,
            pool_timeout=_POOL_SECONDS,
            hide_parameters=True,  # people's words, and errors are logged
            isolation_level="AUTOCOMMIT",  # of SQLAlchemy: BEGIN and COMMIT are said below
            connect_args=arguments,
        )
        self._pool = cast(ShrinkingPool, self._engine.pool)

    async def write(self, work: Work[T]) -> T:
        return await self._with_patience(lambda: self._write_once(work), writing=True)

    async def read(self, work: Work[T]) -> T:
        return await self._with_patience(lambda: self._read_once(work), writing=False)

    def news(self) -> int | None:
        return None

    async def forget_log(self) -> bool:
        return True

    async def close(self) -> None:
        self._pool.close()
        await self._engine.dispose()

    async def _write_once(self, work: Work[T]) -> T:
        return await self._in_transaction("BEGIN", work, _committed)

    async def _read_once(self, work: Work[T]) -> T:
        return await self._in_transaction(
            "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY", work, Driver.commit
        )

    async def _in_transaction(self, begin: str, work: Work[T], commit: Callable[[Driver], None]) -> T:
        """All of it in one greenlet: to make one costs as much as a statement."""
        left: list[Connection] = []

        def whole() -> T:
            connection = self._connected()
            left.append(connection)
            driver = connection.info[DRIVER] = Driver(connection)
            driver.say(begin)
            result = work(connection)
            commit(driver)
            left.clear()
            _give_back(connection)
            return result

        try:
            return await greenlet_spawn(whole)
        except TimeoutError as problem:
            # so are all that lie idle now: a server that is frozen keeps its connections open and says nothing
            self._pool.distrust_what_is_idle()
            for connection in left:
                await asyncio.shield(greenlet_spawn(connection.invalidate))
            raise DatabaseAway("PostgreSQL does not answer: a statement took too long") from problem
        finally:
            for connection in left:
                await asyncio.shield(greenlet_spawn(_undo, connection))

    def _connected(self) -> Connection:
        try:
            connection = self._engine.sync_engine.connect()
        except NO_CONNECTION as problem:
            raise _NoConnection(f"PostgreSQL cannot be reached: {in_short(problem)}") from problem
        self._pool.notice_use()
        return connection

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
                raise DatabaseAway(f"{what_is_wrong(problem)}: {in_short(problem)}") from problem
            raise


def _committed(driver: Driver) -> None:
    try:
        driver.commit()
    except DBAPIError as problem:
        if is_away(problem, writing=True):
            raise DatabaseAway(f"a commit was not answered: {in_short(problem)}") from problem
        raise


def _undo(connection: Connection) -> None:
    if not connection.invalidated:
        try:
            connection.info[DRIVER].say("ROLLBACK")
        except Exception:  # nobody knows its state any more
            connection.invalidate()
    _give_back(connection)


def _give_back(connection: Connection) -> None:
    if not connection.invalidated:
        connection.info.pop(DRIVER, None)
    connection.close()


class _NoConnection(DatabaseAway):
    """Nothing has begun."""
