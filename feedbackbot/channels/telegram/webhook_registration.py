"""Telling Telegram where to deliver updates, and knowing it when it does."""

import hmac
from collections.abc import Mapping

from feedbackbot.channels.telegram.client import TelegramClient
from feedbackbot.channels.telegram.reading import WANTED

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  the header's name
"""Telegram repeats the secret in this header of each delivery."""


def is_from_telegram(headers: Mapping[str, str], secret: str) -> bool:
    """Whether whoever calls knows the secret. Raises ValueError without one: it would let everybody in."""
    if not secret:
        raise ValueError("a webhook needs a secret")
    return hmac.compare_digest(headers.get(SECRET_HEADER, "").encode(), secret.encode())


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


async def webhook_address(client: TelegramClient) -> str:
    """Where Telegram delivers now; "" where it does not."""
    return (await client.bot.get_webhook_info()).url
