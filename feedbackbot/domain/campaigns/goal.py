"""Goals that the database can see without asking anybody."""

from dataclasses import dataclass
from enum import StrEnum

MOST_JP = 100


class GoalKind(StrEnum):
    ACCEPTED = "accepted"  # said yes to an invitation
    ATTENDED = "attended"
    STARTED_COURSE = "started"
    FINISHED_COURSE = "finished"
    REACHED_JP = "jp"  # lesson hours of the calendar year


@dataclass(frozen=True, slots=True)
class Goal:
    """`number` is the training's id, or the lesson hours of REACHED_JP."""

    kind: GoalKind
    number: int

    def __post_init__(self) -> None:
        if self.number < 1 or (self.kind is GoalKind.REACHED_JP and self.number > MOST_JP):
            raise ValueError(f"no goal {self.kind} {self.number}")

    @property
    def code(self) -> str:
        return f"{self.kind.value}:{self.number}"

    @property
    def training_id(self) -> int | None:
        return None if self.kind is GoalKind.REACHED_JP else self.number


def parse_goal(code: str) -> Goal:
    """Raises ValueError for a code that `Goal.code` never wrote."""
    kind, _, number = code.partition(":")
    return Goal(GoalKind(kind), int(number))
