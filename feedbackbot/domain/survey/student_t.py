"""Quantiles of Student's t without scipy, whose import costs more memory than the rest of a chat answer."""

from functools import lru_cache
from math import atan, cos, pi, sin, sqrt
from statistics import NormalDist
from typing import Final

_SERIES_UP_TO: Final = 120


@lru_cache(maxsize=1024)
def t_quantile(probability: float, freedom: int) -> float:
    """The value that a t variable of `freedom` (>= 1) degrees stays under with `probability` (0.5 < p < 1).

    Up to 120 degrees the closed series for whole degrees (Abramowitz and Stegun 26.7.3-4) is inverted by
    bisection; beyond, the expansion around the normal quantile (26.7.5) is good to nine digits.
    """
    if freedom < 1 or not 0.5 < probability < 1:
        raise ValueError(f"no t quantile for probability {probability} and {freedom} degrees of freedom")
    if freedom > _SERIES_UP_TO:
        return _expanded(NormalDist().inv_cdf(probability), freedom)
    within, low, high = 2 * probability - 1, 0.0, pi / 2
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _probability_within(middle, freedom) < within else (low, middle)
    return sqrt(freedom) * sin(low) / cos(low)


def t_probability_within(t: float, freedom: int) -> float:
    """The probability that a t variable of whole degrees of freedom lies between -|t| and |t|."""
    return _probability_within(atan(abs(t) / sqrt(freedom)), freedom)


def _probability_within(angle: float, freedom: int) -> float:
    odd = freedom % 2 == 1
    cosine, term, total = cos(angle), 1.0, 0.0
    # Odd: cos + 2/3 cos^3 + ...; even: 1 + 1/2 cos^2 + ...; each up to cos^(freedom - 2).
    if odd:
        term = cosine
    for step in range(1, freedom // 2 + 1):
        total += term
        factor = 2 * step / (2 * step + 1) if odd else (2 * step - 1) / (2 * step)
        term *= factor * cosine * cosine
    if odd:
        return 2 / pi * (angle + sin(angle) * total)
    return sin(angle) * total


def _expanded(z: float, freedom: int) -> float:
    g1 = (z**3 + z) / 4
    g2 = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    g3 = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    g4 = (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160
    return z + g1 / freedom + g2 / freedom**2 + g3 / freedom**3 + g4 / freedom**4
