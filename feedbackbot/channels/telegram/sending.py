"""Making the calls of one message: edits that fall back, files that are uploaded once, several parts in order."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from feedbackbot.channels.telegram.call_errors import CALL_FAILURES, Refused
from feedbackbot.channels.telegram.client import TelegramClient
from feedbackbot.channels.telegram.reading import NAME
from feedbackbot.channels.telegram.refusals import is_not_modified, is_stale_file, is_uneditable, outcome
from feedbackbot.channels.telegram.rendering import Call
from feedbackbot.delivery.channel import FILE_NOT_MADE, Attachments, DeliveryStatus, Sent
from feedbackbot.dialogue.message import Attachment
from feedbackbot.telemetry import get_logger

_log = get_logger(__name__)

# A later part of a long message is tried again on the spot this often, if the wait is no longer than this many seconds:
# handing the message back would send its first parts twice.
_MORE_TRIES = 3
_LONGEST_WAIT = 10.0
_SHORT_WAIT = 1.0


class Sending:
    """Carries out calls on one bot. Files of one `cache_key` are uploaded one at a time: the second finds the id of the first."""

    def __init__(self, client: TelegramClient, attachments: Attachments) -> None:
        self._client = client
        self._attachments = attachments
        self._uploads: dict[str, tuple[asyncio.Lock, int]] = {}

    async def all(self, calls: list[Call]) -> Sent:
        """The outcome of the last call; of the first that failed, if one did. A message of which only some parts arrived may have
        arrived: its fate is never "later"."""
        sent = Sent(DeliveryStatus.REJECTED, reason="empty")
        for number, call in enumerate(calls):
            sent = await self._one(call) if number == 0 else await self._one_of_several(call)
            if sent.fate is not DeliveryStatus.SENT:
                if number and sent.fate is DeliveryStatus.LATER:
                    return Sent(DeliveryStatus.UNKNOWN, reason=f"partly-{sent.reason}")
                return sent
        return sent

    async def _one_of_several(self, call: Call) -> Sent:
        sent = await self._one(call)
        for _ in range(_MORE_TRIES):
            wait = _SHORT_WAIT if sent.retry_after is None else sent.retry_after
            if sent.fate is not DeliveryStatus.LATER or wait > _LONGEST_WAIT:
                break
            await asyncio.sleep(wait)
            sent = await self._one(call)
        return sent

    async def _one(self, call: Call) -> Sent:
        try:
            if call.attachment is not None:
                return await self._with_file(call, call.attachment)
            return _sent(await self._client.call(call.method, call.parameters))
        except Refused as refusal:
            if call.instead is not None:
                if is_not_modified(refusal.description):
                    return Sent(DeliveryStatus.SENT, message_ref=str(call.parameters["message_id"]))
                if is_uneditable(refusal.description):
                    return await self._one(call.instead)
            return outcome(refusal)
        except CALL_FAILURES as failure:
            return outcome(failure)

    async def _with_file(self, call: Call, attachment: Attachment) -> Sent:
        ref = await self._attachments.known_ref(NAME, attachment)
        if ref is None:
            async with self._upload_of(attachment):
                ref = await self._attachments.known_ref(NAME, attachment)
                if ref is None:
                    return await self._upload(call, attachment)
        try:
            return _sent(await self._client.call(call.method, call.parameters | {call.file_field: ref}))
        except Refused as refusal:
            if attachment.source == "received" or not is_stale_file(refusal.description):
                raise
        async with self._upload_of(attachment):
            return await self._upload(call, attachment)

    async def _upload(self, call: Call, attachment: Attachment) -> Sent:
        try:
            file = await self._attachments.make(attachment)
        except LookupError:
            return Sent(DeliveryStatus.REJECTED, reason="attachment-unknown")
        except Exception as problem:
            # whatever keeps a chart from being drawn, the message was not sent and may be tried again
            _log.error("attachment not made", source=attachment.source, problem=type(problem).__name__)
            return Sent(DeliveryStatus.LATER, reason=FILE_NOT_MADE)
        result = await self._client.upload(call.method, call.parameters, call.file_field, file)
        if attachment.cache_key is not None and (ref := _file_ref(result)) is not None:
            await self._attachments.remember(NAME, attachment, ref)
        return _sent(result)

    @asynccontextmanager
    async def _upload_of(self, attachment: Attachment) -> AsyncIterator[None]:
        """One at a time per file; the lock is forgotten with the last who waits for it."""
        key = attachment.cache_key
        if key is None:
            yield
            return
        lock, users = self._uploads.get(key, (asyncio.Lock(), 0))
        self._uploads[key] = (lock, users + 1)
        try:
            async with lock:
                yield
        finally:
            _, users = self._uploads.pop(key)
            if users > 1:
                self._uploads[key] = (lock, users - 1)


def _sent(result: Any) -> Sent:
    message_id = result.get("message_id") if isinstance(result, dict) else None
    return Sent(DeliveryStatus.SENT, message_ref=None if message_id is None else str(message_id))


def _file_ref(result: Any) -> str | None:
    """The id under which Telegram keeps the file of a message: of the largest size of a photo. What was sent as a document may
    come back as an animation, a video or music."""
    if not isinstance(result, dict):
        return None
    photo = result.get("photo")
    found = photo[-1] if isinstance(photo, list) and photo else None
    for field in ("document", "animation", "video", "audio"):
        found = found or result.get(field)
    ref = found.get("file_id") if isinstance(found, dict) else None
    return ref if isinstance(ref, str) else None
