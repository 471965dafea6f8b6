"""A desk on each kind of database."""

import pytest

from feedbackbot.storage.database import Database
from tests.desk import Desk


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)
