"""The comparison where whole units were drawn: people of one unit resemble each other, so units are counted.

Chosen by simulation (`python -m benchmarks.experiment`): with 40 units as unequal as a city's and no effect,
counting people as if they were independent declares one in 53 % of campaigns, the stock cluster-robust
regression in 9 %. What holds its 5 % from ten units on, and is narrowest, is weighted least squares on the
units' shares:

- each unit weighs n / (1 + (n - 1) r): its people divided by how much they repeat each other;
- centred log size is a covariate, because the assignment was stratified by size;
- CR2 errors with Bell and McCaffrey's (2002) Satterthwaite degrees of freedom. With one row per unit and
  weights fixed beforehand, CR2 is HC2 of the weighted regression.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from feedbackbot.domain.campaigns.experiment.proportions import Interval

_Array = npt.NDArray[np.float64]
# Sums of squares this small are rounding, not spread.
_ROUNDING = 1e-12


@dataclass(frozen=True)
class UnitShare:
    """One unit: index of its arm, its people, and the part of them (0 to 1) the outcome applies to."""

    arm: int
    people: int
    share: float


@dataclass(frozen=True)
class Estimate:
    """A value with its standard error and Satterthwaite degrees of freedom."""

    value: float
    standard_error: float
    degrees_of_freedom: float

    def interval(self, alpha: float, lowest: float = -1.0) -> Interval:
        """The t interval, cut at `lowest` and 1: neither a share nor a difference can lie beyond."""
        from scipy.special import stdtrit

        half = float(stdtrit(self.degrees_of_freedom, 1 - alpha / 2)) * self.standard_error
        return Interval(max(lowest, self.value - half), min(1.0, self.value + half), level=1 - alpha)

    @property
    def p_value(self) -> float:
        """Two-sided, for the value being zero."""
        from scipy.special import stdtr

        if self.standard_error == 0:
            # Every unit of both arms alike: no spread to judge by, so only equality can be stated.
            return 1.0 if self.value == 0 else 0.0
        return 2 * float(stdtr(self.degrees_of_freedom, -abs(self.value) / self.standard_error))


@dataclass(frozen=True)
class UnitFit:
    """Per arm the share at average unit size, and per message its difference to arm 0 (the control)."""

    shares: tuple[Estimate, ...]
    differences: tuple[Estimate, ...]


def effective_people(people: int, intraclass_correlation: float) -> float:
    """How many independent people a unit of `people` is worth; also its weight."""
    return people / (1 + (people - 1) * intraclass_correlation)


def compare_unit_shares(units: Sequence[UnitShare], arms: int, intraclass_correlation: float) -> UnitFit:
    """Fit the model above. Every arm must hold at least two units, every unit at least one person."""
    held = [sum(unit.arm == arm for unit in units) for arm in range(arms)]
    if min(held) < 2:
        raise ValueError(f"each arm needs two units to show their spread, not {held}")
    weights = np.array([effective_people(unit.people, intraclass_correlation) for unit in units])
    root = np.sqrt(weights)
    design = _design(units, arms, weights) * root[:, None]
    outcome = np.array([unit.share for unit in units]) * root
    inverse = np.linalg.inv(design.T @ design)
    coefficients = inverse @ design.T @ outcome
    projection = design @ inverse
    residual_maker = np.eye(len(units)) - projection @ design.T
    residuals = residual_maker @ outcome

    def estimate(contrast: _Array) -> Estimate:
        influence = (projection @ contrast) ** 2
        per_unit = influence / np.diag(residual_maker)
        variance = float(per_unit @ residuals**2)
        freedom = float(influence.sum() ** 2 / (per_unit @ residual_maker**2 @ per_unit))
        value = float(coefficients @ contrast)
        error = variance**0.5 if variance > _ROUNDING**2 else 0.0
        return Estimate(value if abs(value) > _ROUNDING else 0.0, error, freedom)

    identity = np.eye(design.shape[1])
    return UnitFit(
        shares=tuple(estimate(identity[arm]) for arm in range(arms)),
        differences=tuple(estimate(identity[arm] - identity[0]) for arm in range(1, arms)),
    )


def _design(units: Sequence[UnitShare], arms: int, weights: _Array) -> _Array:
    """One column per arm and, where sizes differ enough to be told apart from the arms, centred log size."""
    columns = np.zeros((len(units), arms))
    columns[np.arange(len(units)), [unit.arm for unit in units]] = 1.0
    size = np.log([unit.people for unit in units])
    size = size - np.average(size, weights=weights)
    within = size - columns @ (columns.T @ (weights * size) / (columns.T @ weights))
    # A unit that alone carries the slope would have no residual left to measure its spread by.
    leverage = weights * within**2
    if leverage.sum() < _ROUNDING or leverage.max() > 0.9 * leverage.sum():
        return columns
    return np.column_stack([columns, size])
