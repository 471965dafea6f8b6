"""Runs an assistant until it is told to stop."""

import asyncio
import signal

from feedbackbot.errors import SettingsError
from feedbackbot.storage.schema import is_current
from feedbackbot.telemetry import get_logger
from feedbackbot.wiring import Assistant

_log = get_logger(__name__)


async def run(assistant: Assistant, *, webhook: bool) -> None:
    """Start, wait for SIGTERM or SIGINT, stop in order. Raises SettingsError for what must be mended before."""
    settings = assistant.runtime.settings
    if webhook:
        if not settings.public_url.startswith("https://") and not settings.telegram_api_url.startswith(
            "http://127.0.0.1"
        ):
            raise SettingsError(
                "FEEDBACKBOT_PUBLIC_URL must be the https address of this server for --webhook"
            )
        if not settings.webhook_secret.get_secret_value():
            raise SettingsError("FEEDBACKBOT_WEBHOOK_SECRET is missing: --webhook needs it")
    if not await is_current(settings.database_url):
        raise SettingsError("the database is not up to date: run `python bot.py migrate` first")
    stop = asyncio.Event()
    for signum in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(signum, stop.set)
    starting = asyncio.create_task(_start(assistant, webhook=webhook))
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({starting, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if starting.done():
            starting.result()
            await stopping
    finally:
        starting.cancel()
        stopping.cancel()
        await assistant.stop()


async def _start(assistant: Assistant, *, webhook: bool) -> None:
    """May take as long as the chat service is away."""
    await assistant.start(webhook=webhook)
    try:
        await assistant.publish_commands()
    except Exception as problem:
        # the commands work unlisted too
        _log.warning("commands could not be listed", problem=type(problem).__name__)
