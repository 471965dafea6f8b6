"""Which ratings are answered at once: the person may still be at the counter."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

LOWEST_ANSWER = 1
_FULL_MARK = 100
_HIGHEST_ANSWER = 4


@dataclass(frozen=True, slots=True)
class LowScoreRules:
    """An index of one response below `index_under` alerts, once `least_answers` elements are answered; so do `lowest_answers` of 1.

    65 is where the grade "tidak baik" ends. One single 1 may be a slip, or a question that was understood otherwise.
    """

    index_under: Fraction = Fraction(65)
    least_answers: int = 3
    lowest_answers: int = 2


@dataclass(frozen=True, slots=True)
class LowScore:
    """What the officer on duty is told, never who said it: the elements answered lowest, and the index (25-100)."""

    elements: tuple[str, ...]
    index: Fraction


def low_score(
    answers: Mapping[str, int | None], rules: LowScoreRules, *, complaint: bool = False
) -> LowScore | None:
    """Whether a response (element key to 1-4, `None` unanswered) calls for an alert, and about what.

    An index of the answers given (their mean times 25) under the setting; two elements answered 1; or one of them beside words that
    complain (`complaint`).
    """
    given = {element: answer for element, answer in answers.items() if answer is not None}
    if not given:
        return None
    index = Fraction(sum(given.values()) * _FULL_MARK, len(given) * _HIGHEST_ANSWER)
    low_index = len(given) >= rules.least_answers and index < rules.index_under
    ones = sum(answer == LOWEST_ANSWER for answer in given.values())
    if not low_index and ones < (1 if complaint else rules.lowest_answers):
        return None
    lowest = min(given.values())
    return LowScore(tuple(element for element, answer in given.items() if answer == lowest), index)
