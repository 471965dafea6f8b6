"""Telegram as the delivery sees it: a message is the calls that show it, with edits that fall back and files that are uploaded once."""

from dataclasses import replace
from typing import Any

from feedbackbot.channels.in_parts import UploadLocks, made_file, send_in_order
from feedbackbot.channels.telegram.call_errors import CALL_FAILURES, Refused
from feedbackbot.channels.telegram.client import TelegramClient
from feedbackbot.channels.telegram.reading import NAME
from feedbackbot.channels.telegram.refusals import (
    UNKNOWN_TO_SERVER,
    is_not_modified,
    is_stale_file,
    is_uneditable,
    outcome,
)
from feedbackbot.channels.telegram.rendering import Call, calls, without_tones
from feedbackbot.delivery.channel import USUAL, Attachments, DeliveryStatus, Sent
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.message import Outgoing
from feedbackbot.telemetry import get_logger


class Sending:
    """Carries out calls on one bot. Files of one `cache_key` are uploaded one at a time: the second finds the id of the first."""

    def __init__(self, client: TelegramClient, attachments: Attachments) -> None:
        self._client = client
        self._attachments = attachments
        self._uploads = UploadLocks()

    async def all(self, calls: list[Call]) -> Sent:
        """In order, as `send_in_order`."""
        return await send_in_order(calls, self._one)

    async def _one(self, call: Call) -> Sent:
        try:
            if call.attachment is not None:
                return await self._with_file(call, call.attachment)
            return _sent(await self._client.call(call.method, call.parameters))
        except Refused as refusal:
            if call.instead is not None or call.optional:
                uneditable = is_uneditable(refusal.description) or (
                    call.newer and refusal.code in UNKNOWN_TO_SERVER
                )
                if is_not_modified(refusal.description) or (uneditable and call.optional):
                    return Sent(DeliveryStatus.SENT, message_ref=str(call.parameters["message_id"]))
                if uneditable and call.instead is not None:
                    return await self._one(call.instead)
            return outcome(refusal)
        except CALL_FAILURES as failure:
            return outcome(failure)

    async def _with_file(self, call: Call, attachment: Attachment) -> Sent:
        ref = await self._attachments.known_ref(NAME, attachment)
        if ref is None:
            async with self._uploads.of(attachment.cache_key):
                ref = await self._attachments.known_ref(NAME, attachment)
                if ref is None:
                    return await self._upload(call, attachment)
        try:
            return _sent(await self._client.call(call.method, call.parameters | {call.file_field: ref}))
        except Refused as refusal:
            if attachment.source == "received" or not is_stale_file(refusal.description):
                raise
        async with self._uploads.of(attachment.cache_key):
            return await self._upload(call, attachment)

    async def _upload(self, call: Call, attachment: Attachment) -> Sent:
        file = await made_file(self._attachments, attachment)
        if isinstance(file, Sent):
            return file
        result = await self._client.upload(call.method, call.parameters, call.file_field, file)
        if attachment.cache_key is not None and (ref := _file_ref(result)) is not None:
            await self._attachments.remember(NAME, attachment, ref)
        return _sent(result)


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
    for field in ("document", "animation", "video", "voice", "audio"):
        found = found or result.get(field)
    ref = found.get("file_id") if isinstance(found, dict) else None
    return ref if isinstance(ref, str) else None


_log = get_logger(__name__)

_LONGEST_NOTICE = 200
# a person has stopped looking at the button by then
_TAP_ANSWER_WITHIN = 10.0


class TelegramChannel:
    """Implements `Channel`. The client must be open."""

    name = NAME

    def __init__(
        self,
        client: TelegramClient,
        attachments: Attachments,
        *,
        button_styles: bool = True,
        tables: bool = True,
    ) -> None:
        self.can = replace(USUAL, tables=tables)
        self._client = client
        self._button_styles = button_styles
        self._sending = Sending(client, attachments)

    async def send(self, address: str, message: Outgoing) -> Sent:
        """Send or edit; docs/telegram-errors.md tells which failure has which fate."""
        if not (address.isascii() and address.removeprefix("-").isdigit()):
            return Sent(DeliveryStatus.REJECTED, reason="address")
        shown = message if self._button_styles else without_tones(message)
        return await self._sending.all(calls(int(address), shown))

    async def leave(self, group: str, word: str) -> None:
        """The word may be forbidden there; leaving is not."""
        for method, parameters in (("sendMessage", {"text": word}), ("leaveChat", {})):
            try:
                await self._client.call(method, {"chat_id": int(group), **parameters})
            except CALL_FAILURES as failure:
                _log.info("a group refuses", call=method, reason=outcome(failure).reason)

    async def acknowledge(self, tap_id: str, notice: str) -> None:
        """Stop the button from spinning. A failure is not worth a second try: the answer itself comes as a message."""
        parameters = {"callback_query_id": tap_id}
        if notice:
            parameters["text"] = notice[:_LONGEST_NOTICE]
        try:
            await self._client.call("answerCallbackQuery", parameters, _TAP_ANSWER_WITHIN)
        except CALL_FAILURES as failure:
            _log.debug("tap not acknowledged", reason=outcome(failure).reason)
