"""Whether training changed an element: difference in differences that knows about regression to the mean.

A unit is trained because it was low, and part of being low is chance, so it would have risen anyway. Hence a
trained unit is not compared with its own past alone (naive), nor only with the average change of the others
(plain), but with where a unit *that low* was to be expected without training (adjusted):

1. Each unit's value before is shrunk towards the mean of all units by its reliability t / (t + e), where e is
   the noise of its own answers and t the variance between units (method of moments).
2. In each cohort (units that started together) the values after are regressed on the shrunk values before,
   over the units not yet trained: this line is the expectation.
3. The effect is the mean, over the trained units, of the value after minus its expectation.

Every unit counts as one cluster. Its deviations in different cohorts are correlated, as estimated from the
units that serve in both, so staggered starts and serial correlation are covered; one cohort gives the exact
t interval of a regression prediction. Assumptions: without training, trained and other units would deviate
from the line with the same spread (beyond the known noise), about normally; units were chosen on the values
before; the effect meant is that on the units that were trained.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, variance
from typing import Final

from feedbackbot.domain.improvement.measure import Change
from feedbackbot.domain.statistics.student_t import t_quantile
from feedbackbot.domain.survey.interval import UPPER_TAIL, Interval

LEAST_COMPARISON_UNITS: Final = 6


@dataclass(frozen=True, slots=True)
class Cohort:
    """Units trained at the same time and the units not yet trained, all over the same two windows."""

    trained: Mapping[str, Change]
    others: Mapping[str, Change]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A change in answers (1-4) with its 95 % interval."""

    value: float
    interval: Interval

    @property
    def is_rise(self) -> bool:
        return self.interval.low > 0

    @property
    def is_fall(self) -> bool:
        return self.interval.high < 0


@dataclass(frozen=True, slots=True)
class MeasuredEffect:
    """What is known of a training's effect.

    `adjusted` is the result; `plain` and `naive` are shown beside it. `return_expected` is the rise that such
    low units were to be expected to make anyway, beyond the average change of the others.
    """

    adjusted: Estimate
    plain: Estimate
    naive: Estimate
    return_expected: float
    trained_units: int
    comparison_units: int


