"""The personnel agency on each kind of database."""

from collections.abc import AsyncIterator

import pytest

from feedbackbot.storage.database import Database
from tests.builders import talk_in
from tests.no_leak import assert_nobody_is_named
from tests.staff.personnel import Personnel
from tests.talk import Clock


@pytest.fixture
async def office(database: Database) -> AsyncIterator[Personnel]:
    clock = Clock()
    talk = await talk_in(database, clock)
    yield Personnel(talk, clock)
    await assert_nobody_is_named(talk)
