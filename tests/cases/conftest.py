"""The whole bot with a staffed registry office; whatever a test does, no officer or admin may learn who a citizen is."""

from collections.abc import AsyncIterator

import pytest

from feedbackbot.storage.database import Database
from tests.builders import talk_in
from tests.cases.office import Office, staffed
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
async def office(talk: Talk) -> Office:
    return await staffed(talk)


@pytest.fixture
def ani(talk: Talk) -> Talker:
    return talk.person("Ani")


@pytest.fixture
def budi(talk: Talk) -> Talker:
    return talk.person("Budi")
