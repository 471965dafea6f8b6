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
