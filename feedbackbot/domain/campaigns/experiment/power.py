"""Before sending: how large a difference must be for this audience to show it.

The announced power is that of one message that works while the others do not, held against Holm's hardest
step (alpha divided by the number of messages). When several work, Holm's later steps see somewhat more.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist
from typing import Final

from feedbackbot.domain.campaigns.experiment.people_power import counted_power
from feedbackbot.domain.campaigns.experiment.plan import FEWEST_UNITS, Plan
from feedbackbot.domain.campaigns.experiment.proportions import z_of
from feedbackbot.domain.campaigns.experiment.unit_shares import LEVEL_USED
from feedbackbot.domain.statistics.student_t import noncentral_t_above, t_quantile

# A campaign that cannot see five points (the effects known are 1 to 5) needs the admin's confirmation.
CONFIRM_OVER = 0.05
_COUNTED_OUT: Final = 600
_RARE_COUNTED_OUT: Final = 3_000
_RARE_ACTS: Final = 50
"""Acts to be expected without any message; with fewer the approximation is up to ten points off, above 3,000 people nowhere three."""


@dataclass(frozen=True)
class GroupSize:
    """How much an arm can tell: its number of independent people and, where units are drawn, of units.

    Build it with `of_people` or `of_units`; `people` need not be whole.
    """

    people: float
    units: float | None = None
    sizes_differ: bool = False

    def part(self, share: float) -> "GroupSize":
        """That share of the group: an arm of an audience."""
        units = None if self.units is None else self.units * share
        return GroupSize(self.people * share, units, self.sizes_differ)


def of_people(people: int) -> GroupSize:
    return GroupSize(people)


def of_units(people_by_unit: Sequence[int], intraclass_correlation: float) -> GroupSize:
    """Units of these sizes; people of one unit repeat each other by the intraclass correlation."""
    independent = sum(size / (1 + (size - 1) * intraclass_correlation) for size in people_by_unit)
    return GroupSize(independent, len(people_by_unit), sizes_differ=len(set(people_by_unit)) > 1)


@dataclass(frozen=True)
class Visibility:
    """What is shown before sending; `smallest` is a share, None if not even the largest effect would show."""

    people: int
    smallest: float | None

    @property
    def needs_confirmation(self) -> bool:
        return self.smallest is None or self.smallest > CONFIRM_OVER


def power_to_see(
    difference: float,
    message: GroupSize,
    control: GroupSize,
    base_rate: float,
    *,
    messages: int = 1,
    alpha: float = 0.05,
) -> float:
    """Probability that a true `difference` (≥ 0) on top of `base_rate` is declared, 0 to 1.

    Persons: counted out (`people_power`) up to 600 and where acts are rare; elsewhere a normal approximation with half the continuity
    correction that Fisher's exact test asks for (Casagrande, Pike and Smith, 1978), as sizes that vary smooth the
    steps. Units: the noncentral t distribution.
    """
    raised = base_rate + difference
    if not 0 < base_rate < 1 or difference < 0 or raised > 1:
        raise ValueError(f"from {base_rate} by {difference} is not a rise of a share")
    level = alpha / messages
    variance = raised * (1 - raised) / message.people + base_rate * (1 - base_rate) / control.people
    if message.units is None or control.units is None:
        everybody = message.people + control.people
        if _is_counted_out(everybody, base_rate):
            part = message.people / everybody
            return counted_power(round(everybody), part, base_rate, difference, level)
        pooled = (raised * message.people + base_rate * control.people) / everybody
        threshold = z_of(level) * sqrt(pooled * (1 - pooled) * (1 / message.people + 1 / control.people))
        step = (1 / message.people + 1 / control.people) / 4
        return NormalDist().cdf((difference - step - threshold) / sqrt(variance))
    if min(message.units, control.units) < FEWEST_UNITS:
        return 0.0
    adjusted = message.sizes_differ or control.sizes_differ
    freedom = message.units + control.units - 2 - adjusted  # two arms' means, and the slope on unit size
    threshold = t_quantile(1 - LEVEL_USED * level / 2, freedom)
    # Sizes never balance perfectly, so adjusting for them (over all arms) costs a little: Cox and McCullagh, 1982.
    residual = control.units + messages * message.units - (messages + 1) - adjusted
    error = sqrt(variance * (1 + adjusted / residual))
    return noncentral_t_above(threshold, freedom, difference / error)


def _is_counted_out(people: float, base_rate: float) -> bool:
    return people <= _COUNTED_OUT or (people <= _RARE_COUNTED_OUT and people * base_rate <= _RARE_ACTS)


def smallest_visible_difference(
    message: GroupSize,
    control: GroupSize,
    base_rate: float,
    *,
    messages: int = 1,
    power: float = 0.8,
    alpha: float = 0.05,
) -> float | None:
    """The smallest rise over `base_rate` declared with probability `power`, as a share (0.06: six points).

    None if the base rate leaves no room for a visible rise. `messages` is how many are compared with the
    control group.
    """

    def visible(difference: float) -> bool:
        return power_to_see(difference, message, control, base_rate, messages=messages, alpha=alpha) >= power

    low, high = 0.0, 1 - base_rate
    if not visible(high):
        return None
    for _ in range(30):
        middle = (low + high) / 2
        low, high = (low, middle) if visible(middle) else (middle, high)
    return high


def visibility(
    plan: Plan, audience: GroupSize, people: int, base_rate: float, power: float = 0.8
) -> Visibility:
    """For the whole campaign: the difference that even its smallest message shows; `people` is for display."""
    smallest_message = min(plan.shares[arm.key] for arm in plan.messages)
    return Visibility(
        people,
        smallest_visible_difference(
            audience.part(smallest_message),
            audience.part(plan.shares[plan.control.key]),
            base_rate,
            messages=len(plan.messages),
            power=power,
            alpha=plan.alpha,
        ),
    )
