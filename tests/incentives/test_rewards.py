"""Rewards are claimed once a season and only by who has the points."""

from feedbackbot.domain.incentives.rewards import DEFAULT_THRESHOLDS, Reward, claimable

LETTER, PRIORITY = Reward.LETTER_OF_APPRECIATION, Reward.PRIORITY_FOR_NEXT_TRAINING


def test_with_enough_points_rewards_open_up_cheapest_first() -> None:
    assert claimable(59, ()) == ()
    assert claimable(60, ()) == (PRIORITY,)
    assert claimable(120, ()) == (PRIORITY, LETTER)


def test_a_reward_is_given_once_a_season() -> None:
    assert claimable(500, (PRIORITY,)) == (LETTER,)


def test_every_reward_has_a_threshold_above_zero() -> None:
    assert DEFAULT_THRESHOLDS.keys() == set(Reward)
    assert min(DEFAULT_THRESHOLDS.values()) > 0
