"""A playground with nobody in it, a bot that speaks HTTP to it, and its page in Chromium."""

from collections.abc import AsyncIterator

import httpx
import pytest

from feedbackbot.playground.server import PlaygroundServer, serve
from tests.browser import browser_page
from tests.playground_page.screen import ANI, BUDI, CUT, Bot, Screen


@pytest.fixture
async def server() -> AsyncIterator[PlaygroundServer]:
    async with serve() as running:
        yield running


@pytest.fixture
async def people(server: PlaygroundServer) -> AsyncIterator[httpx.AsyncClient]:
    """The people's side over HTTP."""
    async with httpx.AsyncClient(base_url=server.url, timeout=20) as client:
        yield client


@pytest.fixture
def bot(people: httpx.AsyncClient) -> Bot:
    return Bot(people)


@pytest.fixture
async def screen(server: PlaygroundServer) -> AsyncIterator[Screen]:
    """The page just opened on a server that knew nobody."""
    async with browser_page(server.url) as page:
        await page.locator(".phone").nth(2).wait_for()
        yield Screen(page)


@pytest.fixture
async def started(screen: Screen, people: httpx.AsyncClient) -> Screen:
    """The page after all three have pressed Start."""
    for person in (ANI, BUDI, CUT):
        (await people.post(f"/play/people/{person}/start", json={})).raise_for_status()
    await screen.phone("Cut").get_by_role("combobox").wait_for()
    return screen
