"""A file that goes with a message, by its recipe: no words of it are here."""

from collections.abc import Mapping
from dataclasses import dataclass

from feedbackbot.dialogue.file_sources import FileSource


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file by its recipe: made when the message is sent, uploaded once per `cache_key`.

    `source` says who makes it, `args` (JSON values) are its input; source `RECEIVED` sends on what
    a person uploaded on the same channel (`args["ref"]`).
    """

    source: FileSource
    args: Mapping[str, str | int | bool | None]
    name: str
    cache_key: str | None = None
