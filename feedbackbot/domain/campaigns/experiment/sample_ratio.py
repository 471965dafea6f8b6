"""Is what we count still the draw we made? If not, no difference means anything and none is shown.

Two leaks are looked for, each at p < 0.001, so that a sound campaign is refused about once in 500:

- *assigned*: the arms' sizes against the planned shares (chi-square). Sees people put in the wrong arm.
- *lost*: the part of the assigned people who can no longer be counted, arm against arm. Since the assigned
  numbers are known exactly, this sees a leak of 3 % in a few hundred people; the first needs thousands.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from feedbackbot.domain.statistics.counts import chi_square_p_value, fisher_p_value

ALARM_BELOW = 0.001


class Leak(StrEnum):
    ASSIGNED = "assigned"
    LOST = "lost"


@dataclass(frozen=True)
class RatioCheck:
    """`leak` is None where the ratio is as drawn; `p_value` is the smallest of the checks made."""

    leak: Leak | None
    p_value: float


def assigned_ratio_p(assigned: Sequence[int], weights: Sequence[int]) -> float:
    """Chi-square p-value of the arms' sizes against their planned weights; 1.0 for an empty audience."""
    total, whole = sum(assigned), sum(weights)
    if total == 0:
        return 1.0
    statistic = sum(
        (seen - total * weight / whole) ** 2 / (total * weight / whole)
        for seen, weight in zip(assigned, weights, strict=True)
    )
    return chi_square_p_value(statistic, len(weights) - 1)


def lost_people_p(assigned: Sequence[int], counted: Sequence[int]) -> float:
    """P-value of people being lost alike from all arms: Fisher's exact test of each arm against the rest.

    Exact because losses are few; with more than two arms the smallest p is multiplied by their number.
    """
    lost = [put - left for put, left in zip(assigned, counted, strict=True)]
    if min(lost) < 0:
        raise ValueError(f"more people counted than assigned: {list(counted)} of {list(assigned)}")
    if sum(lost) == 0:
        return 1.0
    rest, lost_rest = sum(assigned), sum(lost)
    arms = list(zip(assigned, lost, strict=True))
    smallest = min(
        fisher_p_value(gone, put - gone, lost_rest - gone, rest - put - lost_rest + gone)
        for put, gone in (arms[:1] if len(arms) == 2 else arms)
    )
    return min(1.0, smallest * (1 if len(arms) == 2 else len(arms)))


def ratio_check(assigned_p: float, lost_p: float) -> RatioCheck:
    """The verdict on both checks; the assignment is blamed first, for nothing else counts if it failed."""
    if assigned_p < ALARM_BELOW:
        return RatioCheck(Leak.ASSIGNED, assigned_p)
    return RatioCheck(Leak.LOST if lost_p < ALARM_BELOW else None, min(assigned_p, lost_p))
