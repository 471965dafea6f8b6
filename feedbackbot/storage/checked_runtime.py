"""The database of a command: only if it is up to date, and of the key that it was made with."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from feedbackbot.errors import SettingsError
from feedbackbot.settings import Settings
from feedbackbot.storage.pipeline.canary import check_key
from feedbackbot.storage.runtime import Runtime, open_runtime
from feedbackbot.storage.schema import is_current


@asynccontextmanager
async def checked_runtime(settings: Settings) -> AsyncIterator[Runtime]:
    """Closed afterwards. Raises SettingsError where the key is missing or another, or the database is not up to date."""
    settings.require_key()
    if not await is_current(settings.database_url):
        raise SettingsError("the database is not up to date: run `python bot.py migrate` first")
    async with open_runtime(settings) as runtime:
        await runtime.read(check_key)
        yield runtime
