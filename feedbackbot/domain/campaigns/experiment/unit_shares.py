"""The comparison where whole units were drawn: people of one unit resemble each other, so units are counted.

Chosen by simulation (`python -m benchmarks.experiment`): with 40 units as unequal as a city's and no effect,
counting people as if they were independent declares one in 53 % of campaigns, the stock cluster-robust
regression in 9 %. What holds its 5 % from ten units on, and is narrowest, is weighted least squares on the
units' shares:

- each unit weighs n / (1 + (n - 1) r): its people divided by how much they repeat each other;
- centred log size is a covariate, because the assignment was stratified by size;
- CR2 errors with Bell and McCaffrey's (2002) Satterthwaite degrees of freedom. With one row per unit and
  weights fixed beforehand, CR2 is HC2 of the weighted regression;
- nine tenths of the level: shares of few people are not normal, and with the whole of it 40,000 campaigns a cell
  showed 4.9 to 5.2 % false claims, with nine tenths 4.5 to 4.7.

The covariate is left out where it would take all freedom from one unit (leverage above 0.99): what has no
residual left shows no spread. Where the units of both arms show no spread at all (nobody acted in one arm, one
of thirty in every unit of the other) the t interval would have no width: then the score interval of Newcombe
is taken, on as many people as the units are worth.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import Final

from feedbackbot.domain.campaigns.experiment.proportions import (
    Interval,
    difference_interval,
    difference_p_value,
    share_interval,
)
from feedbackbot.domain.statistics.student_t import t_p_value, t_quantile
from feedbackbot.domain.statistics.weighted_regression import Contrast, WeightedFit

# Sums of squares this small are rounding, not spread.
_ROUNDING: Final = 1e-12
_MOST_LEVERAGE: Final = 0.99
LEVEL_USED: Final = 0.9
"""Of the level (alpha) that a campaign allows, this part decides."""


@dataclass(frozen=True, slots=True)
class UnitShare:
    """One unit: index of its arm, its people, and the part of them (0 to 1) the outcome applies to."""

    arm: int
    people: int
    share: float


@dataclass(frozen=True, slots=True)
class Worth:
    """How many independent people an arm's units are worth, and how many of those acted; need not be whole."""

    acted: float
    people: float


@dataclass(frozen=True, slots=True)
class ShareEstimate:
    """A share, or its difference to the control group's, with standard error and Satterthwaite degrees of freedom.

    Where the units show no spread `standard_error` is 0 and `arm` (for a difference also `control`) decides.
    """

    value: float
    standard_error: float
    degrees_of_freedom: float
    arm: Worth
    control: Worth | None = None

    def interval(self, alpha: float, lowest: float = -1.0) -> Interval:
        """The t interval, cut at `lowest` and 1: neither a share nor a difference can lie beyond."""
        if self.standard_error == 0:
            return self._score_interval(alpha)
        half = t_quantile(1 - LEVEL_USED * alpha / 2, self.degrees_of_freedom) * self.standard_error
        return Interval(max(lowest, self.value - half), min(1.0, self.value + half), level=1 - alpha)

    @property
    def p_value(self) -> float:
        """Two-sided, for the value being zero."""
        if self.standard_error == 0:
            own, control = self.arm, self.control or Worth(0, self.arm.people)
            return difference_p_value(own.acted, own.people, control.acted, control.people)
        return min(1.0, t_p_value(self.value / self.standard_error, self.degrees_of_freedom) / LEVEL_USED)

    def _score_interval(self, alpha: float) -> Interval:
        own, control = self.arm, self.control
        if control is None:
            return share_interval(own.acted, own.people, alpha)
        return difference_interval(own.acted, own.people, control.acted, control.people, alpha)


@dataclass(frozen=True, slots=True)
class UnitFit:
    """Per arm the share at average unit size, and per message its difference to arm 0 (the control)."""

    shares: tuple[ShareEstimate, ...]
    differences: tuple[ShareEstimate, ...]


def effective_people(people: int, intraclass_correlation: float) -> float:
    """How many independent people a unit of `people` is worth; also its weight."""
    return people / (1 + (people - 1) * intraclass_correlation)


def compare_unit_shares(units: Sequence[UnitShare], arms: int, intraclass_correlation: float) -> UnitFit:
    """Fit the model above. Every arm must hold at least two units, every unit at least one person."""
    held = [sum(unit.arm == arm for unit in units) for arm in range(arms)]
    if min(held) < 2:
        raise ValueError(f"each arm needs two units to show their spread, not {held}")
    weights = [effective_people(unit.people, intraclass_correlation) for unit in units]
    fit, columns = _fitted(units, arms, weights)
    worth = [_worth(units, weights, arm) for arm in range(arms)]

    def estimate(arm: int, control: int | None = None) -> ShareEstimate:
        parts = [float(column == arm) - float(column == control) for column in range(columns)]
        found: Contrast = fit.contrast(parts)
        error = found.variance**0.5 if found.variance > _ROUNDING**2 else 0.0
        value = found.value if abs(found.value) > _ROUNDING else 0.0
        return ShareEstimate(
            value, error, found.freedom, worth[arm], None if control is None else worth[control]
        )

    return UnitFit(
        shares=tuple(estimate(arm) for arm in range(arms)),
        differences=tuple(estimate(arm, 0) for arm in range(1, arms)),
    )


def _worth(units: Sequence[UnitShare], weights: Sequence[float], arm: int) -> Worth:
    mine = [(unit, weight) for unit, weight in zip(units, weights, strict=True) if unit.arm == arm]
    return Worth(sum(weight * unit.share for unit, weight in mine), sum(weight for _, weight in mine))


def _fitted(units: Sequence[UnitShare], arms: int, weights: Sequence[float]) -> tuple[WeightedFit, int]:
    """One column per arm and, where sizes differ enough to be told apart from the arms, centred log size."""
    shares = [unit.share for unit in units]
    columns = [[float(unit.arm == arm) for arm in range(arms)] for unit in units]
    sizes = [log(unit.people) for unit in units]
    centre = sum(w * size for w, size in zip(weights, sizes, strict=True)) / sum(weights)
    try:
        with_size = [[*row, size - centre] for row, size in zip(columns, sizes, strict=True)]
        fit = WeightedFit(with_size, weights, shares)
        if max(fit.leverages) <= _MOST_LEVERAGE:
            return fit, arms + 1
    except ValueError:  # size says nothing that the arms do not say
        pass
    return WeightedFit(columns, weights, shares), arms
