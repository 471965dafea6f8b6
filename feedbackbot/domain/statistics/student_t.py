"""Student's t, also for broken degrees of freedom (Satterthwaite), and its noncentral form for planning."""

from functools import lru_cache
from math import exp, lgamma, log, log1p, pi, sqrt
from statistics import NormalDist
from typing import Final

from feedbackbot.domain.statistics.incomplete import regularised_beta

_NORMAL: Final = NormalDist()
_NEARLY_NORMAL: Final = 1e7
_STEPS: Final = 400
_NEARLY_ZERO: Final = 1e-12
_MOST_STEPS: Final = 60
_CLOSE: Final = 1e-14


def t_probability_within(t: float, freedom: float) -> float:
    """The probability that a t variable lies between -|t| and |t|."""
    return _within_and_beyond(t, freedom)[0]


def t_p_value(t: float, freedom: float) -> float:
    """The probability of a t variable beyond |t| on both sides. ValueError for no degrees of freedom, or NaN."""
    return _within_and_beyond(t, freedom)[1]


def _within_and_beyond(t: float, freedom: float) -> tuple[float, float]:
    if not freedom > 0 or t != t:
        raise ValueError(f"no probability for t = {t} with {freedom} degrees of freedom")
    if freedom > _NEARLY_NORMAL:
        beyond = 2 * _NORMAL.cdf(-abs(t))
        return 1 - beyond, beyond
    square = t * t
    if square < freedom:  # the smaller of the two is computed, so that neither is lost in rounding
        within = regularised_beta(square / (freedom + square), 0.5, freedom / 2)
        return within, 1 - within
    beyond = regularised_beta(freedom / (freedom + square), freedom / 2, 0.5)
    return 1 - beyond, beyond


@lru_cache(maxsize=2048)
def t_quantile(probability: float, freedom: float) -> float:
    """The value that a t variable stays under with `probability` (0.5 < p < 1): Newton's steps, halving where one would leave the bracket.

    ValueError for another probability and for no degrees of freedom.
    """
    if not freedom > 0 or not 0.5 < probability < 1:
        raise ValueError(f"no t quantile for probability {probability} and {freedom} degrees of freedom")
    beyond = 2 * (1 - probability)
    low, high = 0.0, max(2.0, _NORMAL.inv_cdf(probability))
    while t_p_value(high, freedom) > beyond:
        low, high = high, 2 * high
    half = (freedom + 1) / 2
    scale = exp(lgamma(half) - lgamma(freedom / 2)) / sqrt(freedom * pi)
    value = _near_quantile(probability, freedom)
    value = value if low < value < high else (low + high) / 2
    for _ in range(_MOST_STEPS):
        excess = t_p_value(value, freedom) - beyond
        low, high = (value, high) if excess > 0 else (low, value)
        density = 2 * scale * exp(-half * log1p(value * value / freedom))
        step = value + excess / density if density > 0 else low
        last, value = value, step if low < step < high else (low + high) / 2
        if abs(value - last) <= _CLOSE * value:
            break
    return value


def _near_quantile(probability: float, freedom: float) -> float:
    """Fisher's and Cornish's series from the normal quantile: six digits from ten degrees of freedom on, so that a step or two are left."""
    z = _NORMAL.inv_cdf(probability)
    square = z * z
    first = square + 1
    second = (5 * square + 16) * square + 3
    third = ((3 * square + 19) * square + 17) * square - 15
    return z * (1 + (first / 4 + (second / 96 + third / 384 / freedom) / freedom) / freedom)


def noncentral_t_above(threshold: float, freedom: float, shift: float) -> float:
    """The probability that (Z + shift) / sqrt(chi-square / freedom) exceeds `threshold`: the power of a t test.

    Simpson's rule over the chi variable s, whose density is s^(f-1) exp(-f s^2 / 2) times a constant.
    """
    if not freedom > 0:
        raise ValueError(f"no power with {freedom} degrees of freedom")
    constant = log(2) + freedom / 2 * log(freedom / 2) - lgamma(freedom / 2)
    spread = 1 / sqrt(2 * freedom)
    low, high = max(0.0, 1 - 10 * spread), 1 + 14 * spread
    step = (high - low) / _STEPS
    total = 0.0
    for place in range(_STEPS + 1):
        s = low + place * step
        s = max(s, _NEARLY_ZERO)
        density = exp(constant + (freedom - 1) * log(s) - freedom * s * s / 2)
        weight = 1 if place in (0, _STEPS) else 4 if place % 2 else 2
        total += weight * density * _NORMAL.cdf(shift - threshold * s)
    return min(1.0, total * step / 3)
