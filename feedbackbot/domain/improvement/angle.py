"""Means of answers 1-4 on the arcsine scale, where units spread alike, near the best mark too.

A unit that gives 3.9 of 4 cannot move as far as one in the middle; on the raw scale that broke the promise of
5 %. The angle of a mean m is 2 asin(sqrt((m - 1) / 3)), from 0 to pi, and spreads the same wherever it lies.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import asin, cos, pi, sqrt
from typing import Final

from feedbackbot.domain.improvement.measure import Change, Measure

_LOWEST: Final = 1
_WIDTH: Final = 3
# A unit's own spread is smoothed by this many answers of all units together: ten equal answers are no certainty.
_BORROWED: Final = 10
_LEAST_NOISE: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Angle:
    """A mean on the arcsine scale, and the variance that comes from asking only so many people."""

    value: float
    noise: float


def common_variance(changes: Iterable[Change]) -> float:
    """Of single answers within units and windows; 0 where all of a unit always said the same."""
    measures = [measure for change in changes for measure in (change.before, change.after)]
    return sum(m.variance * (m.n - 1) for m in measures) / max(sum(m.n - 1 for m in measures), 1)


def angle_of(measure: Measure, common: float) -> Angle:
    """`common`: the variance of `common_variance`."""
    place = min(max((measure.mean - _LOWEST) / _WIDTH, 0.0), 1.0)
    variance = (measure.variance * (measure.n - 1) + common * _BORROWED) / (measure.n - 1 + _BORROWED)
    # One answer in the middle is added: at either end the scale has no slope.
    inner = (place * measure.n + 0.5) / (measure.n + 1)
    noise = variance / measure.n / (_WIDTH**2 * inner * (1 - inner))
    return Angle(2 * asin(sqrt(place)), max(noise, _LEAST_NOISE))


def mean_at(angle: float) -> float:
    """The mean answer (1-4) of an angle; beyond either end it is that end."""
    return _LOWEST + _WIDTH * (1 - cos(min(max(angle, 0.0), pi))) / 2
