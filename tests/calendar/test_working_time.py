"""Deadlines end at the close of business and are halved by the hours somebody is at the desk."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.domain.calendar import OpeningHours, WorkingCalendar, WorkingTime, at_city, city_day, in_city

OFFICE = WorkingTime()
WITH_BREAK = WorkingTime(
    hours=OpeningHours.from_text({1: "08.00-12.00, 13.00-16.00", 3: "09.00-11.00", 6: "08.00-12.00"})
)
DECEMBER = datetime(2025, 12, 1, tzinfo=UTC)
works = st.sampled_from([OFFICE, WITH_BREAK])
moments = st.timedeltas(timedelta(), timedelta(days=240)).map(lambda ahead: DECEMBER + ahead)
spans = st.timedeltas(timedelta(), timedelta(days=40))


def wib(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return at_city(date(2026, month, day), time(hour, minute))


def test_the_city_is_seven_hours_ahead_of_utc() -> None:
    assert wib(24, 8) == datetime(2026, 11, 24, 1, tzinfo=UTC)
    assert city_day(datetime(2026, 11, 24, 17, tzinfo=UTC)) == date(2026, 11, 25)
    assert in_city(wib(24, 8)).hour == 8


def test_a_moment_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        in_city(datetime(2026, 11, 24))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("received", "working_days", "due"),
    [
        (wib(24, 10), 3, wib(27, 16, 45)),  # Tuesday morning
        (wib(24, 17), 3, wib(30, 16, 45)),  # after closing it counts from Wednesday
        (wib(28, 10), 3, wib(3, 16, 45, month=12)),  # Saturday counts from Monday
        (wib(22, 10, month=12), 3, wib(29, 16, 45, month=12)),  # Christmas and collective leave between
        (wib(24, 10), 0, wib(24, 16, 45)),
    ],
)
def test_a_deadline_is_the_close_of_the_nth_working_day(
    received: datetime, working_days: int, due: datetime
) -> None:
    assert OFFICE.deadline(received, working_days) == due


def test_a_unit_that_is_closed_on_the_last_day_has_until_its_end() -> None:
    assert WITH_BREAK.deadline(wib(25, 9), 1) == wib(26, 23, 59)


def test_half_of_two_days_at_the_desk_is_a_day_later() -> None:
    assert OFFICE.halfway(wib(24, 12), wib(26, 12)) == wib(25, 12)


def test_a_decreed_working_saturday_has_the_usual_hours() -> None:
    work = WorkingTime(WorkingCalendar(extra_on=frozenset({date(2026, 11, 28)})))
    assert work.is_open(wib(28, 9))
    assert not OFFICE.is_open(wib(28, 9))


def test_a_unit_may_open_on_saturdays_but_not_on_holidays() -> None:
    assert WITH_BREAK.is_open(wib(28, 9))
    assert WITH_BREAK.next_open(wib(17, 9, month=8)) == wib(19, 9, month=8)


@pytest.mark.parametrize(
    "days",
    [
        {},
        {0: "08.00-09.00"},
        {1: "09.00-08.00"},
        {1: "8-9"},
        {1: "08.00-25.00"},
        {1: "08.00-12.00, 11.00-13.00"},
    ],
)
def test_hours_that_make_no_sense_are_refused(days: dict[int, str]) -> None:
    with pytest.raises(ValueError):
        OpeningHours.from_text(days)


@given(works, moments, spans)
@settings(deadline=None)
def test_adding_the_open_time_between_arrives_with_nothing_left(
    work: WorkingTime, start: datetime, span: timedelta
) -> None:
    amount = work.open_time_between(start, start + span)
    arrived = work.add_open_time(start, amount)
    assert start <= arrived <= start + span
    assert work.open_time_between(start, arrived) == amount


@given(works, moments, spans, spans)
@settings(deadline=None)
def test_open_time_adds_up(work: WorkingTime, start: datetime, first: timedelta, second: timedelta) -> None:
    middle, end = start + first, start + first + second
    whole = work.open_time_between(start, end)
    assert work.open_time_between(start, middle) + work.open_time_between(middle, end) == whole


@given(works, moments, st.integers(1, 30))
@settings(deadline=None)
def test_half_way_lies_before_the_deadline_and_halves_the_work(
    work: WorkingTime, received: datetime, working_days: int
) -> None:
    due = work.deadline(received, working_days)
    half = work.halfway(received, due)
    assert received <= half <= due
    assert work.open_time_between(received, half) == work.open_time_between(received, due) / 2


@given(works, moments, spans, st.integers(0, 30), st.integers(0, 5))
@settings(deadline=None)
def test_who_comes_later_or_has_more_days_is_never_due_earlier(
    work: WorkingTime, received: datetime, later: timedelta, working_days: int, more: int
) -> None:
    assert work.deadline(received, working_days) <= work.deadline(received + later, working_days + more)


@given(works, moments)
@settings(deadline=None)
def test_the_next_open_moment_is_open_and_nothing_before_is(work: WorkingTime, moment: datetime) -> None:
    opening = work.next_open(moment)
    assert work.is_open(opening)
    assert work.open_time_between(moment, opening) == timedelta()
