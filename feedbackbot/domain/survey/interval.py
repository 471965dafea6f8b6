"""How sure an index is: 95 % intervals.

Assumption: the *respondents* are independent and alike, not their nine answers, which go together. So what is
averaged is each response's own total, and the spread between responses says how far the index may be off.
Visits of one family, or a burst from one counter, break the assumption and make the interval too narrow; no
correction is made for a finite number of visitors, which would make it narrower.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

from feedbackbot.domain.survey.elements import ELEMENT_KEYS, HIGHEST_ANSWER, LOWEST_ANSWER
from feedbackbot.domain.survey.index import INDEX_PER_NRR, Weight
from feedbackbot.domain.survey.student_t import t_quantile

UPPER_TAIL: Final = 0.975
_NO_SPREAD: Final = 1e-12


@dataclass(frozen=True, slots=True)
class Interval:
    """A 95 % interval, both ends in the unit of what was estimated (index points, or answers 1-4)."""

    low: float
    high: float

    def contains(self, value: float) -> bool:
        return self.low <= value <= self.high


def mean_interval(n: int, total: int, total_of_squares: int) -> Interval | None:
    """The interval of a mean: mean -/+ t(0.975, n-1) * s / sqrt(n), s the sample's standard deviation.

    None for fewer than two values, and when all are equal: then the sample says nothing about the spread,
    and an interval without width would claim a certainty that nobody has.
    """
    if n < 2:
        return None
    spread = n * total_of_squares - total * total
    if spread <= 0:
        return None
    half = t_quantile(UPPER_TAIL, n - 1) * sqrt(spread / (n - 1)) / n
    return Interval(total / n - half, total / n + half)


def ikm_interval(
    n: int, total_of_totals: int, total_of_squared_totals: int, weight: Weight = Weight.EXACT
) -> Interval | None:
    """The interval of an index from daily totals, when every counted response has all nine answers.

    Takes the number of responses, the sum of each response's total (9-36) and the sum of its square. The
    index is then 25 x weight x the mean total, so the interval is that of the mean total, scaled, and cut to
    the range that the index can have; see `mean_interval` for None.
    """
    found = mean_interval(n, total_of_totals, total_of_squared_totals)
    if found is None:
        return None
    scale = float(INDEX_PER_NRR * weight.fraction)
    return _within_range(found.low * scale, found.high * scale, weight)


def ikm_interval_of_responses(
    responses: Sequence[Mapping[str, int | None]], weight: Weight = Weight.EXACT
) -> Interval | None:
    """The interval of an index from single responses, where some may lack some answers.

    Delta method: the index is a sum of ratios (sum of answers / number of answers), so the influence of
    response i is u_i = 25 x weight x sum over elements of (answer - mean of the element) / n of the element,
    and its variance is m/(m-1) x sum of u_i^2 over the m responses. With all answers given this equals
    `ikm_interval`. None when an element has no answer, for fewer than two responses, or without any spread.
    """
    given = [{key: r[key] for key in ELEMENT_KEYS if r.get(key) is not None} for r in responses]
    given = [answers for answers in given if answers]
    counts = {key: sum(key in answers for answers in given) for key in ELEMENT_KEYS}
    if len(given) < 2 or not all(counts.values()):
        return None
    means = {key: sum(answers.get(key) or 0 for answers in given) / counts[key] for key in ELEMENT_KEYS}
    influences = [
        sum(((answer or 0) - means[key]) / counts[key] for key, answer in answers.items())
        for answers in given
    ]
    squares = sum(influence * influence for influence in influences)
    if squares < _NO_SPREAD:
        return None
    scale = float(INDEX_PER_NRR * weight.fraction)
    error = scale * sqrt(squares * len(given) / (len(given) - 1))
    centre, half = scale * sum(means.values()), t_quantile(UPPER_TAIL, len(given) - 1) * error
    return _within_range(centre - half, centre + half, weight)


def _within_range(low: float, high: float, weight: Weight) -> Interval:
    scale = float(INDEX_PER_NRR * weight.fraction) * len(ELEMENT_KEYS)
    return Interval(max(low, scale * LOWEST_ANSWER), min(high, scale * HIGHEST_ANSWER))
