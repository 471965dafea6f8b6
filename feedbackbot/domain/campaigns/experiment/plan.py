"""What is fixed before the first message of a campaign is sent, and never changed after."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import reduce
from math import gcd
from typing import Final

# Below this an arm's share nearly points at persons, and no interval helps.
FEWEST_PEOPLE: Final = 10
# From five units an arm the simulated campaigns hold their 5 %.
FEWEST_UNITS: Final = 5


class AssignBy(StrEnum):
    """Who is drawn: each person, or whole units where neighbours would talk to each other."""

    PERSON = "person"
    UNIT = "unit"


@dataclass(frozen=True)
class Arm:
    """One message, or the control that gets none; weights of 1 and 1 give each half of the audience."""

    key: str
    weight: int = 1

    def __post_init__(self) -> None:
        if not self.key:
            raise ValueError("an arm needs a key")
        if self.weight < 1:
            raise ValueError(f"arm {self.key}: the weight must be at least 1, not {self.weight}")


@dataclass(frozen=True)
class Plan:
    """A campaign's design. `arms[0]` is the control group.

    `ends_at` is the horizon announced at the start: acts after it do not count, and before it there is no
    verdict. `intraclass_correlation` (only for units) is how much alike the people of one unit are expected
    to be; it weighs units of unequal size and must be chosen before the outcome is seen. The intervals hold
    whatever the true value is; a good guess only makes them narrower.
    """

    campaign: str
    arms: tuple[Arm, ...]
    assign_by: AssignBy
    starts_at: datetime
    ends_at: datetime
    alpha: float = 0.05
    intraclass_correlation: float = 0.05

    def __post_init__(self) -> None:
        if len(self.arms) < 2:
            raise ValueError("a campaign needs a control group and at least one message")
        if len({arm.key for arm in self.arms}) != len(self.arms):
            raise ValueError("two arms have the same key")
        if self.ends_at <= self.starts_at:
            raise ValueError("the horizon must lie after the start")
        if not 0 < self.alpha < 1:
            raise ValueError(f"alpha must lie between 0 and 1, not {self.alpha}")
        if not 0 <= self.intraclass_correlation < 1:
            raise ValueError(
                f"the intraclass correlation must be in [0, 1), not {self.intraclass_correlation}"
            )

    @property
    def control(self) -> Arm:
        return self.arms[0]

    @property
    def messages(self) -> tuple[Arm, ...]:
        return self.arms[1:]

    @property
    def shares(self) -> dict[str, float]:
        """Arm key → planned part of the audience; the parts add up to 1."""
        total = sum(arm.weight for arm in self.arms)
        return {arm.key: arm.weight / total for arm in self.arms}


def smallest_weights(arms: tuple[Arm, ...]) -> tuple[int, ...]:
    """The arms' weights without a common factor: 50, 25, 25 becomes 2, 1, 1."""
    common = reduce(gcd, (arm.weight for arm in arms))
    return tuple(arm.weight // common for arm in arms)
