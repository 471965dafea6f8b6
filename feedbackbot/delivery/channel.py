"""What the delivery asks of a chat service."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final, Protocol

from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.message import Outgoing
from feedbackbot.domain.base_language import BASE_LANGUAGE


class DeliveryStatus(StrEnum):
    """What became of one try to send a message."""

    SENT = "sent"
    LATER = "later"  # not sent for certain; may be tried again
    GONE = "gone"  # the person cannot be reached until they write again
    REJECTED = "rejected"  # our mistake: the chat service will never take this message
    UNKNOWN = "unknown"  # it may have arrived
    WINDOW = "window"  # nothing but a template may go to this person now
    HELD = "held"  # its template cannot be used until somebody mends it
    COOL = "cool"  # not today: the person is spared what is not urgent
    OPTED_OUT = "opted-out"  # the person has stopped what is advertising
    HALT = (
        "halt"  # the chat service refuses the bot itself (token, conflict): nobody's fault who was written to
    )


class Pauses(StrEnum):
    """What must wait for `retry_after` besides the message itself."""

    NOTHING = "nothing"
    CHAT = "chat"
    BULK = "bulk"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Sent:
    """The outcome of one try. `retry_after` in seconds where the chat service named it, for which `pauses` waits too; `reason` is a short
    code without personal data ("blocked", "http-502"); `message_ref` can be edited later."""

    fate: DeliveryStatus
    message_ref: str | None = None
    retry_after: float | None = None
    reason: str = ""
    pauses: Pauses = Pauses.BULK


@dataclass(frozen=True, slots=True)
class MadeFile:
    """An attachment, ready to be uploaded."""

    content: bytes
    name: str
    mime: str


@dataclass(frozen=True, slots=True)
class FileLink:
    """An address under which a file can be had for a time, or `once`."""

    url: str
    good_for: timedelta
    once: bool


FILE_NOT_MADE = "attachment-failed"
"""The reason of `DeliveryStatus.LATER` where the message's own file could not be made: without it, it could go."""


class Attachments(Protocol):
    """Makes files by recipe and remembers the chat service's ids of those already uploaded."""

    async def known_ref(self, channel: str, attachment: Attachment) -> str | None:
        """The chat service's id of this very file, if it was uploaded before (or was received on this channel)."""

    async def make(self, attachment: Attachment) -> MadeFile:
        """The file itself; may take a while (rendered in another process). Raises LookupError for an unknown source."""

    async def remember(self, channel: str, attachment: Attachment, ref: str) -> None:
        """Keep the id under which the chat service stored the file."""

    async def link(self, attachment: Attachment) -> FileLink | None:
        """An address for a file whose kind the chat service does not take; None where there can be none. Never raises."""


@dataclass(frozen=True, slots=True)
class Limits:
    """`people` outside their window who may be written to in a day (0: none), `messages` that may be paid for in a month (0: no ceiling),
    `languages` that texts are approved in, the default first."""

    people: int
    messages: int = 0
    languages: tuple[str, ...] = (BASE_LANGUAGE,)


@dataclass(frozen=True, slots=True)
class Can:
    """What a chat service can do besides sending text, files and choices."""

    edit: bool = True
    notice: bool = True  # a brief word at the tapped button
    command_lists: bool = True
    forms: bool = False  # all questions of a form at once
    tables: bool = False  # a table as such, beside the text that says the same
    read_marks: bool = False  # the person sees that a message was read, and that an answer is being written
    late_receipts: bool = False  # what is accepted may fail later: the chat service tells it then
    window: Limits | None = (
        None  # a day after the person has last written nothing but approved texts may be sent, so many
    )


USUAL: Final = Can()


class Channel(Protocol):
    """A chat service."""

    name: str
    can: Can

    async def send(self, address: str, message: Outgoing) -> Sent:
        """Never raises for what the chat service or the network does."""

    async def leave(self, group: str, word: str) -> None:
        """Say one line in a chat of several people and leave it. Never raises."""

    async def acknowledge(self, tap_id: str, notice: str) -> None:
        """Stop the tapped button from spinning; a notice of at most 200 characters is shown briefly. Never raises."""
