"""What is told about complaints and what became of them, without being asked for."""

from dataclasses import dataclass
from typing import ClassVar

from feedbackbot.domain.contact_policy import Kind
from feedbackbot.domain.notices import Notice


@dataclass(frozen=True, slots=True)
class FollowUpPublished(Notice):
    """To those who had pointed to it: what the unit has done."""

    name: ClassVar[str] = "follow-up-published"
    kind: ClassVar[Kind] = Kind.BROADCAST
    follow_up: int
