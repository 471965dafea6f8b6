"""`bot.py run`, without Typer: it stays in memory for months, and two megabytes of command line are no use to it."""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from feedbackbot.dialogue.conversation import Conversation
from feedbackbot.errors import DatabaseAway, SettingsError

if TYPE_CHECKING:
    from feedbackbot.settings import Settings


def run(conversations: Sequence[Conversation], home: str, *, webhook: bool) -> int:
    """Until SIGTERM or Ctrl-C. The exit code: 2 where something outside the program is wrong, which is said in one line."""
    from feedbackbot import running, wiring

    return _carried_out(
        lambda settings: running.run(lambda: wiring.assemble(settings, conversations, home), webhook=webhook)
    )


def run_many(conversations: Sequence[Conversation], home: str, file: str, *, webhook: bool) -> int:
    """The same for all cities of a file."""
    from feedbackbot import many_cities, wiring
    from feedbackbot.settings.cities import read_cities

    return _carried_out(
        lambda _: many_cities.run_cities(
            read_cities(Path(file)),
            lambda own, shared: wiring.assemble(own, conversations, home, shared=shared),
            webhook=webhook,
        )
    )


def _carried_out(serve: Callable[["Settings"], Awaitable[None]]) -> int:
    from feedbackbot.settings import load_settings
    from feedbackbot.telemetry import set_up_logging

    async def work() -> None:
        settings = load_settings()
        set_up_logging(settings.log_format, settings.log_level)
        await serve(settings)

    try:
        asyncio.run(work())
    except (SettingsError, DatabaseAway) as problem:
        sys.stderr.write(f"bot.py: {problem}\n")
        return 2
    except KeyboardInterrupt:
        return 130
    return 0
