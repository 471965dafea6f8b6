"""Percentages that people read."""

import pytest

from feedbackbot.domain.statistics.percent import whole_percent
from feedbackbot.domain.training.quiz import QuizScore


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [(1, 8, 13), (3, 8, 38), (2, 3, 67), (0, 9, 0), (1, 300, 1), (299, 300, 99), (9, 9, 100), (0, 0, 100)],
)
def test_halves_go_up_and_all_or_nobody_is_said_only_where_it_is_so(
    part: int, whole: int, shown: int
) -> None:
    assert whole_percent(part, whole) == shown


def test_a_share_may_stray_a_little_beyond_its_ends() -> None:
    assert (whole_percent(-1e-17), whole_percent(1 + 1e-12)) == (0, 100)


def test_a_quiz_is_rounded_but_never_up_to_the_mark_that_was_missed() -> None:
    assert QuizScore(2, 3, passed=True, pass_mark=66).percent == 67
    assert QuizScore(2, 3, passed=False, pass_mark=67).percent == 66
