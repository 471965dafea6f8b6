"""The same people and clock as in every talk."""

from collections.abc import AsyncIterator

import pytest

from feedbackbot.storage.database import Database
from tests.builders import talk_in
from tests.conversations.conftest import ani, budi, clock
from tests.improvement.loop import START
from tests.no_leak import assert_nobody_is_named
from tests.talk import Clock, Talk

__all__ = ["ani", "budi", "clock"]


@pytest.fixture
async def talk(database: Database, clock: Clock) -> AsyncIterator[Talk]:
    clock.now = START
    made = await talk_in(database, clock)
    yield made
    await assert_nobody_is_named(made)
