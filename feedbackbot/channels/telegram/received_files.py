"""Fetching a file that a person sent."""

from feedbackbot.channels.raw_values import a_count, a_text
from feedbackbot.channels.telegram.call_errors import CALL_FAILURES, Refused
from feedbackbot.channels.telegram.client import TelegramClient

LARGEST = 20_000_000
"""Bytes: a bot cannot fetch more than 20 MB from Telegram."""


class FileTooLarge(Exception):
    """Over the limit, Telegram's or the caller's."""


class FileUnavailable(Exception):
    """Telegram does not have it any more, or cannot be reached now."""


async def fetch_received_file(client: TelegramClient, ref: str, limit: int = LARGEST) -> bytes:
    """The content of the file `ref` (of `Received`), at most `limit` bytes. Raises `FileTooLarge` or `FileUnavailable`."""
    try:
        described = await client.call("getFile", {"file_id": ref})
        if not isinstance(described, dict):
            raise FileUnavailable
        if (a_count(described, "file_size") or 0) > limit:
            raise FileTooLarge
        path = a_text(described, "file_path", 1024)
        if not path:
            raise FileUnavailable
        content = await client.download(path, limit)
    except Refused as refusal:
        if "too big" in refusal.description.lower():
            raise FileTooLarge from None
        raise FileUnavailable from None
    except CALL_FAILURES:
        raise FileUnavailable from None
    if len(content) > limit:
        raise FileTooLarge
    return content
