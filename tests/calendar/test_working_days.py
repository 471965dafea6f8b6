"""The city's working days: weekends, holidays, collective leave and the city's own corrections."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.domain.calendar import WorkingCalendar, public_holidays

CALENDAR = WorkingCalendar()
days = st.dates(date(2015, 1, 1), date(2060, 12, 31))
near_days = st.dates(date(2025, 12, 1), date(2026, 2, 28))
calendars = st.builds(WorkingCalendar, extra_off=st.frozensets(near_days), extra_on=st.frozensets(near_days))


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2026, 8, 18), True),
        (date(2026, 8, 17), False),  # Independence Day, a Monday
        (date(2026, 8, 15), False),  # Saturday
        (date(2026, 12, 24), False),  # collective leave
    ],
)
def test_weekends_holidays_and_collective_leave_are_free(day: date, working: bool) -> None:
    assert CALENDAR.is_working_day(day) is working


def test_collective_leave_can_be_worked() -> None:
    assert WorkingCalendar(collective_leave=False).is_working_day(date(2026, 12, 24))
    assert public_holidays(2026, False) < public_holidays(2026)


def test_the_city_adds_and_takes_away_days() -> None:
    flood, fair = date(2026, 11, 25), date(2026, 11, 28)
    calendar = WorkingCalendar(extra_off=frozenset({flood}), extra_on=frozenset({fair}))
    assert not calendar.is_working_day(flood)
    assert calendar.is_working_day(fair)
    assert calendar.add_working_days(date(2026, 11, 24), 3) == fair


def test_three_working_days_over_christmas_end_in_the_next_week() -> None:
    assert CALENDAR.add_working_days(date(2026, 12, 22), 3) == date(2026, 12, 29)


def test_a_week_without_working_day_is_refused() -> None:
    with pytest.raises(ValueError, match="working day"):
        WorkingCalendar(weekend=frozenset(range(7)))


@given(calendars, days | near_days, st.integers(0, 40))
@settings(deadline=None)
def test_counting_undoes_adding(calendar: WorkingCalendar, day: date, count: int) -> None:
    assert calendar.working_days_between(day, calendar.add_working_days(day, count)) == count


@given(calendars, days | near_days, st.integers(0, 20), st.integers(0, 20))
@settings(deadline=None)
def test_adding_in_two_steps_is_adding_once(
    calendar: WorkingCalendar, day: date, first: int, second: int
) -> None:
    in_steps = calendar.add_working_days(calendar.add_working_days(day, first), second)
    assert in_steps == calendar.add_working_days(day, first + second)


@given(calendars, days | near_days, st.integers(1, 20))
@settings(deadline=None)
def test_going_back_and_forth_returns_to_a_working_day(
    calendar: WorkingCalendar, day: date, count: int
) -> None:
    start = calendar.on_or_after(day)
    assert calendar.add_working_days(calendar.add_working_days(start, count), -count) == start


@given(calendars, near_days, near_days, near_days)
@settings(deadline=None)
def test_counts_add_up_over_a_day_between(calendar: WorkingCalendar, a: date, b: date, c: date) -> None:
    between = calendar.working_days_between
    assert between(a, b) + between(b, c) == between(a, c)


@given(calendars, days | near_days)
@settings(deadline=None)
def test_the_nearest_working_days_enclose_a_day(calendar: WorkingCalendar, day: date) -> None:
    before, after = calendar.on_or_before(day), calendar.on_or_after(day)
    assert before <= day <= after
    assert calendar.is_working_day(before)
    assert calendar.is_working_day(after)
    skipped = [before + timedelta(days=n) for n in range(1, (after - before).days)]
    assert not any(calendar.is_working_day(each) for each in skipped)
