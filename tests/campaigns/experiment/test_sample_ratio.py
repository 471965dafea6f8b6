"""The sample-ratio checks: formulas against scipy, alarms on leaks, silence on sound campaigns."""

import pytest
from scipy import stats

from benchmarks.experiment.leaks import alarms
from feedbackbot.domain.campaigns.experiment.sample_ratio import (
    Leak,
    assigned_ratio_p,
    lost_people_p,
    ratio_check,
)


@pytest.mark.parametrize(("assigned", "weights"), [([480, 420], [1, 1]), ([510, 233, 257], [2, 1, 1])])
def test_the_ratio_of_the_assigned_is_scipys_chi_square(assigned: list[int], weights: list[int]) -> None:
    expected = [sum(assigned) * weight / sum(weights) for weight in weights]
    assert assigned_ratio_p(assigned, weights) == pytest.approx(stats.chisquare(assigned, expected).pvalue)


def test_losses_in_two_arms_are_compared_exactly() -> None:
    assert lost_people_p([450, 450], [450, 437]) == pytest.approx(
        stats.fisher_exact([[0, 450], [13, 437]]).pvalue
    )


def test_losses_in_four_arms_pay_for_being_looked_at_four_times() -> None:
    alone = stats.fisher_exact([[30, 270], [3, 897]]).pvalue
    assert lost_people_p([300] * 4, [299, 270, 299, 299]) == pytest.approx(4 * alone)


def test_nobody_lost_and_nobody_there_are_no_alarm() -> None:
    assert lost_people_p([5, 5], [5, 5]) == 1.0
    assert assigned_ratio_p([0, 0], [1, 1]) == 1.0


def test_more_counted_than_assigned_is_refused() -> None:
    with pytest.raises(ValueError, match="more people counted"):
        lost_people_p([5, 5], [5, 6])


def test_the_assignment_is_blamed_before_the_losses() -> None:
    assert ratio_check(0.0001, 0.00001).leak is Leak.ASSIGNED
    assert ratio_check(0.01, 0.00001).leak is Leak.LOST
    assert ratio_check(0.0011, 0.5).leak is None


def test_three_percent_of_the_citys_staff_in_the_wrong_arm_are_found_in_nine_of_ten_campaigns() -> None:
    """By the noncentral chi-square: 91 % at 6,000 people, 6 % at 900 (there `moved` finds it, and with certainty)."""
    assert alarms(2000, 6000, 2, seed=1, moved=0.03)[Leak.ASSIGNED] == pytest.approx(0.913, abs=0.03)


def test_three_percent_lost_from_one_message_are_found_among_1200_people() -> None:
    assert alarms(1000, 1200, 2, seed=2, lost=0.03)[Leak.LOST] >= 0.95


def test_a_sound_campaign_is_refused_about_once_in_five_hundred() -> None:
    assert alarms(2000, 900, 4, seed=3, usual_loss=0.02)[None] >= 0.995
