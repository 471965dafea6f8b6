"""Databases for every test that wants one: SQLite and PostgreSQL, made by the migrations, thrown away afterwards."""

import gc
import os
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
import structlog
from hypothesis import settings

from feedbackbot.storage.database import Database, open_database
from tests.costs import CostKeeper, costly, name_of
from tests.databases import Databases
from tests.endtoend.bot_process import kill_what_is_left
from tests.postgres_cluster import postgres_programs
from tests.shared_statements import share_statements

_ENOUGH_MEMORY = 2 << 30
_DATABASES = pytest.StashKey[Databases]()
_NO_POSTGRES = "PostgreSQL is not installed: no `postgres` in PATH or /usr/lib/postgresql"

# No example has a deadline: a slow machine is no fault of the product
settings.register_profile("feedbackbot", deadline=None)
settings.load_profile("feedbackbot")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--one-database", action="store_true", help="only SQLite where a test runs on both kinds"
    )
    parser.addoption("--quick", action="store_true", help="without the tests of tests/costly.txt")
    parser.addoption("--costs", action="store_true", help="write tests/costly.txt anew")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Without looking for garbage: 7,000 tests and all modules are made to stay. Afterwards they are taken out of what is looked
    through; else each search in a test (statsmodels asks for one at every call) would go through a million objects of others."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()
        gc.enable()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    too_much = costly() if config.getoption("--quick") else frozenset()
    one_database = config.getoption("--one-database")
    left_out = [
        item for item in items if name_of(item) in too_much or (one_database and _is_on_postgres(item))
    ]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in set(left_out)]


def _is_on_postgres(item: pytest.Item) -> bool:
    of_both = getattr(item, "callspec", None)
    wanted = {"postgres_url", "empty_postgres_url"} & set(getattr(item, "fixturenames", ()))
    return bool(wanted) or (of_both is not None and "postgresql" in of_both.params.values())


def pytest_configure(config: pytest.Config) -> None:
    # what tests start reads the same modules over and over: compiled once they are read twice as fast
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False
    memory = Path("/dev/shm")
    if memory.is_dir() and shutil.disk_usage(memory).free > _ENOUGH_MEMORY:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(memory))
    # structlog's own default draws tracebacks with all their values, which takes longer than most tests
    plain = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    share_statements()
    structlog.configure(processors=[structlog.processors.add_log_level, plain])
    given = getattr(config, "workerinput", None)
    if given is not None:
        databases = Databases(Path(given["databases_folder"]), given["databases_keeper"])
    else:
        folder = Path(tempfile.mkdtemp(prefix="feedbackbot-tests-"))
        folder.chmod(0o755)  # PostgreSQL may run as another user
        databases = Databases(folder, os.getpid())
    config.stash[_DATABASES] = databases
    if config.getoption("--costs"):
        config.pluginmanager.register(CostKeeper(config))


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tells a worker of pytest-xdist what it shares with the others."""
    databases = node.config.stash[_DATABASES]
    node.workerinput["databases_folder"] = str(databases.folder)
    node.workerinput["databases_keeper"] = databases.keeper_pid


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput") and _DATABASES in config.stash:
        config.stash[_DATABASES].close()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if postgres_programs() is None:
        terminalreporter.write_line(f"{_NO_POSTGRES}; the tests that need it were skipped", yellow=True)


@pytest.fixture(autouse=True)
def _no_bot_is_left() -> Iterator[None]:
    yield
    kill_what_is_left()


@pytest.fixture
def sqlite_url(pytestconfig: pytest.Config, tmp_path: Path) -> str:
    """A fresh SQLite file."""
    return pytestconfig.stash[_DATABASES].new_sqlite(tmp_path / "feedbackbot.db")


@pytest.fixture
def postgres_url(pytestconfig: pytest.Config) -> Iterator[str]:
    """A fresh PostgreSQL database."""
    if postgres_programs() is None:
        pytest.skip(_NO_POSTGRES)
    with pytestconfig.stash[_DATABASES].new_postgres() as url:
        yield url


@pytest.fixture
def empty_postgres_url(pytestconfig: pytest.Config) -> Iterator[str]:
    """A PostgreSQL database without any table."""
    if postgres_programs() is None:
        pytest.skip(_NO_POSTGRES)
    with pytestconfig.stash[_DATABASES].new_postgres(migrated=False) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """A fresh database, the test runs once on each kind."""
    wanted = "sqlite_url" if request.param == "sqlite" else "postgres_url"
    return str(request.getfixturevalue(wanted))


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database without any table, the test runs once on each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'empty.db'}"
    return str(request.getfixturevalue("empty_postgres_url"))


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """An open database, the test runs once on each kind."""
    opened = open_database(database_url, synchronous="NORMAL", pool=8)
    yield opened
    await opened.close()
