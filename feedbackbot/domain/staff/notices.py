"""What is told about the link between a chat and an employee."""

from dataclasses import dataclass
from typing import ClassVar

from feedbackbot.domain.contact_policy import Kind
from feedbackbot.domain.notices import Notice


@dataclass(frozen=True, slots=True)
class LinkMovedAway(Notice):
    """To the chat that was linked before."""

    name: ClassVar[str] = "link-moved-away"
    kind: ClassVar[Kind] = Kind.CASE_UPDATE


@dataclass(frozen=True, slots=True)
class NoLongerListed(Notice):
    """To a chat whose employee is gone from the registry."""

    name: ClassVar[str] = "staff-no-longer-listed"
    kind: ClassVar[Kind] = Kind.TRAINING_CHANGE
