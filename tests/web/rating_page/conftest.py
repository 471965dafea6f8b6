"""The rating page of a city."""

import pytest
from starlette.applications import Starlette

from feedbackbot.storage.database import Database
from feedbackbot.storage.runtime import Runtime
from feedbackbot.web.forms.rating_page import RatingPages
from tests.builders import CATALOGUE, talk_in, test_settings
from tests.talk import Clock, Talk


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def talk(database: Database, clock: Clock) -> Talk:
    return await talk_in(database, clock)


@pytest.fixture
def app(talk: Talk, clock: Clock) -> Starlette:
    settings = test_settings(web_ratings_doubtful=3, web_ratings_most=6)
    runtime = Runtime(talk.database, clock, settings)
    runtime.links.add("telegram", lambda payload: f"https://chat.example/{payload}")
    return Starlette(routes=RatingPages(runtime, CATALOGUE).routes())
