"""A file that a person sent, for somebody in another chat service, or where its own id does not serve for sending."""

import mimetypes
from collections.abc import Awaitable, Callable

from feedbackbot.delivery.attachments import Maker
from feedbackbot.delivery.channel import MadeFile
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.storage.cases.kept_files import kept_file
from feedbackbot.storage.runtime import Runtime

_PHOTO, _UNKNOWN = "image/jpeg", "application/octet-stream"
_SIGNS = (
    (b"\x89PNG", "image/png"),
    (b"%PDF", "application/pdf"),
    (b"\xff\xd8\xff", _PHOTO),
    (b"OggS", "audio/ogg"),
)


def received_maker(runtime: Runtime, fetch: Callable[[str], Awaitable[bytes]]) -> Maker:
    """From what was kept with the case, else from the chat service that has it."""

    async def make(attachment: Attachment) -> MadeFile:
        ref = str(attachment.args["ref"])
        content = await runtime.read(lambda tx: kept_file(tx, ref))
        if content is None:
            content = await fetch(ref)
        return MadeFile(content, attachment.name, _type_of(content, attachment.name))

    return make


def _type_of(content: bytes, name: str) -> str:
    """By how it begins: a name may say anything, and a photo has none."""
    known = next((mime for sign, mime in _SIGNS if content.startswith(sign)), None)
    return known or mimetypes.guess_type(name)[0] or _UNKNOWN
