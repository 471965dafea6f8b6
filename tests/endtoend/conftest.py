"""The demo, where a test wants it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

import conversations
from feedbackbot.clock import ShiftedClock
from feedbackbot.playground.city import Playground
from feedbackbot.playground.demo import appoint, demo_settings, follow_clock
from feedbackbot.usecases.units.prepare_database import prepare_database
from feedbackbot.wiring import assemble
from tests.endtoend.demo import Demo


@pytest.fixture
async def demo(tmp_path: Path) -> AsyncIterator[Demo]:
    async with Playground(token="1:PLAYdemo", patience=30) as city:
        settings = demo_settings(city, tmp_path)
        await prepare_database(settings)
        clock = ShiftedClock()
        bot = assemble(settings, conversations.ALL, conversations.HOME, now=clock)
        await bot.start(serve_web=False)
        try:
            admin = await city.person("Cut", phone="+6281260000003", role_hint="admin")
            await appoint(admin, bot)
            follow_clock(city, clock)
            yield Demo(city, bot, clock, admin)
        finally:
            await bot.stop()
