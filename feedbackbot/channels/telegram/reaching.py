"""The first calls of a bot that starts: Telegram may be away for a while, or refuse what the settings say."""

import asyncio
from collections.abc import Awaitable, Callable

from telegram.error import TelegramError

from feedbackbot.channels.backoff import Backoff
from feedbackbot.channels.telegram.call_errors import Refused
from feedbackbot.errors import SettingsError
from feedbackbot.telemetry import get_logger

_log = get_logger(__name__)


async def until_reached(call: Callable[[], Awaitable[object]], backoff: Backoff | None = None) -> None:
    """Make the call, again and again while Telegram cannot be reached. Raises SettingsError where it will never take it."""
    backoff = backoff or Backoff()
    while True:
        try:
            await call()
            return
        except TelegramError as failure:
            if isinstance(failure, Refused) and failure.code in (401, 404):
                raise SettingsError("FEEDBACKBOT_TELEGRAM_TOKEN is refused by the Bot API server") from None
            if isinstance(failure, Refused) and failure.code == 400:
                raise SettingsError(
                    f"FEEDBACKBOT_PUBLIC_URL is not taken as a webhook: {failure.description}"
                ) from None
            pause = backoff.pause()
            _log.warning(
                "the chat service cannot be reached yet",
                failure=type(failure).__name__,
                again_in=round(pause, 1),
            )
            await asyncio.sleep(pause)
