"""A claim is made on the adjusted estimate alone, and its absence is explained."""

import pytest

from feedbackbot.domain.improvement.effect import Estimate, MeasuredEffect
from feedbackbot.domain.improvement.verdict import Verdict, verdict_of
from feedbackbot.domain.survey.interval import Interval

UP = Estimate(0.2, Interval(0.1, 0.3))
UNSURE = Estimate(0.1, Interval(-0.1, 0.3))
DOWN = Estimate(-0.2, Interval(-0.3, -0.1))


@pytest.mark.parametrize(
    ("adjusted", "plain", "naive", "said"),
    [
        (UP, UP, UP, Verdict.IMPROVED),
        (UP, UNSURE, UNSURE, Verdict.IMPROVED),
        (DOWN, UNSURE, UP, Verdict.WORSENED),
        (UNSURE, UP, UNSURE, Verdict.NOT_TOLD_FROM_RETURN),
        (UNSURE, UNSURE, UP, Verdict.NOT_TOLD_FROM_RETURN),
        (UNSURE, UNSURE, DOWN, Verdict.NO_CLEAR_CHANGE),
    ],
)
def test_what_is_said(adjusted: Estimate, plain: Estimate, naive: Estimate, said: Verdict) -> None:
    assert verdict_of(MeasuredEffect(adjusted, plain, naive, 0.1, 2, 20)) is said


def test_without_an_estimate_it_is_said_that_there_is_too_little() -> None:
    assert verdict_of(None) is Verdict.TOO_FEW
