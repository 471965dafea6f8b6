"""A desk on each kind of database, and a bot at work on it."""

from collections.abc import AsyncIterator

import pytest

from feedbackbot.storage.database import Database
from tests.delivery.pipeline import Bot, running
from tests.usecase_runner import Desk


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


@pytest.fixture
async def bot(desk: Desk) -> AsyncIterator[Bot]:
    async with running(desk) as started:
        yield started
