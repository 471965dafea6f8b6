"""Files by recipe: made when a message is sent, uploaded once."""

import hashlib
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta

from feedbackbot.delivery.channel import FileLink, MadeFile
from feedbackbot.delivery.file_links import FileLinks
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.file_sources import RECEIVED
from feedbackbot.errors import DatabaseAway
from feedbackbot.storage.pipeline.media import find_media, keep_media
from feedbackbot.storage.runtime import Runtime
from feedbackbot.telemetry import get_logger

_log = get_logger(__name__)
_LONGEST_KEY = 160
Maker = Callable[[Attachment], Awaitable[MadeFile]]


class AttachmentStore:
    """Implements `Attachments` with one maker per source."""

    def __init__(
        self,
        runtime: Runtime,
        makers: Mapping[str, Maker],
        *,
        instance: str,
        sends_on: Callable[[str], bool] = lambda _: True,
        good_for: timedelta | None = None,
    ) -> None:
        """`sends_on` tells of a received file whether its own id will do; `good_for`: how long the id of an uploaded one lasts."""
        self._sends_on = sends_on
        self._good_for = good_for
        self._runtime = runtime
        self._makers = makers
        self._links = FileLinks(runtime)
        # ids belong to one bot: another token cannot use them
        self._instance = instance

    async def known_ref(self, channel: str, attachment: Attachment) -> str | None:
        if attachment.source == RECEIVED and self._sends_on(str(attachment.args["ref"])):
            return str(attachment.args["ref"])
        key, good_for = self._key(attachment), self._good_for
        if key is None:
            return None
        try:
            return await self._runtime.read(
                lambda tx: find_media(tx, channel, key, None if good_for is None else tx.now - good_for)
            )
        except DatabaseAway:
            return None  # uploading it once more is dearer, not wrong

    async def make(self, attachment: Attachment) -> MadeFile:
        maker = self._makers.get(attachment.source)
        if maker is None:
            raise LookupError(f"nobody makes {attachment.source!r}")
        return await maker(attachment)

    async def remember(self, channel: str, attachment: Attachment, ref: str) -> None:
        """Never raises: the message has arrived, whatever becomes of this."""
        key = self._key(attachment)
        if key is None or (attachment.source == RECEIVED and self._sends_on(str(attachment.args["ref"]))):
            return
        try:
            await self._runtime.write(lambda tx: keep_media(tx, channel, key, ref))
        except Exception as problem:
            _log.warning("an uploaded file could not be remembered", problem=type(problem).__name__)

    async def link(self, attachment: Attachment) -> FileLink | None:
        try:
            return await self._links.link(attachment)
        except DatabaseAway:
            return None  # it goes as it is

    def _key(self, attachment: Attachment) -> str | None:
        """None for what is made anew each time."""
        cache_key = attachment.cache_key
        if attachment.source == RECEIVED:
            cache_key = f"received:{attachment.args['ref']}"
        if cache_key is None:
            return None
        key = f"{self._instance}:{cache_key}"
        return key if len(key) <= _LONGEST_KEY else hashlib.sha256(key.encode()).hexdigest()
