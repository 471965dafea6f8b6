"""What a person did, independent of the chat service."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    """What kind of thing arrived."""

    TEXT = "text"
    COMMAND = "command"
    TAP = "tap"
    CONTACT = "contact"
    PHOTO = "photo"
    DOCUMENT = "document"
    VOICE = "voice"
    LOCATION = "location"
    STICKER = "sticker"
    FORM = "form"  # a form was filled in and sent
    EDITED = "edited"  # an earlier message was changed
    BLOCKED = "blocked"  # the person stopped the bot
    UNBLOCKED = "unblocked"
    OTHER = "other"  # something that no step can use
    NOTHING = "nothing"  # nobody's chat, or nothing that wants an answer


CARRY_A_FILE = frozenset({Kind.PHOTO, Kind.DOCUMENT, Kind.VOICE})


@dataclass(frozen=True, slots=True)
class Received:
    """A file a person sent: `ref` is the chat service's id of it, `size` in bytes (0: not told)."""

    ref: str
    name: str = ""
    mime: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing a person did.

    `text`: what was typed, the caption of a file, or the arguments of a command; at most 4,096 characters. `command`: the name without
    slash, lower case; for a deep link "start" with the payload in `text`. `data`: of the tapped button. `message_ref`: of the
    message that holds the button. `tap_id`: to acknowledge the tap. `phone` is only set for the sender's own contact
    (`foreign_contact` says that somebody else's was shared). `language`: the chat app's language code or "". `quoted_ref` and
    `quoted`: the bot's message to which this one replies, and its words. `own_ref`: the chat service's reference of what the person wrote,
    the same when it is edited. `files`: all files of an album, `file` first. `marked`, `look_lost`: as in `Answer`.
    `fields`: of a form that was filled in, as they came; `data` is then that of its `FormButton`.
    `bare_words`: in this chat service a command may be typed without its slash. `at`: when the person did it, where the chat service
    says so and it matters.
    `group`: the address of a chat of several people, where the bot has nothing to say; such a thing is of kind NOTHING.
    """

    channel: str
    address: str
    kind: Kind
    text: str = ""
    command: str = ""
    data: str = ""
    message_ref: str = ""
    tap_id: str = ""
    phone: str = ""
    foreign_contact: bool = False
    language: str = ""
    album: str = ""
    latitude: float | None = None
    longitude: float | None = None
    file: Received | None = field(default=None)
    quoted_ref: str = ""
    quoted: str = ""
    own_ref: str = field(default="", compare=False)
    files: tuple[Received, ...] = ()
    marked: str = ""
    look_lost: bool = False
    group: str = field(default="", compare=False)
    fields: Mapping[str, str] = field(default_factory=dict)
    bare_words: bool = field(default=False, compare=False)
    at: datetime | None = field(default=None, compare=False)

    @property
    def is_hollow(self) -> bool:
        """Whether what the kind promises is missing: a file that the chat service does not hand out, a place without its point."""
        if self.kind is Kind.LOCATION:
            return self.latitude is None or self.longitude is None
        return self.kind in CARRY_A_FILE and self.file is None
