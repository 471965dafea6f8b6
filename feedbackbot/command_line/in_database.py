"""One unit of work of a command, committed."""

from collections.abc import Callable
from typing import TypeVar

from feedbackbot.settings import Settings
from feedbackbot.storage.checked_runtime import checked_runtime
from feedbackbot.storage.transaction import Transaction

T = TypeVar("T")


async def in_database(settings: Settings, work: Callable[[Transaction], T]) -> T:
    """Raises SettingsError as `checked_runtime` does."""
    async with checked_runtime(settings) as runtime:
        return await runtime.write(work)
