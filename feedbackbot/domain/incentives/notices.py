"""What is told about points and rewards without being asked for."""

from dataclasses import dataclass
from typing import ClassVar

from feedbackbot.domain.contact_policy import Kind
from feedbackbot.domain.notices import Notice


@dataclass(frozen=True, slots=True)
class SeasonOver(Notice):
    """`rewards` is how many may be claimed."""

    name: ClassVar[str] = "season-over"
    kind: ClassVar[Kind] = Kind.DIGEST
    season: str
    points: int
    rewards: int


@dataclass(frozen=True, slots=True)
class RewardDecided(Notice):
    name: ClassVar[str] = "reward-decided"
    kind: ClassVar[Kind] = Kind.CASE_UPDATE
    claim: int


@dataclass(frozen=True, slots=True)
class RewardAsked(Notice):
    """To those who decide."""

    name: ClassVar[str] = "reward-asked"
    kind: ClassVar[Kind] = Kind.ADMIN
    claim: int
