"""A streak counts months, forgives by freezes, and never punishes activity."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.domain.incentives.streaks import Streak, StreakRule, streak

days = st.dates(date(2024, 1, 1), date(2026, 12, 31))
TODAY = date(2026, 12, 31)


def of(months: str, rule: StreakRule = StreakRule()) -> Streak:
    """`x` is an active month, `.` a missed one; the last is the present month, July 2026."""
    first = 7 - len(months) + 1
    active = [date(2026, first + index, 15) for index, mark in enumerate(months) if mark == "x"]
    return streak(active, date(2026, 7, 20), rule)


@pytest.mark.parametrize(
    ("months", "length", "longest", "freezes"),
    [
        ("", 0, 0, 0),
        ("x", 1, 1, 0),
        ("xxx", 3, 3, 1),
        ("xx.x", 1, 2, 0),
        ("xxx.x", 4, 4, 0),
        ("xxx..x", 1, 3, 0),
        ("xxxxxx.", 6, 6, 2),
        ("xxxx..", 4, 4, 0),
        ("x.", 1, 1, 0),
    ],
)
def test_examples(months: str, length: int, longest: int, freezes: int) -> None:
    seen = of(months)
    assert (seen.months, seen.longest, seen.freezes) == (length, longest, freezes)


def test_the_present_month_never_breaks_a_streak_and_says_whether_it_is_done() -> None:
    assert of("xx.").months == 2 and not of("xx.").active_this_month
    assert of("xxx").active_this_month


def test_without_freezes_a_missed_month_ends_the_streak() -> None:
    assert of("xxx.x", StreakRule(most_freezes=0)).months == 1


@given(st.lists(days, max_size=40), days)
@settings(deadline=None)
def test_more_activity_never_makes_a_streak_shorter(active: list[date], more: date) -> None:
    before, after = streak(active, TODAY), streak([*active, more], TODAY)
    assert after.months >= before.months
    assert after.longest >= before.longest


@given(st.lists(days, max_size=40))
@settings(deadline=None)
def test_a_streak_counts_only_active_months_and_keeps_few_freezes(active: list[date]) -> None:
    seen = streak(active, TODAY)
    assert 0 <= seen.months <= seen.longest <= len({(day.year, day.month) for day in active})
    assert 0 <= seen.freezes <= 2


@given(st.lists(days, max_size=20))
@settings(deadline=None)
def test_a_second_activity_in_a_month_changes_nothing(active: list[date]) -> None:
    assert streak([*active, *(day.replace(day=1) for day in active)], TODAY) == streak(active, TODAY)


def test_days_to_come_do_not_count_yet() -> None:
    assert streak([date(2026, 7, 21)], date(2026, 7, 20)).months == 0


def test_a_rule_that_saves_nothing_for_months_is_refused() -> None:
    with pytest.raises(ValueError, match="not a rule"):
        StreakRule(months_for_freeze=0)
