"""Whether those who were invited by chance rate otherwise than those who came by themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

from feedbackbot.domain.statistics.percent import whole_percent
from feedbackbot.domain.statistics.student_t import t_quantile
from feedbackbot.domain.survey.elements import ELEMENT_KEYS

_TO_INDEX: Final = 25 / len(ELEMENT_KEYS)
LEAST: Final = 5
"""No group smaller than this is compared: its mean would say who said what."""


@dataclass(frozen=True, slots=True)
class Group:
    """Complete ratings: how many, the sum of each one's total (9-36), and of its square."""

    n: int = 0
    total: int = 0
    squares: int = 0

    @property
    def mean(self) -> float:
        return self.total / self.n

    @property
    def variance(self) -> float:
        return max(0.0, (self.squares - self.total**2 / self.n) / (self.n - 1))


@dataclass(frozen=True, slots=True)
class Difference:
    """Index of the invited minus that of the others, in index points (25-100), with its 95 % interval by Welch."""

    points: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Sample:
    """What became of a unit's invitations. `difference` is None where it cannot be told."""

    visits: int
    invited: int
    answered: int
    difference: Difference | None

    @property
    def rate(self) -> float | None:
        """The share of the invited who answered, 0 to 1; None where nobody was invited."""
        return self.answered / self.invited if self.invited else None

    @property
    def percent(self) -> int:
        """`rate` as people read it; 0 where nobody was invited."""
        return whole_percent(self.answered, self.invited) if self.invited else 0


def difference(invited: Group, others: Group) -> Difference | None:
    """None where a group is too small, or nobody within a group differs from the next."""
    if min(invited.n, others.n) < LEAST:
        return None
    parts = [group.variance / group.n for group in (invited, others)]
    error = sqrt(sum(parts))
    if error == 0:
        return None
    freedom = sum(parts) ** 2 / sum(
        part**2 / (group.n - 1) for part, group in zip(parts, (invited, others), strict=True)
    )
    half = t_quantile(0.975, freedom) * error
    gap = invited.mean - others.mean
    return Difference(*(value * _TO_INDEX for value in (gap, gap - half, gap + half)))


def group_of(totals: Sequence[int]) -> Group:
    return Group(len(totals), sum(totals), sum(total**2 for total in totals))
