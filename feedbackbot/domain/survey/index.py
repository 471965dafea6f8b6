"""The index (IKM) of PermenPANRB 14/2017, computed exactly and rounded once.

NRR of an element = sum of its answers / number of its answers; IKM = (sum of NRR x weight) x 25.
Everything before the last step is a fraction. The published grade bands have gaps (64,99 / 65,00), so the
value is rounded half up to two decimals first and the rounded value is graded.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from math import lcm
from typing import Final

from feedbackbot.domain.survey.elements import ELEMENT_KEYS, ELEMENTS, HIGHEST_ANSWER, LOWEST_ANSWER, Element

INDEX_PER_NRR: Final = 25


class Weight(Enum):
    """How much one element counts. EXACT is right; the other two reproduce a city's older reports."""

    EXACT = "1/9"
    W0_111 = "0.111"
    W0_11 = "0.11"

    @property
    def fraction(self) -> Fraction:
        return _FRACTIONS[self]


_FRACTIONS: Final = {weight: Fraction(weight.value) for weight in Weight}


class Grade(Enum):
    """The grade of a service (mutu pelayanan), with the regulation's word and its lowest rounded IKM."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"

    @property
    def word(self) -> str:
        """The regulation's Indonesian word; in chat the catalogue's `grade-<letter>` is used instead."""
        return _WORDS[self]

    @property
    def lowest_ikm(self) -> Decimal:
        return _LOWEST[self]


_WORDS: Final = {
    Grade.A: "Sangat Baik",
    Grade.B: "Baik",
    Grade.C: "Kurang Baik",
    Grade.D: "Tidak Baik",
}
_LOWEST: Final = {
    Grade.A: Decimal("88.31"),
    Grade.B: Decimal("76.61"),
    Grade.C: Decimal("65.00"),
    Grade.D: Decimal("25.00"),
}


@dataclass(frozen=True, slots=True)
class Tally:
    """The answers of one element, added up: `total` is the sum of the answers, `n` how many there are."""

    total: int
    n: int

    def __post_init__(self) -> None:
        if self.n < 0 or not LOWEST_ANSWER * self.n <= self.total <= HIGHEST_ANSWER * self.n:
            raise ValueError(f"{self.n} answers of 1-4 cannot add up to {self.total}")


@dataclass(frozen=True, slots=True)
class Index:
    """A published result. `ikm` has two decimals; `nrr` is exact, in annex order; `n` counts respondents.

    `n` is the largest number of answers that any element has: an element skipped by some does not make
    the respondents fewer.
    """

    ikm: Decimal
    grade: Grade
    nrr: Mapping[str, Fraction]
    n: int
    weight: Weight

    @property
    def nrr_rounded(self) -> dict[str, Decimal]:
        """NRR by element with two decimals, half up, for reading; never compute on with it."""
        return {key: rounded(value) for key, value in self.nrr.items()}

    @property
    def from_lowest(self) -> tuple[Element, ...]:
        """The elements from the weakest up; equals keep the annex's order."""
        return tuple(sorted(ELEMENTS, key=lambda element: self.nrr[element.key]))

    @property
    def weakest(self) -> Element:
        return self.from_lowest[0]

    @property
    def strongest(self) -> Element:
        return max(ELEMENTS, key=lambda element: self.nrr[element.key])


def rounded(value: Fraction, places: int = 2) -> Decimal:
    """The fraction rounded half up (towards plus infinity at the half) to so many decimals."""
    twice = 2 * value.denominator
    return Decimal((2 * value.numerator * 10**places + value.denominator) // twice).scaleb(-places)


def nrr(total: int, n: int) -> Fraction:
    """The mean answer of one element, exact. ValueError when nobody answered or the sum is impossible."""
    if n == 0:
        raise ValueError("an element that nobody answered has no mean")
    return Fraction(Tally(total, n).total, n)


def ikm_exact(means: Mapping[str, Fraction], weight: Weight = Weight.EXACT) -> Fraction:
    """The index before rounding, from the nine means by element key. KeyError when one is missing."""
    nine = [means[key] for key in ELEMENT_KEYS]
    # over one denominator: a fraction made anew for each sum costs more than all the rest
    whole = lcm(*(mean.denominator for mean in nine))
    total = sum(mean.numerator * (whole // mean.denominator) for mean in nine)
    return Fraction(total, whole) * weight.fraction * INDEX_PER_NRR


def ikm(means: Mapping[str, Fraction], weight: Weight = Weight.EXACT) -> Decimal:
    """The index with two decimals, rounded once and half up, from the nine exact means by element key."""
    return rounded(ikm_exact(means, weight))


def grade(ikm: Decimal) -> Grade:
    """The grade of a *rounded* index. ValueError beyond two decimals: such a value may lie in a gap."""
    if ikm != ikm.quantize(Decimal("0.01")):
        raise ValueError(f"{ikm} is not rounded to two decimals")
    for band in (Grade.A, Grade.B, Grade.C):
        if ikm >= band.lowest_ikm:
            return band
    return Grade.D


def index_of(tallies: Mapping[str, Tally], weight: Weight = Weight.EXACT) -> Index | None:
    """The result for tallies by element key; None when any of the nine has no answer yet.

    Elements may have been answered by different numbers of people; each mean is over its own number.
    """
    found = {key: tallies[key] for key in ELEMENT_KEYS if key in tallies and tallies[key].n > 0}
    if len(found) < len(ELEMENT_KEYS):
        return None
    means = {key: Fraction(tally.total, tally.n) for key, tally in found.items()}
    value = ikm(means, weight)
    return Index(value, grade(value), means, max(tally.n for tally in found.values()), weight)
