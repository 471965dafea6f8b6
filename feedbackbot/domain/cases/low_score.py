"""Which ratings are answered at once: the person may still be at the counter."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

LOWEST_ANSWER = 1
_FULL_MARK = 100
_HIGHEST_ANSWER = 4


@dataclass(frozen=True, slots=True)
class LowScoreRules:
    """An index of one response below `index_under` alerts, once `least_answers` elements are answered.

    65 is where the grade "tidak baik" ends.
    """

    index_under: Fraction = Fraction(65)
    least_answers: int = 3


@dataclass(frozen=True, slots=True)
class LowScore:
    """What the officer on duty is told, never who said it: the elements answered lowest, and the index (25-100)."""

    elements: tuple[str, ...]
    index: Fraction


def low_score(answers: Mapping[str, int | None], rules: LowScoreRules) -> LowScore | None:
    """Whether a response (element key to 1-4, `None` unanswered) calls for an alert, and about what.

    Either an answer of 1, or an index of the answers given (their mean times 25) under the setting.
    """
    given = {element: answer for element, answer in answers.items() if answer is not None}
    if not given:
        return None
    index = Fraction(sum(given.values()) * _FULL_MARK, len(given) * _HIGHEST_ANSWER)
    lowest = min(given.values())
    low_index = len(given) >= rules.least_answers and index < rules.index_under
    if lowest > LOWEST_ANSWER and not low_index:
        return None
    return LowScore(tuple(element for element, answer in given.items() if answer == lowest), index)
