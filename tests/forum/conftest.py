"""A city with a forum: a head, two moderators, citizens; on both kinds of database."""

from collections.abc import AsyncIterator

import pytest

from feedbackbot.storage.database import Database
from tests.builders import talk_in
from tests.conversations.conftest import ani, budi, clock
from tests.forum.city import City
from tests.no_leak import assert_nobody_is_named
from tests.talk import Clock, Talk

__all__ = ["ani", "budi", "clock"]


@pytest.fixture
async def talk(database: Database, clock: Clock) -> AsyncIterator[Talk]:
    made = await talk_in(database, clock, forum_least_voters=5, public_url="https://kota.example")
    yield made
    await assert_nobody_is_named(made)


@pytest.fixture
async def city(talk: Talk) -> City:
    return await City.founded(talk)