def measure_effect(cohorts: Sequence[Cohort]) -> MeasuredEffect | None:
    """The effect over all cohorts. None when no cohort has a trained unit and six units to compare with."""
    usable = [c for c in cohorts if c.trained and len(c.others) >= LEAST_COMPARISON_UNITS]
    if not usable:
        return None
    adjusted = _estimate([_adjusted_line(cohort) for cohort in usable])
    plain = _estimate([_plain_line(cohort) for cohort in usable])
    return MeasuredEffect(
        adjusted=adjusted,
        plain=plain,
        naive=_naive(usable),
        return_expected=plain.value - adjusted.value,
        trained_units=sum(len(cohort.trained) for cohort in usable),
        comparison_units=min(len(cohort.others) for cohort in usable),
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """A cohort's expectation: what each trained unit deviates from it, and what that estimate is made of.

    `weights[i][j]`: part of other unit j in the expectation of trained unit i. `known` is the variance that a
    unit's own small number of answers gives its deviation. `parameters`: 1 for a mean, 2 for a line.
    """

    deviations: Mapping[str, float]
    residuals: Mapping[str, float]
    weights: Mapping[str, Mapping[str, float]]
    known: Mapping[str, float]
    parameters: int


def _plain_line(cohort: Cohort) -> _Line:
    changes = {unit: change.difference for unit, change in cohort.others.items()}
    mean, part = fmean(changes.values()), 1 / len(changes)
    return _Line(
        {unit: change.difference - mean for unit, change in cohort.trained.items()},
        {unit: change - mean for unit, change in changes.items()},
        {unit: dict.fromkeys(changes, part) for unit in cohort.trained},
        {unit: change.noise for unit, change in (*cohort.trained.items(), *cohort.others.items())},
        parameters=1,
    )


def _adjusted_line(cohort: Cohort) -> _Line:
    everyone = {**cohort.others, **cohort.trained}
    before, known = _shrunk(everyone)
    centre = fmean(before[unit] for unit in cohort.others)
    width = sum((before[unit] - centre) ** 2 for unit in cohort.others)
    level = fmean(change.after.mean for change in cohort.others.values())
    # Without any spread before there is nothing to regress on: the line is flat.
    slope = (
        sum((before[unit] - centre) * change.after.mean for unit, change in cohort.others.items()) / width
        if width > 0
        else 0.0
    )

    def deviation(unit: str) -> float:
        return everyone[unit].after.mean - level - slope * (before[unit] - centre)

    def weight(trained: str, other: str) -> float:
        leaning = (before[trained] - centre) * (before[other] - centre) / width if width > 0 else 0.0
        return 1 / len(cohort.others) + leaning

    return _Line(
        {unit: deviation(unit) for unit in cohort.trained},
        {unit: deviation(unit) for unit in cohort.others},
        {unit: {other: weight(unit, other) for other in cohort.others} for unit in cohort.trained},
        known,
        parameters=2,
    )


def _shrunk(units: Mapping[str, Change]) -> tuple[dict[str, float], dict[str, float]]:
    """The values before, shrunk; and per unit the variance of its value after that is known to be noise."""
    means = [change.before.mean for change in units.values()]
    centre = fmean(means)
    between = max(variance(means) - fmean(change.before.noise for change in units.values()), 0.0)
    shrunk, known = {}, {}
    for unit, change in units.items():
        whole = between + change.before.noise
        reliability = between / whole if whole > 0 else 1.0
        shrunk[unit] = centre + reliability * (change.before.mean - centre)
        known[unit] = change.after.noise + between * (1 - reliability)
    return shrunk, known


def _estimate(lines: Sequence[_Line]) -> Estimate:
    """The mean deviation of the trained units with its t interval.

    The variance is the sum over cohorts g, h of A[g][h] x R[g][h]: A from the factors with which units enter,
    R the estimated covariance of a unit's deviations in both cohorts. The degrees of freedom are those of such
    a sum when R is estimated from independent units (Satterthwaite for a Wishart matrix).
    """
    trained = sum(len(line.deviations) for line in lines)
    value = sum(sum(line.deviations.values()) for line in lines) / trained
    parts = [_parts(line, trained) for line in lines]
    sizes = range(len(lines))
    # A x R, with one row and column a cohort.
    a = [
        [sum(parts[g][u] * parts[h][u] for u in parts[g].keys() & parts[h].keys()) for h in sizes]
        for g in sizes
    ]
    r = [[_covariance(lines[g], lines[h]) for h in sizes] for g in sizes]
    product = [[sum(a[g][k] * r[k][h] for k in sizes) for h in sizes] for g in sizes]
    spread = sum(product[g][g] for g in sizes)
    squared = sum(product[g][h] * product[h][g] for g in sizes for h in sizes)
    freedom = min(len(line.residuals) - line.parameters for line in lines)
    if squared > 0:
        freedom = max(int(freedom * spread**2 / squared), 1)
    half = t_quantile(UPPER_TAIL, freedom) * sqrt(max(spread, 0.0))
    return Estimate(value, Interval(value - half, value + half))


def _parts(line: _Line, trained: int) -> dict[str, float]:
    """With what factor each unit enters: that of its deviation, times how much that varies.

    A deviation varies more (or less) than is usual when few (or many) answered: the variance found among the
    others is split into the typical known noise and a rest that all units share, and only the known part
    follows the unit's own answers.
    """
    parts = dict.fromkeys(line.deviations, 1 / trained)
    for weights in line.weights.values():
        for other, weight in weights.items():
            parts[other] = parts.get(other, 0.0) - weight / trained
    typical = fmean(line.known[other] for other in line.residuals)
    rest = max(_covariance(line, line) - typical, 0.0)
    if rest + typical <= 0:
        return parts
    return {unit: part * sqrt((rest + line.known[unit]) / (rest + typical)) for unit, part in parts.items()}


def _covariance(one: _Line, other: _Line) -> float:
    """How deviations of the same unit in two cohorts go together, from the units that serve in both."""
    shared = one.residuals.keys() & other.residuals.keys()
    freedom = len(shared) - one.parameters
    if freedom < 1:
        return 0.0
    return sum(one.residuals[unit] * other.residuals[unit] for unit in shared) / freedom


def _naive(cohorts: Sequence[Cohort]) -> Estimate:
    """After minus before of the trained units alone, with the noise of their answers as the only doubt."""
    changes = [change for cohort in cohorts for change in cohort.trained.values()]
    value = fmean(change.difference for change in changes)
    half = t_quantile(UPPER_TAIL, sum(c.after.n + c.before.n - 2 for c in changes)) * (
        sqrt(sum(change.noise for change in changes)) / len(changes)
    )
    return Estimate(value, Interval(value - half, value + half))
