"""What those who run the bot are told of the bot itself."""

from dataclasses import dataclass
from typing import ClassVar

from feedbackbot.domain.contact_policy import Kind
from feedbackbot.domain.notices import Notice


@dataclass(frozen=True, slots=True)
class LeaveUnknown(Notice):
    """The calendar does not know the collective leave of `year`."""

    name: ClassVar[str] = "leave-unknown"
    kind: ClassVar[Kind] = Kind.DIGEST
    year: int


@dataclass(frozen=True, slots=True)
class JoinAsked(Notice):
    """To the chat that made a code: another one, on `channel`, has brought it and shows the number `sign`. `answer` is the code behind the
    buttons."""

    name: ClassVar[str] = "join-asked"
    kind: ClassVar[Kind] = Kind.CASE_UPDATE
    channel: str
    sign: int
    answer: str


@dataclass(frozen=True, slots=True)
class JoinRefused(Notice):
    """To the chat that brought the code."""

    name: ClassVar[str] = "join-refused"
    kind: ClassVar[Kind] = Kind.CASE_UPDATE


@dataclass(frozen=True, slots=True)
class ChatsJoined(Notice):
    """To the chat that brought the code: it belongs to the same person as the other now."""

    name: ClassVar[str] = "chats-joined"
    kind: ClassVar[Kind] = Kind.CASE_UPDATE
    in_its_chat: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class ChatParted(Notice):
    """To a chat that left its person, on `channel`, and to the rest."""

    name: ClassVar[str] = "chat-parted"
    kind: ClassVar[Kind] = Kind.CASE_UPDATE
    channel: str
