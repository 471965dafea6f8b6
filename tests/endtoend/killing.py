"""The bot is killed again and again while people use it."""

import asyncio
import random
from collections.abc import Callable
from typing import Any

from tests.endtoend.bot_process import BotProcess


async def kills_while(
    using: asyncio.Future[Any],
    bot: BotProcess,
    chance: random.Random,
    *,
    taps: Callable[[], int],
    most_taps: int,
    most_kills: int,
    start_within: float | None = None,
) -> int:
    """How often it was killed, and started again, before they were done.

    By how far they are (`taps`), not by the clock: so a slow machine gets on between two kills, and a fast one is killed as often.
    """
    kills = 0
    for due in sorted(chance.sample(range(most_taps), most_kills)):
        while taps() < due and not using.done():
            await asyncio.sleep(0.005)
        await asyncio.sleep(chance.uniform(0.02, 0.4))
        if using.done():
            break
        await bot.kill()
        kills += 1
        await (bot.start() if start_within is None else bot.start(start_within))
    return kills
