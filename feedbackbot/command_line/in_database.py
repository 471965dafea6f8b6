"""One unit of work of a command, committed."""

from collections.abc import Callable
from typing import TypeVar

from feedbackbot.settings import Settings
from feedbackbot.storage.checked_runtime import checked_runtime
from feedbackbot.storage.schema import is_current
from feedbackbot.storage.transaction import Transaction

T = TypeVar("T")


async def in_database(settings: Settings, work: Callable[[Transaction], T]) -> T:
    """Raises SettingsError as `checked_runtime` does."""
    async with checked_runtime(settings) as runtime:
        return await runtime.write(work)


async def check_key_of_current(settings: Settings) -> None:
    """For a command that does its work under any key: raises SettingsError where the database is up to date and of another key."""
    if settings.secret_key.get_secret_value() and await is_current(settings.database_url):
        await in_database(settings, lambda tx: None)
