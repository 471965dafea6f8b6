"""Runs an assistant until it is told to stop."""

import asyncio
import contextlib
import gc
import signal
import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from types import FrameType
from typing import Final

from feedbackbot.assistant import Assistant
from feedbackbot.errors import SettingsError
from feedbackbot.settings import Settings
from feedbackbot.storage.pipeline.canary import keep_canary
from feedbackbot.storage.restoring_postgres import refuse_half_restored
from feedbackbot.storage.schema import in_transaction, is_current
from feedbackbot.storage.sqlite_file import open_folder, refuse_unsound, sqlite_file
from feedbackbot.telemetry import get_logger
from feedbackbot.told_to_stop import is_told_to_stop, remember_to_stop

_log = get_logger(__name__)
_YOUNG_OBJECTS: Final = 5_000
"""So many more than were given back, some hundred turns' worth, and the collector looks through the young ones; Python's own is 700."""


async def run(assemble: Callable[[], Assistant], *, webhook: bool) -> None:
    """Start, wait for SIGTERM or SIGINT, stop in order within ten seconds, also while still starting. Raises SettingsError for what must
    be mended before."""
    with stop_when_told() as stop:

        async def serve() -> None:
            leave_what_stays_uncollected()
            await stop.wait()

        if not stop.is_set():
            await live(assemble(), stop, serve, webhook=webhook)


@contextlib.contextmanager
def stop_when_told() -> Iterator[asyncio.Event]:
    """Set at SIGTERM or SIGINT, or already, where one came before; the process ends by force where the order then takes too long.

    Not by the loop's own handlers: where many threads have news for a loop that is busy, its pipe is full, and the signal would be lost.
    """
    stop, loop = asyncio.Event(), asyncio.get_running_loop()

    def told(signum: int, frame: FrameType | None) -> None:
        remember_to_stop()
        loop.call_soon_threadsafe(stop.set)

    before = {signum: signal.signal(signum, told) for signum in (signal.SIGINT, signal.SIGTERM)}
    if is_told_to_stop():
        stop.set()
    try:
        yield stop
    finally:
        for signum, handler in before.items():
            signal.signal(signum, handler)


def leave_what_stays_uncollected() -> None:
    """To be called once, when the program has been read: Python's collector of garbage need not look through its 200,000 objects again
    and again, which took up to a third of a turn. What comes later is collected as ever, in larger heaps."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG_OBJECTS)


async def live(
    assistant: Assistant, stop: asyncio.Event, serve: Callable[[], Awaitable[object]], *, webhook: bool
) -> None:
    """Start, `serve` until that returns, and stop in order, also where `stop` is set while it still starts. Raises what kept it from
    starting."""
    starting = asyncio.create_task(_start(assistant, webhook=webhook))
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({starting, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if starting.done():
            starting.result()
            await serve()
    finally:
        stopping.cancel()
        starting.cancel()
        await asyncio.wait([starting], timeout=1)
        await (assistant.stop() if assistant.begun else assistant.runtime.database.close())


async def _start(assistant: Assistant, *, webhook: bool) -> None:
    """May take as long as the chat service is away."""
    settings = assistant.runtime.settings
    if webhook:
        _refuse_webhook(settings)
    await _refuse_database(assistant)
    await assistant.start(webhook=webhook)
    try:
        await assistant.publish_commands()
    except Exception as problem:
        # the commands work unlisted too
        _log.warning("commands could not be listed", problem=type(problem).__name__)


def _refuse_webhook(settings: Settings) -> None:
    if not settings.telegram_token.get_secret_value():
        return
    if not settings.public_url.startswith("https://") and not settings.telegram_api_url.startswith(
        "http://127.0.0.1"
    ):
        raise SettingsError("FEEDBACKBOT_PUBLIC_URL must be the https address of this server for --webhook")
    if not settings.webhook_secret.get_secret_value():
        raise SettingsError("FEEDBACKBOT_WEBHOOK_SECRET is missing: --webhook needs it")


async def _refuse_database(assistant: Assistant) -> None:
    """One that is damaged, half restored, of another release, or made with another key."""
    settings = assistant.runtime.settings
    await _refuse_damage(settings.database_url)
    if sqlite_file(settings.database_url) is None:
        from feedbackbot.storage.postgres_at_start import (
            refuse_unsaid_pooler,
        )  # with the driver, which SQLite does not need

        await refuse_unsaid_pooler(settings.database_url)
    if not await is_current(settings.database_url):
        raise SettingsError("the database is not up to date: run `python bot.py migrate` first")
    file = sqlite_file(settings.database_url)
    if file is None:
        await in_transaction(settings.database_url, refuse_half_restored)
        await _look_at_postgres(settings)
    elif told := open_folder(file):
        _log.warning(told)
    await assistant.runtime.write(keep_canary)


async def _look_at_postgres(settings: Settings) -> None:
    from feedbackbot.storage.postgres_at_start import warnings_at_start

    for warning in await warnings_at_start(settings.database_url, settings.database_pool):
        _log.warning(warning)


async def _refuse_damage(url: str) -> None:
    """In a thread, as it reads the whole file; cut short when this is cancelled."""
    opened: list[sqlite3.Connection] = []
    try:
        await asyncio.to_thread(refuse_unsound, url, opened.append)
    except asyncio.CancelledError:
        with contextlib.suppress(sqlite3.Error):
            for connection in opened:
                connection.interrupt()
        raise
