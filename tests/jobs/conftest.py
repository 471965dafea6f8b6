"""A desk on each kind of database."""

import pytest

from feedbackbot.storage.database import Database
from tests.usecase_runner import Desk


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)
