"""Readers beside the one writer of an SQLite file: each read sees one snapshot and waits for nobody."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar, cast

from sqlalchemy import Connection, create_engine, event

from feedbackbot.errors import DatabaseAway
from feedbackbot.storage.sqlite_writer import as_told, tune_sqlite

T = TypeVar("T")


class SqliteReaders:
    """As many threads as connections, so that none waits for a connection."""

    def __init__(self, file: Path, synchronous: str, count: int) -> None:
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="sqlite-reader")
        self._engine = create_engine(
            f"sqlite:///{file}",
            pool_size=count,
            max_overflow=0,
            hide_parameters=True,
            # the driver's own transactions would begin before a write only
            connect_args={"isolation_level": None, "check_same_thread": False},
        )
        event.listen(self._engine, "connect", lambda raw, _: tune_sqlite(raw, synchronous, read_only=True))
        self._closed = False

    async def run(self, work: Callable[[Connection], T]) -> T:
        if self._closed:
            raise DatabaseAway("the database is closed")
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._read, work)

    def close(self) -> None:
        """Waits for reads under way."""
        self._closed = True
        self._threads.shutdown()
        self._engine.dispose()

    def _read(self, work: Callable[[Connection], T]) -> T:
        try:
            with self._engine.connect() as connection:  # rolled back at the end
                connection.connection.cursor().execute("BEGIN")
                return work(connection)
        except Exception as problem:
            told = as_told(problem, reading=True)
            if told is problem:
                raise
            raise cast(Exception, told) from problem
