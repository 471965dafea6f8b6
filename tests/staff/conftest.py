"""The personnel agency on each kind of database."""

import pytest

from feedbackbot.storage.database import Database
from tests.builders import talk_in
from tests.staff.office import Office
from tests.talk import Clock


@pytest.fixture
async def office(database: Database) -> Office:
    clock = Clock()
    return Office(await talk_in(database, clock), clock)
