"""The city that is attacked. Whose turn it is has nothing to do with the kind of database, so one kind is enough here; the tests
that erase run on both."""

from collections.abc import AsyncIterator

import pytest

from feedbackbot.storage.database import open_database
from tests.attacks.world import World, attacked_city
from tests.talk import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def world(sqlite_url: str, clock: Clock) -> AsyncIterator[World]:
    database = open_database(sqlite_url, synchronous="OFF", pool=2)
    yield await attacked_city(database, clock)
    await database.close()
