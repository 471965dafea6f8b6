"""A playground of its own for each test, Ani who has started the bot, and a bot to speak with."""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from telegram import Bot

from feedbackbot.playground.city import Playground
from feedbackbot.playground.person import Person


class Wire:
    """The Bot API spoken by hand: what `telegram.Bot` would not send, and the answer as it came."""

    def __init__(self, city: Playground, session: aiohttp.ClientSession) -> None:
        self.city = city
        self.session = session

    async def calls(self, method: str, token: str | None = None, **values: Any) -> dict[str, Any]:
        """The whole JSON answer."""
        address = f"{self.city.api_url}{token or self.city.token}/{method}"
        async with self.session.post(address, json=values) as answer:
            body: dict[str, Any] = await answer.json()
            assert answer.status == body.get("error_code", 200)
            return body

    async def result(self, method: str, **values: Any) -> Any:
        """The result of a call that must succeed."""
        body = await self.calls(method, **values)
        assert body["ok"], body
        return body["result"]

    async def refusal(self, method: str, **values: Any) -> str:
        """The words with which a call was refused."""
        body = await self.calls(method, **values)
        assert not body["ok"], body
        return str(body["description"])


@pytest.fixture
async def city() -> AsyncIterator[Playground]:
    async with Playground() as city:
        yield city


@pytest.fixture
async def wire(city: Playground) -> AsyncIterator[Wire]:
    async with aiohttp.ClientSession() as session:
        yield Wire(city, session)


@pytest.fixture
async def ani(city: Playground) -> Person:
    ani = await city.person("Ani")
    await ani.starts()
    return ani


@pytest.fixture
async def bot(city: Playground) -> AsyncIterator[Bot]:
    async with Bot(city.token, base_url=city.api_url, base_file_url=city.file_url) as bot:
        yield bot
