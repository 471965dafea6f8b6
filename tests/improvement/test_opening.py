"""A case opens for a weak or falling element, and not for noise."""

import random

import pytest

from feedbackbot.domain.improvement.measure import Measure
from feedbackbot.domain.improvement.opening import OpeningReason, OpeningRule, reason_to_open

RULE = OpeningRule(floor=3.0, least_answers=30, level=0.05)


@pytest.mark.parametrize(
    ("now", "before", "reason"),
    [
        (Measure(100, 2.99, 0.4), None, OpeningReason.BELOW_FLOOR),
        (Measure(100, 3.0, 0.4), None, None),
        (Measure(29, 1.5, 0.4), None, None),
        (None, Measure(100, 3.5, 0.4), None),
        (Measure(100, 3.1, 0.4), Measure(100, 3.6, 0.4), OpeningReason.DROPPED),
        (Measure(100, 3.1, 0.4), Measure(29, 3.6, 0.4), None),
        (Measure(100, 3.5, 0.4), Measure(100, 3.6, 0.4), None),
        (Measure(100, 3.9, 0.4), Measure(100, 3.1, 0.4), None),
        (Measure(100, 3.0, 0.0), Measure(100, 4.0, 0.0), OpeningReason.DROPPED),
        (Measure(100, 4.0, 0.0), Measure(100, 4.0, 0.0), None),
    ],
)
def test_when_a_case_opens(now: Measure | None, before: Measure | None, reason: OpeningReason | None) -> None:
    assert reason_to_open(now, before, RULE) is reason


def test_a_unit_that_stays_as_it_is_seldom_opens_a_case_for_a_drop() -> None:
    """Nine elements of a steady unit, 40 answers each time: at most 5 % of the units open one by chance."""
    chance = random.Random(5)
    never_low = OpeningRule(floor=1.0)

    def asked() -> Measure:
        answers = chance.choices([2, 3, 4], [1, 4, 5], k=40)
        found = Measure.of_sums(40, sum(answers), sum(a * a for a in answers))
        assert found is not None
        return found

    opened = sum(any(reason_to_open(asked(), asked(), never_low) for _ in range(9)) for _ in range(1000))
    assert 0.02 <= opened / 1000 <= 0.06


def test_sums_give_the_mean_and_the_variance_of_the_answers() -> None:
    answers = [1, 2, 2, 3, 3, 3, 4, 4, 4, 4]
    found = Measure.of_sums(10, sum(answers), sum(a * a for a in answers))
    assert found is not None
    assert (found.mean, found.variance) == (3.0, pytest.approx(10 / 9))
    assert found.noise == pytest.approx(1 / 9)


def test_fewer_than_ten_answers_measure_nothing() -> None:
    assert Measure.of_sums(9, 27, 81) is None
    assert Measure.of_sums(0, 0, 0) is None
