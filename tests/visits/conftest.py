"""A city whose admin gives a unit's application its key."""

import pytest
from starlette.applications import Starlette

from feedbackbot.storage.database import Database
from feedbackbot.storage.runtime import Runtime
from feedbackbot.web.forms.rating_page import RatingPages
from feedbackbot.web.visits.api import VisitApi
from tests.builders import CATALOGUE, grant_roles, talk_in
from tests.cast import Member
from tests.talk import Clock, Talk, Talker


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def talk(database: Database, clock: Clock) -> Talk:
    return await talk_in(database, clock, public_url="https://skm.example", api_visits_per_day=5)


@pytest.fixture
async def admin(talk: Talk) -> Talker:
    return await grant_roles(talk, Member("Zulfikar", ("superadmin",)))


@pytest.fixture
def app(talk: Talk) -> Starlette:
    runtime = Runtime(talk.database, talk.now, talk.settings)
    runtime.links.add("telegram", lambda payload: f"https://chat.example/{payload}")
    return Starlette(
        routes=[*RatingPages(runtime, CATALOGUE).routes(), *VisitApi(runtime, CATALOGUE).routes()]
    )
