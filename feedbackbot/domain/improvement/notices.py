"""What the head of a unit is told of its improvement unasked."""

from dataclasses import dataclass
from typing import ClassVar

from feedbackbot.domain.contact_policy import Kind
from feedbackbot.domain.notices import Notice


@dataclass(frozen=True, slots=True)
class ImprovementOpened(Notice):
    name: ClassVar[str] = "improvement-opened"
    kind: ClassVar[Kind] = Kind.CASE_UPDATE
    improvement: int


@dataclass(frozen=True, slots=True)
class ImprovementMeasured(Notice):
    name: ClassVar[str] = "improvement-measured"
    kind: ClassVar[Kind] = Kind.CASE_UPDATE
    improvement: int
