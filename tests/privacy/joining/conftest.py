"""Ani with two chat apps, on each kind of database."""

from collections.abc import AsyncIterator

import pytest

from feedbackbot.storage.database import Database
from tests.builders import talk_in
from tests.talk import OTHER_CHANNEL, Clock, Talk, Talker


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def talk(database: Database, clock: Clock) -> AsyncIterator[Talk]:
    made = await talk_in(database, clock)
    made.other_link = lambda payload: f"https://other.example/{payload}"
    yield made


@pytest.fixture
def ani(talk: Talk) -> Talker:
    return talk.person("Ani")


@pytest.fixture
def ani_there(talk: Talk) -> Talker:
    """The same Ani with another chat app."""
    return talk.person("Ani sana", OTHER_CHANNEL)
