"""A desk in a city, and a campaign's world on it."""

import pytest

from feedbackbot.storage.database import Database
from feedbackbot.usecases.units.load_city_units import load_city_units
from tests.builders import LHOKSEUMAWE
from tests.campaigns.world import World
from tests.talk import Clock
from tests.usecase_runner import Desk


@pytest.fixture
async def desk(database: Database) -> Desk:
    """Tuesday, 10 o'clock; the city's units are known."""
    made = Desk(database, Clock())
    await made.do(load_city_units, LHOKSEUMAWE)
    return made


@pytest.fixture
async def world(desk: Desk) -> World:
    return await World(desk).built()
