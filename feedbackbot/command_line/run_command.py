"""`bot.py run`, without Typer: it stays in memory for months, and two megabytes of command line are no use to it."""

import asyncio
import sys
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path

from feedbackbot.dialogue.conversation import Conversation
from feedbackbot.errors import DatabaseAway, SettingsError


def run(conversations: Sequence[Conversation], home: str, *, webhook: bool) -> int:
    """Until SIGTERM or Ctrl-C. The exit code: 2 where something outside the program is wrong, which is said in one line."""
    from feedbackbot import running, wiring
    from feedbackbot.settings import load_settings
    from feedbackbot.telemetry import set_up_logging

    async def work() -> None:
        settings = load_settings()
        set_up_logging(settings.log_format, settings.log_level)
        await running.run(lambda: wiring.assemble(settings, conversations, home), webhook=webhook)

    return _carried_out(work)


def run_many(conversations: Sequence[Conversation], home: str, file: str, *, webhook: bool) -> int:
    """The same for all cities of a file."""
    from feedbackbot import many_cities, wiring
    from feedbackbot.settings import load_settings
    from feedbackbot.settings.cities import read_cities
    from feedbackbot.telemetry import set_up_logging

    async def work() -> None:
        settings = load_settings()
        set_up_logging(settings.log_format, settings.log_level)
        await many_cities.run_cities(
            read_cities(Path(file)),
            lambda own, shared: wiring.assemble(own, conversations, home, shared=shared),
            webhook=webhook,
        )

    return _carried_out(work)


def _carried_out(work: Callable[[], Coroutine[None, None, None]]) -> int:
    try:
        asyncio.run(work())
    except (SettingsError, DatabaseAway) as problem:
        sys.stderr.write(f"bot.py: {problem}\n")
        return 2
    except KeyboardInterrupt:
        return 130
    return 0
