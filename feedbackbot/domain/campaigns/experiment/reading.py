"""What an admin may see of a campaign, and when: progress before the horizon, a verdict only after it.

Looking again and again until a difference seems large finds one in nothing: with twenty looks about every
fourth empty campaign would be "proven". So the horizon is announced at the start and decides.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from feedbackbot.domain.campaigns.experiment.outcome import (
    ArmCount,
    CampaignOutcome,
    UnitCount,
    arm_totals,
    judge_people,
    judge_units,
)
from feedbackbot.domain.campaigns.experiment.plan import FEWEST_PEOPLE, FEWEST_UNITS, AssignBy, Plan
from feedbackbot.domain.campaigns.experiment.sample_ratio import (
    Leak,
    RatioCheck,
    assigned_ratio_p,
    lost_people_p,
    ratio_check,
)
from feedbackbot.domain.campaigns.experiment.unit_shares import UnitShare, compare_unit_shares


class RefusedBecause(StrEnum):
    ASSIGNED_RATIO = "assigned-ratio"
    LOST_PEOPLE = "lost-people"
    TOO_FEW = "too-few"


@dataclass(frozen=True)
class Progress:
    """Before the horizon: the counts of each arm in the plan's order, and nothing to conclude from."""

    counts: tuple[ArmCount, ...]
    verdict_at: datetime


@dataclass(frozen=True)
class Refusal:
    """After the horizon, but the result would not be true; `p_value` is the failed check's, if any."""

    reason: RefusedBecause
    counts: tuple[ArmCount, ...]
    p_value: float | None = None


Reading = Progress | Refusal | CampaignOutcome


def read_people(plan: Plan, counts: Sequence[ArmCount], now: datetime) -> Reading:
    """A campaign that drew persons; `counts` has one entry for each arm, acts up to the horizon only."""
    if plan.assign_by is not AssignBy.PERSON:
        raise ValueError(f"campaign {plan.campaign} drew units, not persons")
    totals = tuple(arm_totals(plan, counts))
    if now < plan.ends_at:
        return Progress(totals, plan.ends_at)
    assigned = [total.assigned for total in totals]
    check = ratio_check(
        assigned_ratio_p(assigned, [arm.weight for arm in plan.arms]),
        lost_people_p(assigned, [total.counted for total in totals]),
    )
    refusal = _refusal(check, totals, too_few=min(total.counted for total in totals) < FEWEST_PEOPLE)
    return refusal or judge_people(plan, totals)


def read_units(plan: Plan, counts: Sequence[UnitCount], now: datetime) -> Reading:
    """A campaign that drew units; `counts` has one entry for each unit, acts up to the horizon only."""
    if plan.assign_by is not AssignBy.UNIT:
        raise ValueError(f"campaign {plan.campaign} drew persons, not units")
    totals = tuple(arm_totals(plan, [unit.people for unit in counts]))
    if now < plan.ends_at:
        return Progress(totals, plan.ends_at)
    units = [sum(unit.people.arm == arm.key for unit in counts) for arm in plan.arms]
    countable = [
        sum(unit.people.arm == arm.key and unit.people.counted > 0 for unit in counts) for arm in plan.arms
    ]
    too_few = min(countable) < FEWEST_UNITS or min(total.counted for total in totals) < FEWEST_PEOPLE
    check = ratio_check(
        assigned_ratio_p(units, [arm.weight for arm in plan.arms]),
        1.0 if too_few else _lost_from_units_p(plan, counts),
    )
    return _refusal(check, totals, too_few) or judge_units(plan, counts)


def _lost_from_units_p(plan: Plan, counts: Sequence[UnitCount]) -> float:
    """The robust comparison of the units, applied to the part of their people who were lost.

    People leave together when a unit is dissolved, so counting them one by one would raise false alarms.
    """
    place = {arm.key: index for index, arm in enumerate(plan.arms)}
    shares = [
        UnitShare(place[people.arm], people.assigned, 1 - people.counted / people.assigned)
        for people in (unit.people for unit in counts)
        if people.assigned
    ]
    fit = compare_unit_shares(shares, len(plan.arms), plan.intraclass_correlation)
    smallest = min(difference.p_value for difference in fit.differences)
    return min(1.0, smallest * len(fit.differences))


def _refusal(check: RatioCheck, totals: tuple[ArmCount, ...], too_few: bool) -> Refusal | None:
    if check.leak is Leak.ASSIGNED:
        return Refusal(RefusedBecause.ASSIGNED_RATIO, totals, check.p_value)
    if check.leak is Leak.LOST:
        return Refusal(RefusedBecause.LOST_PEOPLE, totals, check.p_value)
    return Refusal(RefusedBecause.TOO_FEW, totals) if too_few else None
