"""A bot of toy conversations, and the whole bot."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from feedbackbot.dialogue.directory import Directory
from feedbackbot.dialogue.turn import Dialogue
from tests.builders import CATALOGUE, sqlite_in, talk_in, test_settings
from tests.dialogue import toy
from tests.no_leak import assert_nobody_is_named
from tests.talk import Clock, Talk, Talker


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def toys(tmp_path: Path, clock: Clock) -> AsyncIterator[Talk]:
    database = await sqlite_in(tmp_path)
    yield Talk(database, Dialogue(Directory(toy.ALL, "rumah"), CATALOGUE), test_settings(), clock)
    await database.close()


@pytest.fixture
def ani(toys: Talk) -> Talker:
    return toys.person("Ani")


@pytest.fixture
async def talk(tmp_path: Path, clock: Clock) -> AsyncIterator[Talk]:
    """The whole bot."""
    database = await sqlite_in(tmp_path)
    made = await talk_in(database, clock)
    yield made
    await assert_nobody_is_named(made)
    await database.close()
