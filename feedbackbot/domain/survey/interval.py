"""How sure an index is: 95 % intervals.

Assumption: the *respondents* are independent and alike, not their nine answers, which go together. So what is
averaged is each response's own total, and the spread between responses says how far the index may be off.
Visits of one family, or a burst from one counter, break the assumption and make the interval too narrow; no
correction is made for a finite number of visitors, which would make it narrower.

The t interval is taken on the logit of the mean's place between the lowest and the highest possible value,
where a satisfied unit's skew matters less, and turned back. That alone covers 94 to 96 % where opinions are of
one kind; but where one in twenty is very unhappy among satisfied people, 84 % at 15 and at 30 respondents: often
none of them has been asked yet, and no look at the answers tells such a unit from one that all are happy with.
So for the lower end half a respondent of the lowest opinion is added, and of the 5 % that an interval may miss,
what is hardly missed below any more is given to the upper end. It then covers 95.0 to 96.5 % of the one kind and
95.3 to 98.4 % of the other from 15 respondents on (`benchmarks/evidence`, docs/benchmarks.md). Below `least` respondents
none is given, nor where all said the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log, sqrt
from typing import Final

from feedbackbot.domain.statistics.student_t import t_quantile
from feedbackbot.domain.survey.elements import ELEMENT_KEYS, HIGHEST_ANSWER, LOWEST_ANSWER
from feedbackbot.domain.survey.index import INDEX_PER_NRR, Weight

UPPER_TAIL: Final = 0.975
LEAST_RESPONDENTS: Final = 15
FEW_RESPONDENTS: Final = 30
"""Under this an interval is shown with a warning."""

_NO_SPREAD: Final = 1e-12
_UNSEEN: Final = 0.5
_MISSED: Final = 0.05
# The upper end's share of it is rounded down to one of these, which keeps the quantiles few; the last is the most.
_UPPER_TAILS: Final = (0.025, 0.03, 0.035, 0.04, 0.045)


@dataclass(frozen=True, slots=True)
class Interval:
    """A 95 % interval, both ends in the unit of what was estimated (index points, or answers 1-4)."""

    low: float
    high: float

    def contains(self, value: float) -> bool:
        return self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class _Range:
    """Between which values an estimate can lie."""

    low: float
    high: float

    def interval(self, n: int, mean: float, error: float) -> Interval | None:
        """The interval of a mean with this standard error. None at either end of the range."""
        if not self.low < mean < self.high:
            return None
        away = mean - self.low
        centre, spread = self._logit(mean, error)
        squares = error * error * n * (n - 1) + away * away * n * _UNSEEN / (n + _UNSEEN)
        below, below_spread = self._logit(
            self.low + away * n / (n + _UNSEEN), sqrt(squares / (n + _UNSEEN - 1) / (n + _UNSEEN))
        )
        low = below - t_quantile(UPPER_TAIL, n - 1) * below_spread
        tail = _upper_tail((centre - low) / spread, n - 1)
        return Interval(self._at(low), self._at(centre + t_quantile(1 - tail, n - 1) * spread))

    def _logit(self, mean: float, error: float) -> tuple[float, float]:
        """A mean and its standard error on the logit scale (delta method)."""
        width = self.high - self.low
        place = (mean - self.low) / width
        return log(place / (1 - place)), error / width / (place * (1 - place))

    def _at(self, logit: float) -> float:
        # Beyond 40 a double holds nothing but the end itself.
        return self.low + (self.high - self.low) / (1 + exp(-min(max(logit, -40.0), 40.0)))


def _upper_tail(away: float, freedom: int) -> float:
    """The most that the upper end may miss where the lower one lies so many errors `away`. What that misses is compared by its quantiles,
    which every unit with as many respondents shares, and not worked out."""
    found, *more = _UPPER_TAILS
    for tail in more:
        if away < t_quantile(1 - (_MISSED - tail), freedom):
            break
        found = tail
    return found


_ANSWERS: Final = _Range(LOWEST_ANSWER, HIGHEST_ANSWER)
_TOTALS: Final = _Range(LOWEST_ANSWER * len(ELEMENT_KEYS), HIGHEST_ANSWER * len(ELEMENT_KEYS))


def mean_interval(
    n: int, total: int, total_of_squares: int, least: int = LEAST_RESPONDENTS
) -> Interval | None:
    """The interval of the mean of answers 1-4 from their number, sum and sum of squares.

    None for fewer than `least` (and two) answers, and when all are equal: then the sample says nothing about
    the spread, and an interval without width would claim a certainty that nobody has.
    """
    spread = n * total_of_squares - total * total
    if n < max(least, 2) or spread <= 0:
        return None
    return _ANSWERS.interval(n, total / n, sqrt(spread / (n - 1)) / n)


def ikm_interval(
    n: int,
    total_of_totals: int,
    total_of_squared_totals: int,
    weight: Weight = Weight.EXACT,
    least: int = LEAST_RESPONDENTS,
) -> Interval | None:
    """The interval of an index from daily totals, when every counted response has all nine answers.

    Takes the number of responses, the sum of each response's total (9-36) and the sum of its square. The
    index is then 25 x weight x the mean total, so the interval is that of the mean total, scaled. None for
    fewer than `least` responses and where all totals are equal.
    """
    spread = n * total_of_squared_totals - total_of_totals * total_of_totals
    if n < max(least, 2) or spread <= 0:
        return None
    return _of_totals(n, total_of_totals / n, sqrt(spread / (n - 1)) / n, weight)


def ikm_interval_of_responses(
    responses: Sequence[Mapping[str, int | None]],
    weight: Weight = Weight.EXACT,
    least: int = LEAST_RESPONDENTS,
) -> Interval | None:
    """The interval of an index from single responses, where some may lack some answers.

    Delta method: the index is a sum of ratios (sum of answers / number of answers), so the influence of
    response i is u_i = 25 x weight x sum over elements of (answer - mean of the element) / n of the element,
    and its variance is m/(m-1) x sum of u_i^2 over the m responses. With all answers given this equals
    `ikm_interval`. None also when an element has no answer.
    """
    given = [{key: r[key] for key in ELEMENT_KEYS if r.get(key) is not None} for r in responses]
    given = [answers for answers in given if answers]
    counts = {key: sum(key in answers for answers in given) for key in ELEMENT_KEYS}
    if len(given) < max(least, 2) or not all(counts.values()):
        return None
    means = {key: sum(answers.get(key) or 0 for answers in given) / counts[key] for key in ELEMENT_KEYS}
    influences = [
        sum(((answer or 0) - means[key]) / counts[key] for key, answer in answers.items())
        for answers in given
    ]
    squares = sum(influence * influence for influence in influences)
    if squares < _NO_SPREAD:
        return None
    n = len(given)
    return _of_totals(n, sum(means.values()), sqrt(squares * n / (n - 1)), weight)


def _of_totals(n: int, mean: float, error: float, weight: Weight) -> Interval | None:
    """`mean` of a response's total and its standard error, as an interval of the index."""
    found = _TOTALS.interval(n, mean, error)
    scale = float(INDEX_PER_NRR * weight.fraction)
    return Interval(found.low * scale, found.high * scale) if found else None
