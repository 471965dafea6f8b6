"""A bot that is told to stop, or is not ready yet."""

import asyncio
import time
from collections.abc import Callable

import aiohttp

from feedbackbot.told_to_stop import HARD_STOP_SECONDS
from tests.endtoend.bot_process import BotProcess


async def until(holds: Callable[[tuple[int, dict[str, str]]], bool], bot: BotProcess) -> dict[str, str]:
    while not holds(found := await readiness(bot)):
        await asyncio.sleep(0.2)
    return found[1]


def not_ready(found: tuple[int, dict[str, str]]) -> bool:
    return found[0] == 503


async def stops_in_time(bot: BotProcess) -> int:
    """Exits by itself, in order (0). Only where the machine is so slow that the order took longer than a service manager waits, the
    process cuts it short (1): that is in time as well."""
    began = time.monotonic()
    code = await bot.stop()
    cut_short = code == 1 and time.monotonic() - began >= HARD_STOP_SECONDS
    return 0 if cut_short else code


async def readiness(bot: BotProcess) -> tuple[int, dict[str, str]]:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"http://127.0.0.1:{bot.port}/health/ready") as answer,
    ):
        return answer.status, await answer.json()
