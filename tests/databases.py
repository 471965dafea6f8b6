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
# Of this process. To drop a database and copy another costs half a second, to empty one a hundredth of that
_spare: list[str] = []
_shapes: dict[str, str] = {}

_END_OTHERS = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
_FILLED = """
SELECT oid::regclass::text AS name FROM pg_class
WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'alembic_version' AND pg_relation_size(oid) > 0
"""
# a table whose sequence was used may be empty again, and would not count from 1
_COUNT_ANEW = """
SELECT setval(quote_ident(sequencename)::regclass, 1, false) FROM pg_sequences WHERE last_value IS NOT NULL
"""
# as never looked at: what a vacuum notes of an empty table would give the next test other plans than a new database's
_FORGET_SIZES = "UPDATE pg_class SET relpages = 0, reltuples = -1 WHERE relnamespace = 'public'::regnamespace AND reltuples <> -1"
_SHAPE = """
SELECT count(*)::text || ' ' || sum(oid::bigint)::text || ' ' || (SELECT count(*) FROM pg_attribute)::text
  || ' ' || (SELECT version_num FROM alembic_version) FROM pg_class WHERE relnamespace = 'public'::regnamespace
"""


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
        """The URL of a database with no row in it: one that an earlier test has left, emptied, or a new one."""
        server = self._server()
        name = _spare.pop() if migrated and _spare else self._made(server, migrated=migrated)
        try:
            yield database_in(server, name)
        finally:
            if migrated and beside_the_loop(lambda: _emptied(server, name)):
                _spare.append(name)
            else:
                beside_the_loop(lambda: _command(server, f"DROP DATABASE {name} WITH (FORCE)"))

    def _made(self, server: str, *, migrated: bool) -> str:
        name, source = f"test_{os.getpid()}_{next(_number)}", _TEMPLATE if migrated else "template0"
        beside_the_loop(lambda: _command(server, f"CREATE DATABASE {name} TEMPLATE {source}"))
        if migrated:
            _shapes[name] = beside_the_loop(lambda: _shape(server, name))
        return name

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


async def _emptied(server: str, name: str) -> bool:
    """Whether the database is as it was made; False for one whose tables a test has changed."""
    try:
        connection = await asyncpg.connect(database_in(server, name))
    except (asyncpg.PostgresError, OSError):
        return False
    try:
        await connection.execute(_END_OTHERS)
        if await connection.fetchval(_SHAPE) != _shapes[name]:
            return False
        return await _empty(connection)
    except asyncpg.PostgresError:
        return False
    finally:
        await connection.close()


async def _empty(connection: asyncpg.Connection) -> bool:
    """Whether no row is left, nor room of one, in which the next test's rows would come to lie in another order.

    To truncate would take every table that points to one of these along, most of all: three times as dear.
    """
    filled = [row["name"] for row in await connection.fetch(_FILLED)]
    if filled:
        deletions = "".join(f"DELETE FROM {name};" for name in filled)
        await connection.execute(f"BEGIN; SET LOCAL session_replication_role = replica; {deletions} COMMIT")
        await connection.execute(f"VACUUM {', '.join(filled)}")
        await connection.execute(_FORGET_SIZES)
    await connection.execute(_COUNT_ANEW)
    return not await connection.fetch(_FILLED)


async def _shape(server: str, name: str) -> str:
    """Changes with every change of the tables."""
    connection = await asyncpg.connect(database_in(server, name))
    try:
        return str(await connection.fetchval(_SHAPE))
    finally:
        await connection.close()
