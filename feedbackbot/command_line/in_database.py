"""One unit of work of a command, committed."""

from collections.abc import Callable
from typing import TypeVar

from feedbackbot.errors import SettingsError
from feedbackbot.settings import Settings
from feedbackbot.storage.runtime import open_runtime
from feedbackbot.storage.schema import is_current
from feedbackbot.storage.transaction import Transaction

T = TypeVar("T")


async def in_database(settings: Settings, work: Callable[[Transaction], T]) -> T:
    """Raises SettingsError where the key is missing or the database is not up to date."""
    settings.require_key()
    if not await is_current(settings.database_url):
        raise SettingsError("the database is not up to date: run `python bot.py migrate` first")
    async with open_runtime(settings) as runtime:
        return await runtime.write(work)
