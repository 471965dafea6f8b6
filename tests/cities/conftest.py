"""Databases for two cities, of one kind or the other."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import _DATABASES
from tests.postgres_cluster import postgres_programs


@pytest.fixture(params=["sqlite", "postgresql"])
def two_urls(
    request: pytest.FixtureRequest, pytestconfig: pytest.Config, tmp_path: Path
) -> Iterator[list[str]]:
    databases = pytestconfig.stash[_DATABASES]
    if request.param == "sqlite":
        yield [databases.new_sqlite(tmp_path / f"{name}.db") for name in ("one", "two")]
        return
    if postgres_programs() is None:
        pytest.skip("there is no PostgreSQL here")
    with databases.new_postgres() as one, databases.new_postgres() as two:
        yield [one, two]


@pytest.fixture
def three_files(pytestconfig: pytest.Config, tmp_path: Path) -> dict[str, str]:
    databases = pytestconfig.stash[_DATABASES]
    return {
        name: databases.new_sqlite(tmp_path / f"{name}.db") for name in ("makassar", "jayapura", "langsa")
    }
