"""How often the persons' rule itself declares a rise, counted out: for audiences where no approximation is close.

Both groups' acts are binomial, and the rule (`people_p_value`) declares from a certain number of acts on for each
number of acts in the control group. Each person is drawn alone, so sizes of the groups vary too: the chance is the
mean over seven sizes, as far apart as luck puts them; where a group falls under the fewest, nothing is declared.
"""

from functools import lru_cache
from math import exp, lgamma, log, log1p, sqrt
from statistics import NormalDist, fmean
from typing import Final

from feedbackbot.domain.campaigns.experiment.plan import FEWEST_PEOPLE
from feedbackbot.domain.campaigns.experiment.proportions import difference_interval
from feedbackbot.domain.statistics.counts import fisher_p_value

_SIZES: Final = 7
_NEGLIGIBLE: Final = 1e-7
_NEVER: Final = -1


def counted_power(
    people: int, message_part: float, base_rate: float, difference: float, level: float
) -> float:
    """The probability that a true `difference` (≥ 0) is declared among so many people, `message_part` of them nudged."""
    spread = sqrt(people * message_part * (1 - message_part))
    sizes = [
        round(people * message_part + spread * NormalDist().inv_cdf((place + 0.5) / _SIZES))
        for place in range(_SIZES)
    ]
    return fmean(_of_groups(size, people - size, base_rate, difference, level) for size in sizes)


def _of_groups(message: int, control: int, base_rate: float, difference: float, level: float) -> float:
    if min(message, control) < FEWEST_PEOPLE:
        return 0.0
    declared, found, control_at_most = _declared(message, control, level, base_rate), 0.0, 0.0
    chances, acted_in_control = _chances(control, base_rate), 0
    for acted, chance in enumerate(_chances(message, base_rate + difference)):
        most = declared[min(acted, len(declared) - 1)]
        while acted_in_control <= most:
            control_at_most += chances[acted_in_control]
            acted_in_control += 1
        found += chance * min(control_at_most, 1.0)
    return found


@lru_cache(maxsize=64)
def _declared(message: int, control: int, level: float, base_rate: float) -> list[int]:
    """For each number of acts of the nudged the most of the control group beside which a rise is declared.

    More acts never undo a rise, so one walk along the border finds all. It ends where the control group hardly
    ever gets.
    """
    chances = _chances(control, base_rate)
    likely = max(place for place, chance in enumerate(chances) if chance > _NEGLIGIBLE)
    declared, most = [], _NEVER
    for acted in range(message + 1):
        while most < control and _is_declared(acted, message, most + 1, control, level):
            most += 1
        declared.append(most)
        if most >= likely:
            break
    return declared


def _is_declared(acted: int, people: int, control_acted: int, control_people: int, level: float) -> bool:
    if difference_interval(acted, people, control_acted, control_people, level).low <= 0:
        return False
    return fisher_p_value(acted, people - acted, control_acted, control_people - control_acted) <= level


@lru_cache(maxsize=64)
def _chances(people: int, rate: float) -> list[float]:
    """Of 0, 1, … acts."""
    if rate >= 1:
        return [0.0] * people + [1.0]
    whole = lgamma(people + 1)
    return [
        exp(whole - lgamma(k + 1) - lgamma(people - k + 1) + k * log(rate) + (people - k) * log1p(-rate))
        for k in range(people + 1)
    ]
