"""The public pages of a city with two half years of ratings."""

from collections.abc import AsyncIterator

import pytest
from starlette.applications import Starlette

from feedbackbot.reports.render_process import RenderProcess
from feedbackbot.storage.database import Database
from feedbackbot.storage.runtime import Runtime
from feedbackbot.web.reports.routes import ResultPages
from tests.builders import CATALOGUE, test_settings
from tests.talk import Clock
from tests.web.results import fill


@pytest.fixture
async def app(database: Database) -> AsyncIterator[Starlette]:
    clock, render = Clock(), RenderProcess()
    await fill(database, clock)
    yield Starlette(routes=ResultPages(Runtime(database, clock, test_settings()), CATALOGUE, render).routes())
    await render.close()
