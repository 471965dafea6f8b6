"""What changed from one period to the next, and what of it is more than chance."""

from dataclasses import dataclass
from decimal import Decimal

from feedbackbot.domain.improvement.measure import Measure
from feedbackbot.domain.improvement.opening import DEFAULT_OPENING_RULE, has_dropped
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.reports.figures.result import UnitFigures


@dataclass(frozen=True, slots=True)
class Change:
    """`ikm` in index points and `nrr` by element in answers, both of the rounded values that people compare.

    `dropped` and `risen` are the elements whose change is more than chance (Welch, 5 % shared among the nine).
    """

    ikm: Decimal
    nrr: dict[str, Decimal]
    dropped: frozenset[str]
    risen: frozenset[str]


def change_between(now: UnitFigures, before: UnitFigures) -> Change | None:
    """None where one of the two has no result."""
    if now.index is None or before.index is None:
        return None
    new, old = now.index.nrr_rounded, before.index.nrr_rounded
    dropped, risen = set(), set()
    for key in ELEMENT_KEYS:
        later, earlier = _measure(now, key), _measure(before, key)
        if later is None or earlier is None:
            continue
        if has_dropped(earlier, later, DEFAULT_OPENING_RULE.level):
            dropped.add(key)
        if has_dropped(later, earlier, DEFAULT_OPENING_RULE.level):
            risen.add(key)
    return Change(
        now.index.ikm - before.index.ikm,
        {key: new[key] - old[key] for key in ELEMENT_KEYS},
        frozenset(dropped),
        frozenset(risen),
    )


def _measure(figures: UnitFigures, key: str) -> Measure | None:
    totals = figures.totals
    return Measure.of_sums(totals.n, totals.sums[key], totals.squares[key])
