"""The whole bot in one database."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.builders import sqlite_in, talk_in
from tests.talk import Clock, Talk


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def talk(tmp_path: Path, clock: Clock) -> AsyncIterator[Talk]:
    database = await sqlite_in(tmp_path)
    yield await talk_in(database, clock)
    await database.close()
