"""Tests of counts: chi-square's tail, and Fisher's exact test of two by two."""

from math import exp, lgamma
from typing import Final

from feedbackbot.domain.statistics.incomplete import upper_gamma

# Tables as likely as the one seen count as extreme; their computed chances may differ in the last digits.
_AS_LIKELY: Final = 1 + 1e-7


def chi_square_p_value(statistic: float, freedom: int) -> float:
    """The probability of a larger chi-square value."""
    return upper_gamma(freedom / 2, statistic / 2)


def fisher_p_value(a: int, b: int, c: int, d: int) -> float:
    """Two-sided p-value of the table [[a, b], [c, d]]: the chance of all tables no likelier than this one.

    Its rows and columns are taken as given. ValueError for negative counts.
    """
    if min(a, b, c, d) < 0:
        raise ValueError(f"no table of {a}, {b}, {c}, {d}")
    row, column, whole = a + b, a + c, a + b + c + d
    fixed = _choose(whole, column)
    least, most = max(0, row + column - whole), min(row, column)
    seen = exp(_choose(row, a) + _choose(whole - row, column - a) - fixed)
    chances = (
        exp(_choose(row, inside) + _choose(whole - row, column - inside) - fixed)
        for inside in range(least, most + 1)
    )
    return min(1.0, sum(chance for chance in chances if chance <= seen * _AS_LIKELY))


def _choose(n: int, k: int) -> float:
    """The logarithm of n over k."""
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
