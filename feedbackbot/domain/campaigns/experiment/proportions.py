"""Shares of people and their differences, with intervals (score methods; no scipy needed).

Wilson (1927) for one share; Newcombe (1998, method 10) for the difference of two independent shares. The
p-value is the one that belongs to Newcombe's interval, so that interval and verdict can never disagree.

Newcombe's test alone claims too often: by enumeration 5.7 % at worst with 40 people an arm, 7.6 % with 13, 9.9 %
with 10 beside 500. So a claim about people needs Fisher's exact test too, which never claims more than it says.
"""

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

from feedbackbot.domain.statistics.counts import fisher_p_value

_NORMAL = NormalDist()
# Beyond 38 standard deviations a double cannot hold the tail probability.
_FARTHEST_Z = 38.0


@dataclass(frozen=True)
class Interval:
    """From `low` to `high`, in shares (0.05 is five points), with its level of confidence (0.95)."""

    low: float
    high: float
    level: float

    def covers(self, value: float) -> bool:
        return self.low <= value <= self.high


def z_of(alpha: float) -> float:
    """The two-sided normal quantile: 0.05 → 1.96."""
    return -_NORMAL.inv_cdf(alpha / 2)


def _score_limits(acted: float, people: float, z: float) -> tuple[float, float]:
    share = acted / people
    shrink = 1 + z * z / people
    middle = (share + z * z / (2 * people)) / shrink
    half = z / shrink * sqrt(share * (1 - share) / people + z * z / (4 * people * people))
    return min(share, max(0.0, middle - half)), max(share, min(1.0, middle + half))


def _check(acted: float, people: float) -> None:
    if people < 1 or not 0 <= acted <= people:
        raise ValueError(f"{acted} of {people} is not a share")


def share_interval(acted: float, people: float, alpha: float = 0.05) -> Interval:
    """Wilson's interval for the share `acted / people`; ValueError where that is not a share."""
    _check(acted, people)
    return Interval(*_score_limits(acted, people, z_of(alpha)), level=1 - alpha)


def difference_interval(
    acted: float, people: float, control_acted: float, control_people: float, alpha: float = 0.05
) -> Interval:
    """Newcombe's interval for `acted / people - control_acted / control_people`."""
    _check(acted, people)
    _check(control_acted, control_people)
    z = z_of(alpha)
    low, high = _score_limits(acted, people, z)
    control_low, control_high = _score_limits(control_acted, control_people, z)
    share, control = acted / people, control_acted / control_people
    return Interval(
        share - control - sqrt((share - low) ** 2 + (control_high - control) ** 2),
        share - control + sqrt((high - share) ** 2 + (control - control_low) ** 2),
        level=1 - alpha,
    )


def difference_p_value(acted: float, people: float, control_acted: float, control_people: float) -> float:
    """The two-sided p-value of Newcombe's interval: the alpha at which it just touches zero."""
    _check(acted, people)
    _check(control_acted, control_people)
    difference = acted / people - control_acted / control_people
    if difference == 0:
        return 1.0
    if difference < 0:  # by symmetry: swap, so that only the lower limit matters
        acted, people, control_acted, control_people = control_acted, control_people, acted, people
    share, control = acted / people, control_acted / control_people

    def touches_zero(z: float) -> bool:
        low = _score_limits(acted, people, z)[0]
        control_high = _score_limits(control_acted, control_people, z)[1]
        return (share - low) ** 2 + (control_high - control) ** 2 >= (share - control) ** 2

    excludes, covers = 0.0, _FARTHEST_Z
    for _ in range(48):  # halving 38 forty-eight times leaves 1e-13
        middle = (excludes + covers) / 2
        if touches_zero(middle):
            covers = middle
        else:
            excludes = middle
    return 2 * _NORMAL.cdf(-covers)


def people_p_value(acted: int, people: int, control_acted: int, control_people: int) -> float:
    """The larger of Newcombe's and Fisher's two-sided p-value: false claims are at most alpha at any size."""
    ours = difference_p_value(acted, people, control_acted, control_people)
    return max(ours, fisher_p_value(acted, people - acted, control_acted, control_people - control_acted))


def people_interval(
    acted: int, people: int, control_acted: int, control_people: int, alpha: float = 0.05
) -> Interval:
    """Newcombe's interval, drawn out to zero where `people_p_value` is above `alpha`: nothing is proven there."""
    found = difference_interval(acted, people, control_acted, control_people, alpha)
    if people_p_value(acted, people, control_acted, control_people) <= alpha:
        return found
    return Interval(min(found.low, 0.0), max(found.high, 0.0), found.level)


def difference_standard_error(
    acted: float, people: float, control_acted: float, control_people: float
) -> float:
    """Standard error of the difference with one success and one failure added to each group.

    The addition (Agresti and Caffo, 2000) keeps it above zero where nobody or everybody acted, which the
    pooling of campaigns needs: a study without error would outweigh all others.
    """
    share, control = (acted + 1) / (people + 2), (control_acted + 1) / (control_people + 2)
    return sqrt(share * (1 - share) / (people + 2) + control * (1 - control) / (control_people + 2))
