"""Messages that go out in several parts, and files that are uploaded once."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import TypeVar

from feedbackbot.delivery.channel import FILE_NOT_MADE, Attachments, DeliveryStatus, MadeFile, Sent
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.telemetry import get_logger

_log = get_logger(__name__)
T = TypeVar("T")
# A later part is tried again on the spot this often, if the wait is no longer than this many seconds: handing the message back would
# send its first parts twice.
_MORE_TRIES = 3
_LONGEST_WAIT = 10.0
_SHORT_WAIT = 1.0


async def send_in_order(parts: Sequence[T], send: Callable[[T], Awaitable[Sent]]) -> Sent:
    """The outcome of the last part; of the first that failed, if one did. A message of which only some parts arrived may have arrived:
    its fate is never "later"."""
    sent = Sent(DeliveryStatus.REJECTED, reason="empty")
    for number, part in enumerate(parts):
        sent = await send(part) if number == 0 else await _a_later_one(part, send)
        if sent.fate is not DeliveryStatus.SENT:
            if number and sent.fate is DeliveryStatus.LATER:
                return Sent(DeliveryStatus.UNKNOWN, reason=f"partly-{sent.reason}")
            return sent
    return sent


async def _a_later_one(part: T, send: Callable[[T], Awaitable[Sent]]) -> Sent:
    sent = await send(part)
    for _ in range(_MORE_TRIES):
        wait = _SHORT_WAIT if sent.retry_after is None else sent.retry_after
        if sent.fate is not DeliveryStatus.LATER or wait > _LONGEST_WAIT:
            break
        await asyncio.sleep(wait)
        sent = await send(part)
    return sent


class UploadLocks:
    """Files of one key are uploaded one at a time: the second finds the id of the first."""

    def __init__(self) -> None:
        self._locks: dict[str, tuple[asyncio.Lock, int]] = {}

    @asynccontextmanager
    async def of(self, key: str | None) -> AsyncIterator[None]:
        """The lock is forgotten with the last who waits for it."""
        if key is None:
            yield
            return
        lock, users = self._locks.get(key, (asyncio.Lock(), 0))
        self._locks[key] = (lock, users + 1)
        try:
            async with lock:
                yield
        finally:
            _, users = self._locks.pop(key)
            if users > 1:
                self._locks[key] = (lock, users - 1)


async def made_file(attachments: Attachments, attachment: Attachment) -> MadeFile | Sent:
    """The file to upload, or what becomes of the message where it cannot be made."""
    try:
        return await attachments.make(attachment)
    except LookupError:
        return Sent(DeliveryStatus.REJECTED, reason="attachment-unknown")
    except Exception as problem:
        # whatever keeps a chart from being drawn, the message was not sent and may be tried again
        _log.error("attachment not made", source=attachment.source, problem=type(problem).__name__)
        return Sent(DeliveryStatus.LATER, reason=FILE_NOT_MADE)
