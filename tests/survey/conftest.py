"""The same people and clock as in every talk."""

import pytest

from feedbackbot.storage.database import Database
from feedbackbot.usecases.units.city_file import load_city
from feedbackbot.usecases.units.load_city_units import load_city_units
from tests.conversations.conftest import ani, budi, clock, talk
from tests.usecase_runner import Desk

__all__ = ["ani", "budi", "clock", "talk"]


@pytest.fixture
async def desk(database: Database) -> Desk:
    made = Desk(database)
    await made.do(load_city_units, load_city(made.settings))
    return made
