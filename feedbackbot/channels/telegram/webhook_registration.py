"""Telling Telegram where to deliver updates."""

from feedbackbot.channels.telegram.client import TelegramClient
from feedbackbot.channels.telegram.reading import WANTED

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  the header's name
"""Telegram repeats the secret in this header of each delivery; compare in constant time."""


async def register_webhook(
    client: TelegramClient, public_url: str, path: str, secret: str, connections: int = 40
) -> None:
    """Updates go to `public_url` + `path` from now on, over at most `connections` (1 to 100) at a time. What waits is kept.

    Raises `telegram.error.TelegramError`, for example `Refused` for an address that Telegram does not take.
    """
    await client.bot.set_webhook(
        public_url.rstrip("/") + path,
        secret_token=secret,
        allowed_updates=WANTED,
        max_connections=connections,
        drop_pending_updates=False,
    )


async def remove_webhook(client: TelegramClient) -> None:
    """Must go before polling, which Telegram refuses while a webhook is set. What waits is kept."""
    await client.bot.delete_webhook(drop_pending_updates=False)
