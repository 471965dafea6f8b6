"""This machine's clock against a chat service's, as the header of its answer tells it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from aiohttp import web
from yarl import URL

from feedbackbot.channels.clock_beside import clock_beside
from feedbackbot.channels.http_exchange import HttpExchange
from feedbackbot.channels.service import Finding, Health

HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)


async def found(date: str, way_seconds: float = 0.0) -> list[Finding]:
    """What is said of a service whose answers bear this header; the way there took so long by this machine's clock."""

    async def answer(_: web.BaseRequest) -> web.Response:
        return web.Response(text="{}", headers={"Date": date})

    runner = web.ServerRunner(web.Server(answer))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    exchange = HttpExchange(1)
    await exchange.open()
    await exchange.ask("GET", URL(f"http://127.0.0.1:{runner.addresses[0][1]}/"))
    await exchange.close()
    await runner.cleanup()
    said = exchange.last_date
    assert said is not None
    return list(clock_beside("chat", replace(said, asked_at=said.asked_at - way_seconds)))


def at(apart: timedelta) -> str:
    return format_datetime(datetime.now(UTC) + apart, usegmt=True)


@pytest.mark.parametrize(
    ("apart", "health"),
    [(0 * HOUR, Health.GOOD), (-2 * SECOND, Health.GOOD), (-HOUR, Health.WRONG), (HOUR, Health.WRONG)],
)
async def test_a_clock_that_is_wrong_is_told_in_either_direction(apart: timedelta, health: Health) -> None:
    [finding] = await found(at(apart))
    assert (finding.what, finding.health) == ("chat clock", health)
    assert bool(finding.todo) is (health is Health.WRONG)


async def test_a_slow_way_is_not_a_wrong_clock() -> None:
    [finding] = await found(at(-15 * SECOND), way_seconds=20)
    assert finding.health is Health.GOOD


@pytest.mark.parametrize("header", ["", "yesterday", "Thu, 01 Jan 99999 00:00:00 GMT", "0" * 500])
async def test_a_service_that_tells_no_time_is_not_asked_about(header: str) -> None:
    assert await found(header) == []


def test_a_service_that_was_not_reached_tells_none() -> None:
    assert list(clock_beside("chat", None)) == []
