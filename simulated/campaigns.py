"""Simulated campaigns with a known truth, drawn and counted by the product's own code.

Every campaign draws its audience anew with its own key. People act independently at their arm's rate; where
units are drawn, each unit's rate varies around its arm's (beta distribution with the given intraclass
correlation) and the units' sizes are as unequal as those of a city.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from math import exp, log
from statistics import NormalDist, mean, pstdev

import numpy as np

from feedbackbot.domain.campaigns.experiment.assignment import assign_people, assign_units, campaign_key
from feedbackbot.domain.campaigns.experiment.outcome import ArmCount, UnitCount
from feedbackbot.domain.campaigns.experiment.plan import Arm, AssignBy, Plan
from feedbackbot.domain.campaigns.experiment.reading import read_people, read_units
from simulated.tally import Tally

START = datetime(2026, 1, 5, tzinfo=UTC)
HORIZON = datetime(2026, 2, 2, tzinfo=UTC)
SECRET = b"a secret of the simulation only"


@dataclass(frozen=True)
class UnitWorld:
    """A city whose units are drawn: their people, the usual rate, how much alike the people of one unit are,
    and the rise of a unit's rate for each standard deviation of its log size."""

    people_by_unit: dict[str, int]
    base_rate: float
    icc: float
    size_slope: float = 0.0

    def usual_rates(self) -> dict[str, float]:
        logs = {unit: log(people) for unit, people in self.people_by_unit.items()}
        middle, deviation = mean(logs.values()), pstdev(logs.values()) or 1.0
        return {
            unit: self.base_rate + self.size_slope * (value - middle) / deviation
            for unit, value in logs.items()
        }


def arms_of(number: int) -> tuple[Arm, ...]:
    return (Arm("control"), *(Arm(f"message-{index}") for index in range(1, number)))


def plan_of(campaign: int, arms: tuple[Arm, ...], assign_by: AssignBy) -> Plan:
    return Plan(f"campaign-{campaign}", arms, assign_by, START, HORIZON)


def city_units(number: int, median: int = 50, spread: float = 1.0) -> dict[str, int]:
    """Unit → people: lognormal quantiles; spread 1 gives an office of 5 beside one of 500."""
    sizes = [
        exp(log(median) + spread * NormalDist().inv_cdf((index + 0.5) / number)) for index in range(number)
    ]
    return {f"unit-{index}": max(3, round(size)) for index, size in enumerate(sizes)}


def person_campaigns(
    campaigns: int, people: int, base_rate: float, truths: Sequence[float], seed: int
) -> Iterator[tuple[Plan, list[ArmCount]]]:
    """Campaigns that draw persons; one message for each of `truths` (its true difference to control)."""
    rng = np.random.default_rng(seed)
    arms = arms_of(len(truths) + 1)
    rates = dict(zip([arm.key for arm in arms], [base_rate, *(base_rate + t for t in truths)], strict=True))
    names = [f"person-{index}" for index in range(people)]
    for campaign in range(campaigns):
        plan = plan_of(campaign, arms, AssignBy.PERSON)
        drawn = assign_people(campaign_key(SECRET, f"{seed}:{plan.campaign}"), names, arms)
        sizes = dict.fromkeys(rates, 0)
        for arm in drawn.values():
            sizes[arm] += 1
        yield (
            plan,
            [
                ArmCount(arm, size, size, 0, int(rng.binomial(size, rates[arm])))
                for arm, size in sizes.items()
            ],
        )


def unit_campaigns(
    campaigns: int, world: UnitWorld, truths: Sequence[float], seed: int
) -> Iterator[tuple[Plan, list[UnitCount]]]:
    """Campaigns that draw units; one message for each of `truths`."""
    rng = np.random.default_rng(seed)
    arms = arms_of(len(truths) + 1)
    effect = dict(zip([arm.key for arm in arms], [0.0, *truths], strict=True))
    usual = world.usual_rates()
    scale = 1 / world.icc - 1
    for campaign in range(campaigns):
        plan = plan_of(campaign, arms, AssignBy.UNIT)
        drawn = assign_units(campaign_key(SECRET, f"{seed}:{plan.campaign}"), world.people_by_unit, arms)
        counts = []
        for unit, size in world.people_by_unit.items():
            rate = usual[unit] + effect[drawn[unit]]
            acted = int(rng.binomial(size, rng.beta(rate * scale, (1 - rate) * scale)))
            counts.append(UnitCount(unit, ArmCount(drawn[unit], size, size, 0, acted)))
        yield plan, counts


def simulate_people(
    campaigns: int, people: int, base_rate: float, truths: Sequence[float], seed: int
) -> Tally:
    """What the engine says of `person_campaigns` at their horizon."""
    tally = Tally(truths)
    for plan, counts in person_campaigns(campaigns, people, base_rate, truths, seed):
        tally.add(read_people(plan, counts, HORIZON))
    return tally


def simulate_units(campaigns: int, world: UnitWorld, truths: Sequence[float], seed: int) -> Tally:
    """What the engine says of `unit_campaigns` at their horizon."""
    tally = Tally(truths)
    for plan, counts in unit_campaigns(campaigns, world, truths, seed):
        tally.add(read_units(plan, counts, HORIZON))
    return tally
