"""The city that is attacked. Whose turn it is has nothing to do with the kind of database, so one kind is enough here; the tests
that erase run on both."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.attacks.ready_world import world_in
from tests.attacks.rewindable import RewindableDatabase
from tests.attacks.world import World
from tests.talk import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def rewindable(sqlite_url: str, clock: Clock) -> AsyncIterator[tuple[RewindableDatabase, World]]:
    """The attacked city, and the database in which it lies and goes back."""
    database, world = await world_in(Path(sqlite_url.removeprefix("sqlite:///")), clock)
    yield database, world
    await database.close()


@pytest.fixture
def world(rewindable: tuple[RewindableDatabase, World]) -> World:
    return rewindable[1]
