"""The bot with its admins and readers, once on each kind of database."""

from collections.abc import AsyncIterator

import pytest

from feedbackbot.storage.database import Database
from tests.broadcast.city import CITY_ADMIN, SECOND_ADMIN, join
from tests.broadcast.staff import employ
from tests.builders import grant_roles, talk_in
from tests.no_leak import assert_nobody_is_named
from tests.talk import Clock, Talk, Talker


@pytest.fixture
def clock() -> Clock:
    """Tuesday, 24 November 2026, 10 o'clock in the city."""
    return Clock()


@pytest.fixture
async def talk(database: Database, clock: Clock) -> AsyncIterator[Talk]:
    made = await talk_in(database, clock, broadcast_approval_above=250)
    yield made
    await assert_nobody_is_named(made)


@pytest.fixture
async def zul(talk: Talk) -> Talker:
    """An admin of the city."""
    return await grant_roles(talk, CITY_ADMIN)


@pytest.fixture
async def rina(talk: Talk) -> Talker:
    """The second admin."""
    return await grant_roles(talk, SECOND_ADMIN)


@pytest.fixture
async def ani(talk: Talk) -> Talker:
    return await join(talk, "Ani")


@pytest.fixture
async def budi(talk: Talk) -> Talker:
    return await join(talk, "Budi")


@pytest.fixture
async def staff(talk: Talk) -> dict[str, int]:
    return {
        "Fajar": await employ(talk, "Fajar"),
        "Nurul": await employ(talk, "Nurul", at="bpbd", rank="IV"),
        "Hasan": await employ(talk, "Hasan", kind="pppk", rank="IX"),
        "Lepas": await employ(talk, "Lepas", linked=False),
    }
