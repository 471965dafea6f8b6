"""Badges are given once, kept for good, and there is one for each rule."""

from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.domain.incentives.badges import BADGE_RULES, Achievements, Badge, new_badges

achievements = st.builds(Achievements, *[st.integers(0, 5)] * len(fields(Achievements)))


@given(achievements, st.sampled_from([field.name for field in fields(Achievements)]))
@settings(deadline=None)
def test_more_done_never_loses_a_badge(done: Achievements, name: str) -> None:
    more = replace(done, **{name: getattr(done, name) + 1})
    assert set(new_badges(done, ())) <= set(new_badges(more, ()))


@given(achievements)
@settings(deadline=None)
def test_a_badge_held_is_not_given_again(done: Achievements) -> None:
    first = new_badges(done, ())
    assert new_badges(done, first) == ()


@pytest.mark.parametrize(
    ("done", "badge"),
    [
        (Achievements(trainings_attended=1), Badge.FIRST_TRAINING),
        (Achievements(courses_passed=1), Badge.FIRST_COURSE),
        (Achievements(longest_streak_months=3), Badge.STEADY),
        (Achievements(years_complete=1), Badge.YEAR_COMPLETE),
        (Achievements(forms_of_learning=3), Badge.MANY_WAYS),
        (Achievements(unit_goals_helped=1), Badge.TEAM_PLAYER),
    ],
)
def test_each_badge_has_its_own_reason(done: Achievements, badge: Badge) -> None:
    assert new_badges(done, ()) == (badge,)


def test_every_badge_has_a_rule_and_nobody_starts_with_one() -> None:
    assert BADGE_RULES.keys() == set(Badge)
    assert new_badges(Achievements(), ()) == ()
