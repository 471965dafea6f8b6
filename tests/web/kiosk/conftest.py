"""The screen's pages, in this process and on a port."""

from collections.abc import AsyncIterator

import httpx
import pytest
from starlette.applications import Starlette

from feedbackbot.storage.database import open_database
from feedbackbot.storage.runtime import Runtime
from feedbackbot.web.app import create_app
from feedbackbot.web.forms.kiosk_page import KioskPages
from feedbackbot.web.server import WebServer
from tests.builders import CATALOGUE, talk_in
from tests.talk import Clock, Talk


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def talk(sqlite_url: str, clock: Clock) -> AsyncIterator[Talk]:
    database = open_database(sqlite_url)
    yield await talk_in(database, clock, public_url="https://skm.example")
    await database.close()


@pytest.fixture
def app(talk: Talk) -> Starlette:
    return Starlette(routes=KioskPages(Runtime(talk.database, talk.now, talk.settings), CATALOGUE).routes())


@pytest.fixture
async def client(app: Starlette) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://city") as one:
        yield one


# In the browser


@pytest.fixture
async def address(talk: Talk) -> AsyncIterator[str]:
    runtime = Runtime(talk.database, talk.now, talk.settings)
    server = WebServer(create_app(KioskPages(runtime, CATALOGUE).routes()), "127.0.0.1", 0)
    await server.start()
    yield f"http://127.0.0.1:{server.port}"
    await server.stop()
