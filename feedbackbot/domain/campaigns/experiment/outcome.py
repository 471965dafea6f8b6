"""The outcome of a campaign: shares, differences to the control group, verdicts. Numbers only, no words.

Everyone who was assigned and can still be counted is in the denominator, reached or not: comparing only the
reached would compare people who can be reached with a control group of everybody.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from feedbackbot.domain.campaigns.experiment.holm import HolmStep, holm
from feedbackbot.domain.campaigns.experiment.plan import Plan
from feedbackbot.domain.campaigns.experiment.proportions import (
    Interval,
    difference_standard_error,
    people_interval,
    people_p_value,
    share_interval,
)
from feedbackbot.domain.campaigns.experiment.unit_shares import UnitShare, compare_unit_shares


class Verdict(StrEnum):
    HELPS = "helps"
    HARMS = "harms"
    NOT_PROVEN = "not-proven"


@dataclass(frozen=True)
class ArmCount:
    """People of one arm (or of one unit in it): put there, still countable, sent a message, acted in time."""

    arm: str
    assigned: int
    counted: int
    reached: int
    acted: int

    def __post_init__(self) -> None:
        if not 0 <= self.acted <= self.counted <= self.assigned or not 0 <= self.reached <= self.assigned:
            raise ValueError(f"arm {self.arm}: the counts contradict each other: {self}")


@dataclass(frozen=True)
class UnitCount:
    """The people of one unit that was drawn as a whole."""

    unit: str
    people: ArmCount


@dataclass(frozen=True)
class ArmResult:
    """An arm's counts and its share. In a campaign drawn by unit the share is the weighted mean of the units'
    shares at average unit size (see `unit_shares`), so it is not exactly acted / counted."""

    count: ArmCount
    share: float
    interval: Interval


@dataclass(frozen=True)
class NumberNeeded:
    """People to nudge for one more act: `estimate`, and between `at_best` and `at_worst` by the interval."""

    estimate: int
    at_best: int
    at_worst: int


@dataclass(frozen=True)
class MessageResult:
    """A message beside the control group; differences are shares (0.05 is five points).

    `interval` is the plain 95 % interval of this one difference: over many campaigns it covers the truth in
    95 %. `verdict_interval` is the one to show: it is at the level at which Holm's correction decided about
    this message (wider or equal), and it excludes zero exactly where `verdict` is not NOT_PROVEN. With one
    message the two are the same.
    """

    result: ArmResult
    difference: float
    interval: Interval
    verdict_interval: Interval
    standard_error: float
    p_value: float
    adjusted_p: float
    verdict: Verdict
    number_needed: NumberNeeded | None


@dataclass(frozen=True)
class CampaignOutcome:
    control: ArmResult
    messages: tuple[MessageResult, ...]

    @property
    def best(self) -> MessageResult | None:
        """The message to send to the control group at the end: the proven one with the largest difference."""
        proven = [message for message in self.messages if message.verdict is Verdict.HELPS]
        return max(proven, key=lambda message: message.difference, default=None)


def number_needed(difference: float, interval: Interval) -> NumberNeeded | None:
    """None unless the whole interval lies above zero: otherwise "how many" has no upper end."""
    if interval.low <= 0:
        return None
    return NumberNeeded(
        ceil(1 / difference), at_best=ceil(1 / interval.high), at_worst=ceil(1 / interval.low)
    )


def judge_people(plan: Plan, counts: Sequence[ArmCount]) -> CampaignOutcome:
    """The outcome where persons were drawn; `counts` in any order, one for each arm, none of them empty."""
    by_arm = {count.arm: count for count in counts}
    control = by_arm[plan.control.key]
    treated = [by_arm[arm.key] for arm in plan.messages]
    pairs = [(count.acted, count.counted, control.acted, control.counted) for count in treated]
    p_values = [people_p_value(*pair) for pair in pairs]
    messages = []
    for count, pair, p_value, step in zip(treated, pairs, p_values, holm(p_values, plan.alpha), strict=True):
        messages.append(
            _message(
                _arm_of_people(count, plan.alpha),
                count.acted / count.counted - control.acted / control.counted,
                people_interval(*pair, alpha=plan.alpha),
                people_interval(*pair, alpha=step.alpha),
                difference_standard_error(*pair),
                p_value,
                step,
            )
        )
    return CampaignOutcome(_arm_of_people(control, plan.alpha), tuple(messages))


def _arm_of_people(count: ArmCount, alpha: float) -> ArmResult:
    return ArmResult(count, count.acted / count.counted, share_interval(count.acted, count.counted, alpha))


def judge_units(plan: Plan, counts: Sequence[UnitCount]) -> CampaignOutcome:
    """The outcome where units were drawn; units of which nobody can be counted any more are left out."""
    place = {arm.key: index for index, arm in enumerate(plan.arms)}
    people = [unit.people for unit in counts if unit.people.counted]
    fit = compare_unit_shares(
        [UnitShare(place[unit.arm], unit.counted, unit.acted / unit.counted) for unit in people],
        arms=len(plan.arms),
        intraclass_correlation=plan.intraclass_correlation,
    )
    totals = arm_totals(plan, [unit.people for unit in counts])
    arms = [
        ArmResult(total, min(1.0, max(0.0, share.value)), share.interval(plan.alpha, lowest=0.0))
        for total, share in zip(totals, fit.shares, strict=True)
    ]
    steps = holm([difference.p_value for difference in fit.differences], plan.alpha)
    messages = [
        _message(
            arm,
            difference.value,
            difference.interval(plan.alpha),
            difference.interval(step.alpha),
            difference.standard_error,
            difference.p_value,
            step,
        )
        for arm, difference, step in zip(arms[1:], fit.differences, steps, strict=True)
    ]
    return CampaignOutcome(arms[0], tuple(messages))


def arm_totals(plan: Plan, counts: Sequence[ArmCount]) -> list[ArmCount]:
    """The units' counts added up by arm, in the plan's order."""
    totals = []
    for arm in plan.arms:
        mine = [count for count in counts if count.arm == arm.key]
        totals.append(
            ArmCount(
                arm.key,
                assigned=sum(count.assigned for count in mine),
                counted=sum(count.counted for count in mine),
                reached=sum(count.reached for count in mine),
                acted=sum(count.acted for count in mine),
            )
        )
    return totals


def _message(
    result: ArmResult,
    difference: float,
    interval: Interval,
    verdict_interval: Interval,
    standard_error: float,
    p_value: float,
    step: HolmStep,
) -> MessageResult:
    verdict = Verdict.NOT_PROVEN
    if step.proven:
        verdict = Verdict.HELPS if difference > 0 else Verdict.HARMS
    return MessageResult(
        result=result,
        difference=difference,
        interval=interval,
        verdict_interval=verdict_interval,
        standard_error=standard_error,
        p_value=p_value,
        adjusted_p=step.adjusted_p,
        verdict=verdict,
        number_needed=number_needed(difference, verdict_interval),
    )
