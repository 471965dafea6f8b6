"""Making the calls of one message: files that are uploaded once a month, several parts in order."""

from dataclasses import replace
from typing import Any, Final

from feedbackbot.channels.in_parts import UploadLocks, made_file, send_in_order
from feedbackbot.channels.whatsapp.addresses import NAME
from feedbackbot.channels.whatsapp.client import CALL_FAILURES, GraphClient, GraphRefused
from feedbackbot.channels.whatsapp.linking import Texts, is_taken, linked
from feedbackbot.channels.whatsapp.refusals import BAD_FILE, outcome
from feedbackbot.channels.whatsapp.rendering import Part
from feedbackbot.delivery.channel import Attachments, DeliveryStatus, MadeFile, Sent
from feedbackbot.dialogue.attachment import Attachment

_PLAIN_TEXTS: Final = frozenset({"text/calendar", "application/json", "text/csv", "text/markdown"})


class Sending:
    """Carries out parts on one sender."""

    def __init__(self, client: GraphClient, attachments: Attachments) -> None:
        self._client = client
        self._attachments = attachments
        self._uploads = UploadLocks()

    async def all(self, to: dict[str, str], parts: list[Part], row: int, t: Texts) -> Sent:
        """In order, as `send_in_order`. `row` comes back with everything that is told of the message later: only so is an answer that got
        lost made up for. A file of a kind that the service does not take goes as an address, in words of `t`."""
        parts = [shown for part in parts for shown in await self._with_links(part, t)]
        last = len(parts) - 1
        numbered = [(part, _callback(row, is_last=place == last)) for place, part in enumerate(parts)]

        async def send(one: tuple[Part, dict[str, str]]) -> Sent:
            part, callback = one
            return await self._one({**to, **callback}, part)

        return await send_in_order(numbered, send)

    async def _with_links(self, part: Part, t: Texts) -> list[Part]:
        if part.attachment is None or is_taken(part.attachment.name):
            return [part]
        link = await self._attachments.link(part.attachment)
        return [part] if link is None else linked(part, link, t)

    async def _one(self, envelope: dict[str, str], part: Part) -> Sent:
        try:
            if part.attachment is not None:
                return await self._with_file(envelope, part, part.attachment)
            return await self._send(envelope, part)
        except CALL_FAILURES as failure:
            return outcome(failure)

    async def _with_file(self, envelope: dict[str, str], part: Part, attachment: Attachment) -> Sent:
        ref = await self._attachments.known_ref(NAME, attachment)
        if ref is not None:
            try:
                return await self._send(envelope, part, ref)
            except GraphRefused as refusal:
                if refusal.code != BAD_FILE:  # an id that is no longer good looks like a bad file
                    raise
        async with self._uploads.of(attachment.cache_key):
            known = await self._attachments.known_ref(NAME, attachment)
            if known is not None and known != ref:
                return await self._send(envelope, part, known)
            return await self._upload(envelope, part, attachment)

    async def _upload(self, envelope: dict[str, str], part: Part, attachment: Attachment) -> Sent:
        file = await made_file(self._attachments, attachment)
        if isinstance(file, Sent):
            return file
        ref = await self._client.upload(_as_taken(file))
        await self._attachments.remember(NAME, attachment, ref)
        return await self._send(envelope, part, ref)

    async def _send(self, envelope: dict[str, str], part: Part, file: str = "") -> Sent:
        body: dict[str, Any] = {**envelope, **part.body}
        if file:
            part.place["id"] = file
        return Sent(DeliveryStatus.SENT, message_ref=await self._client.send(body))


def _as_taken(file: MadeFile) -> MadeFile:
    """Calendars, tables and data as text are no kind that the service lists, and plain text is: they go as such, and the message gives
    them their own name again."""
    if file.mime in _PLAIN_TEXTS:
        return replace(file, name=f"{file.name}.txt", mime="text/plain")
    return file


def _callback(row: int, *, is_last: bool) -> dict[str, str]:
    return {"biz_opaque_callback_data": f"{row}{'' if is_last else '+'}"} if row else {}
