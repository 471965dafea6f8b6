"""The whole bot, once on each kind of database."""

from collections.abc import AsyncIterator

import pytest

from feedbackbot.storage.database import Database
from tests.builders import talk_in
from tests.no_leak import assert_nobody_is_named
from tests.talk import Clock, Talk, Talker


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def talk(database: Database, clock: Clock) -> AsyncIterator[Talk]:
    made = await talk_in(database, clock)
    yield made
    await assert_nobody_is_named(made)


@pytest.fixture
def ani(talk: Talk) -> Talker:
    return talk.person("Ani")


@pytest.fixture
def budi(talk: Talk) -> Talker:
    return talk.person("Budi")
