"""A repeating broadcast goes on the right day, month after month, and a restart changes nothing."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.domain.broadcast.repeat_rule import (
    MonthlyOnDay,
    MonthlyOnFirstWorkingDay,
    MonthlyOnLastWorkingDay,
    RepeatRule,
    Weekly,
    next_occurrence,
    read_repeat_code,
    repeat_code,
)
from feedbackbot.domain.calendar import WorkingCalendar, at_city, city_day, in_city

CALENDAR = WorkingCalendar()
NINE = time(9, 0)
NOW = at_city(date(2026, 11, 24), time(10, 0))  # a Tuesday


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Weekly(1, NINE), date(2026, 12, 1)),
        (Weekly(1, time(10, 1)), date(2026, 11, 24)),
        (Weekly(4, NINE), date(2026, 11, 27)),
        (MonthlyOnDay(24, NINE), date(2026, 12, 24)),
        (MonthlyOnDay(31, NINE), date(2026, 11, 30)),
        (MonthlyOnFirstWorkingDay(NINE), date(2026, 12, 1)),
        (MonthlyOnLastWorkingDay(NINE), date(2026, 11, 30)),
    ],
)
def test_the_next_moment_is_the_first_after_now(rule: RepeatRule, expected: date) -> None:
    assert next_occurrence(rule, NOW, CALENDAR) == at_city(expected, rule.at)


def test_a_month_that_begins_on_a_holiday_has_its_first_working_day_later() -> None:
    december = at_city(date(2026, 12, 31), time(12, 0))
    found = next_occurrence(MonthlyOnFirstWorkingDay(NINE), december, CALENDAR)
    assert city_day(found) == date(2027, 1, 4)


@pytest.mark.parametrize(
    "code", ["", "weekly:7@09:00", "monthly:0@09:00", "monthly:32@09:00", "monthly:first@24:00"]
)
def test_a_foreign_code_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="repeat rule"):
        read_repeat_code(code)


hours = st.times().map(lambda at: at.replace(second=0, microsecond=0))
rules = (
    st.builds(Weekly, st.integers(0, 6), hours)
    | st.builds(MonthlyOnDay, st.integers(1, 31), hours)
    | st.builds(MonthlyOnFirstWorkingDay, hours)
    | st.builds(MonthlyOnLastWorkingDay, hours)
)
moments = st.timedeltas(timedelta(), timedelta(days=2000)).map(
    lambda gone: datetime(2025, 1, 1, tzinfo=UTC) + gone
)


@given(rules)
@settings(deadline=None)
def test_a_rule_survives_the_database(rule: RepeatRule) -> None:
    assert read_repeat_code(repeat_code(rule)) == rule


@given(rules, moments)
@settings(deadline=None)
def test_occurrences_follow_each_other_at_the_agreed_hour_without_a_gap(
    rule: RepeatRule, moment: datetime
) -> None:
    found = [moment]
    for _ in range(4):
        found.append(next_occurrence(rule, found[-1], CALENDAR))
    longest = timedelta(
        days=7 if isinstance(rule, Weekly) else 38
    )  # two first working days, with a long holiday
    for earlier, later in pairwise(found):
        assert timedelta() < later - earlier <= longest + timedelta(days=1)
        assert in_city(later).time() == rule.at
        assert next_occurrence(rule, later - timedelta(microseconds=1), CALENDAR) == later
    if isinstance(rule, MonthlyOnFirstWorkingDay | MonthlyOnLastWorkingDay):
        assert all(CALENDAR.is_working_day(city_day(each)) for each in found[1:])
