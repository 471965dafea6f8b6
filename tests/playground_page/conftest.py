"""A playground with nobody in it, a bot that speaks HTTP to it, and its page in Chromium: one for all, so they share a loop too."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
import pytest_asyncio

from feedbackbot.playground.server import PlaygroundServer, serve
from tests.browser import browser_page, one_browser
from tests.playground_page.screen import ANI, BUDI, CUT, Bot, Screen

_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if _HERE in item.path.parents and pytest_asyncio.is_async_test(item):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest_asyncio.fixture(loop_scope="session", scope="session", autouse=True)
async def _one_browser() -> AsyncIterator[None]:
    async with one_browser():
        yield


@pytest_asyncio.fixture(loop_scope="session")
async def server() -> AsyncIterator[PlaygroundServer]:
    async with serve() as running:
        yield running


@pytest_asyncio.fixture(loop_scope="session")
async def people(server: PlaygroundServer) -> AsyncIterator[httpx.AsyncClient]:
    """The people's side over HTTP."""
    async with httpx.AsyncClient(base_url=server.url, timeout=20) as client:
        yield client


@pytest.fixture
def bot(people: httpx.AsyncClient) -> Bot:
    return Bot(people)


@pytest_asyncio.fixture(loop_scope="session")
async def screen(server: PlaygroundServer) -> AsyncIterator[Screen]:
    """The page just opened on a server that knew nobody."""
    async with browser_page(server.url) as page:
        await page.locator(".phone").nth(2).wait_for()
        yield Screen(page)


@pytest_asyncio.fixture(loop_scope="session")
async def started(screen: Screen, people: httpx.AsyncClient) -> Screen:
    """The page after all three have pressed Start."""
    for person in (ANI, BUDI, CUT):
        (await people.post(f"/play/people/{person}/start", json={})).raise_for_status()
    await screen.phone("Cut").get_by_role("combobox").wait_for()
    return screen
