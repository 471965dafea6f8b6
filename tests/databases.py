"""Fresh databases for tests: copies of one that the migrations have made."""

import asyncio
import fcntl
import itertools
import os
import shutil
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import asyncpg

from feedbackbot.storage.migrating import migrate
from tests.postgres_cluster import database_in, postgres_programs, start_cluster, stop_cluster

_TEMPLATE = "template_of_tests"
_number = itertools.count(1)


@dataclass(frozen=True)
class Databases:
    """What a session's worker processes share: a `folder`, made and removed by the process `keeper_pid`."""

    folder: Path
    keeper_pid: int

    def new_sqlite(self, file: Path) -> str:
        """The URL of a new, migrated database in `file`."""
        template = self.folder / "template.db"
        with self._alone():
            if not template.exists():
                making = template.with_suffix(".making")
                beside_the_loop(lambda: migrate(f"sqlite:///{making}"))
                making.rename(template)
        shutil.copyfile(template, file)
        return f"sqlite:///{file}"

    @contextmanager
    def new_postgres(self, *, migrated: bool = True) -> Iterator[str]:
        """The URL of a new database, dropped at the end."""
        server, name = self._server(), f"test_{os.getpid()}_{next(_number)}"
        source = _TEMPLATE if migrated else "template0"
        beside_the_loop(lambda: _command(server, f"CREATE DATABASE {name} TEMPLATE {source}"))
        try:
            yield database_in(server, name)
        finally:
            beside_the_loop(lambda: _command(server, f"DROP DATABASE {name} WITH (FORCE)"))

    def close(self) -> None:
        """For the keeper: end everything."""
        programs = postgres_programs()
        if programs is not None:
            stop_cluster(self.folder / "postgres", programs)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _server(self) -> str:
        """Where the cluster is; whoever needs it first starts it."""
        address = self.folder / "server"
        with self._alone():
            if not address.exists():
                programs = postgres_programs()
                assert programs is not None, "ask `postgres_programs` first"
                server = start_cluster(self.folder / "postgres", programs, self.keeper_pid)
                beside_the_loop(lambda: _command(server, f"CREATE DATABASE {_TEMPLATE}"))
                beside_the_loop(lambda: migrate(database_in(server, _TEMPLATE)))
                address.write_text(server)
        return address.read_text()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with (self.folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def beside_the_loop(work: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
    """Run to the end in a loop of its own, also where a loop is running."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(work())).result()


async def _command(server: str, sql: str) -> None:
    connection = await asyncpg.connect(database_in(server, "postgres"))
    try:
        await connection.execute(sql)
    finally:
        await connection.close()
