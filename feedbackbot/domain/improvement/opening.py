"""When an element of a unit is weak enough to open an improvement case."""

from dataclasses import dataclass
from enum import Enum
from math import sqrt
from typing import Final

from feedbackbot.domain.improvement.measure import Measure
from feedbackbot.domain.statistics.student_t import t_quantile
from feedbackbot.domain.survey.elements import ELEMENT_KEYS


class OpeningReason(Enum):
    """Why a case opens (catalogue: `loop-reason-<value>`)."""

    BELOW_FLOOR = "below-floor"
    DROPPED = "dropped"
    FORUM = "forum"  # citizens agreed on it


@dataclass(frozen=True, slots=True)
class OpeningRule:
    """`floor` in answers 1-4 (grade B begins at 3.0644); no case on fewer than `least_answers`.

    `level` is the chance of calling a drop that is none, for all nine elements of a unit together.
    """

    floor: float = 3.0644
    least_answers: int = 30
    level: float = 0.05


DEFAULT_OPENING_RULE: Final = OpeningRule()


def reason_to_open(
    now: Measure | None, before: Measure | None = None, rule: OpeningRule = DEFAULT_OPENING_RULE
) -> OpeningReason | None:
    """Whether a case opens for an element, and why; the floor is looked at first."""
    if now is None or now.n < rule.least_answers:
        return None
    if now.mean < rule.floor:
        return OpeningReason.BELOW_FLOOR
    if before is not None and before.n >= rule.least_answers and has_dropped(before, now, rule.level):
        return OpeningReason.DROPPED
    return None


def has_dropped(before: Measure, now: Measure, level: float) -> bool:
    """Welch's test, one-sided, its level shared among the nine elements (Bonferroni)."""
    noise = before.noise + now.noise
    if noise == 0:
        return now.mean < before.mean
    freedom = noise**2 / (before.noise**2 / (before.n - 1) + now.noise**2 / (now.n - 1))
    limit = t_quantile(1 - level / len(ELEMENT_KEYS), max(int(freedom), 1))
    return (before.mean - now.mean) / sqrt(noise) > limit
