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
    least, most, other = max(0, row + column - whole), min(row, column), whole - row - column
    mode = min(max((row + 1) * (column + 1) // (whole + 2), least), most)
    ways = _choose(row, mode) + _choose(whole - row, column - mode)
    seen = _AS_LIKELY * exp(_choose(row, a) + _choose(whole - row, column - a) - ways)
    # Chances beside the likeliest table's, each from its neighbour's: far cheaper than logarithms of each.
    total, tail, chance = 1.0, 1.0 if seen >= 1 else 0.0, 1.0
    for inside in range(mode, most):
        chance *= (row - inside) * (column - inside) / ((inside + 1) * (other + inside + 1))
        total += chance
        tail += chance if chance <= seen else 0.0
    chance = 1.0
    for inside in range(mode, least, -1):
        chance *= inside * (other + inside) / ((row - inside + 1) * (column - inside + 1))
        total += chance
        tail += chance if chance <= seen else 0.0
    return min(1.0, tail / total)


def _choose(n: int, k: int) -> float:
    """The logarithm of n over k."""
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
