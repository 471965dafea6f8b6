"""A lost server is announced, found again, and what happened meanwhile is caught up with."""

from collections.abc import AsyncIterator

import pytest_asyncio
from playwright.async_api import expect

from feedbackbot.playground.server import PlaygroundServer, serve
from tests.browser import browser_page
from tests.playground_page.line import Line
from tests.playground_page.screen import ANI, Bot, Screen

NOTICE = "Server latihan tidak menjawab. Halaman ini"


@pytest_asyncio.fixture(loop_scope="session")
async def line(server: PlaygroundServer) -> AsyncIterator[Line]:
    """A line to the server, whole at first."""
    line = Line(server.port)
    await line.join()
    yield line
    await line.cut()


async def test_what_was_missed_on_a_cut_line_is_there_when_it_is_joined(line: Line, bot: Bot) -> None:
    async with browser_page(line.url) as page:
        screen = Screen(page)
        await screen.phone("Ani").get_by_role("button", name="Mulai").click()
        await expect(screen.bubble("Ani", "/start")).to_be_visible()
        await line.cut()
        await expect(page.get_by_text(NOTICE)).to_be_visible()
        await bot.says(ANI, "selama putus")
        await line.join()
        await expect(page.get_by_text(NOTICE)).to_have_count(0)
        await expect(screen.bubble("Ani", "selama putus")).to_have_count(1)
        await bot.says(ANI, "sesudahnya")
        await expect(screen.bubble("Ani", "sesudahnya")).to_have_count(1)
        await expect(screen.bubble("Ani", "/start")).to_have_count(1)


async def test_a_stream_opened_again_goes_on_after_the_last_event(
    line: Line, server: PlaygroundServer
) -> None:
    async with browser_page(line.url) as page:
        screen = Screen(page)
        await screen.phone("Ani").get_by_role("button", name="Mulai").click()
        await expect(screen.bubble("Ani", "/start")).to_be_visible()
        seen = server.world.events.last_id
        async with page.expect_request(lambda request: "last-event-id" in request.headers) as again:
            await line.cut()
        assert (await again.value).headers["last-event-id"] == str(seen)


async def test_a_text_that_could_not_be_sent_stays_in_the_field(line: Line) -> None:
    async with browser_page(line.url) as page:
        screen = Screen(page)
        await screen.phone("Ani").get_by_role("button", name="Mulai").click()
        await screen.phone("Ani").get_by_role("combobox").wait_for()
        await line.cut()
        await screen.write("Ani", "tidak sampai")
        await expect(screen.phone("Ani").get_by_role("status")).to_contain_text(
            "Server latihan tidak menjawab"
        )
        await expect(screen.phone("Ani").get_by_role("combobox")).to_have_value("tidak sampai")


async def test_a_server_that_was_started_anew_is_taken_as_it_is() -> None:
    async with serve() as first:
        port = first.port
        async with browser_page(first.url) as page:
            screen = Screen(page)
            await screen.phone("Ani").get_by_role("button", name="Mulai").click()
            await expect(screen.bubble("Ani", "/start")).to_be_visible()
            await first.stop()
            async with serve(port):
                await expect(screen.bubble("Ani", "/start")).to_have_count(0)
                await screen.phone("Ani").get_by_role("button", name="Mulai").click()
                await expect(screen.bubble("Ani", "/start")).to_be_visible()
