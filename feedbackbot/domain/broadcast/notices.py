"""What admins are told of their broadcasts unasked."""

from dataclasses import dataclass
from typing import ClassVar

from feedbackbot.domain.contact_policy import Kind
from feedbackbot.domain.notices import Notice


@dataclass(frozen=True, slots=True)
class ApprovalAsked(Notice):
    """To the admins who may agree."""

    name: ClassVar[str] = "broadcast-approval-asked"
    kind: ClassVar[Kind] = Kind.ADMIN
    broadcast: int
    people: int


@dataclass(frozen=True, slots=True)
class ApprovalDecided(Notice):
    """To the author. `decision`: approved or refused."""

    name: ClassVar[str] = "broadcast-approval-decided"
    kind: ClassVar[Kind] = Kind.ADMIN
    broadcast: int
    decision: str


@dataclass(frozen=True, slots=True)
class OverdueAsked(Notice):
    """To the author: its moment passed while nothing could be sent."""

    name: ClassVar[str] = "broadcast-overdue"
    kind: ClassVar[Kind] = Kind.ADMIN
    broadcast: int


@dataclass(frozen=True, slots=True)
class ListRead(Notice):
    """To the author: what became of a list of numbers. `outcome` and the pairs of `values` are for the catalogue."""

    name: ClassVar[str] = "broadcast-list-read"
    kind: ClassVar[Kind] = Kind.ADMIN
    broadcast: int
    outcome: str
    values: tuple[tuple[str, str | int], ...]


@dataclass(frozen=True, slots=True)
class SampleShown(Notice):
    """To the author, as everybody will get it in `language`."""

    name: ClassVar[str] = "broadcast-sample"
    kind: ClassVar[Kind] = Kind.ADMIN
    broadcast: int
    language: str
