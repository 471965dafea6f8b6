"""Newest of each day and week are kept, the rest goes."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from feedbackbot.domain.operation.rotation import expendable

MONDAY = datetime(2026, 11, 23, 2, 15, tzinfo=UTC)


def nights(count: int) -> list[tuple[int, datetime]]:
    return [(number, MONDAY + timedelta(days=number)) for number in range(count)]


def test_after_60_nights_seven_days_and_five_weeks_are_left() -> None:
    kept = {one for one, _ in nights(60)} - set(expendable(nights(60), 7, 5))
    # Sundays are the newest of their weeks; the 60th night, of the ninth week, is a Thursday
    assert kept == {*range(53, 60), 55, 48, 41, 34}


def test_a_second_backup_of_a_day_takes_the_place_of_the_first() -> None:
    twice = [("first", MONDAY), ("second", MONDAY + timedelta(hours=3))]
    assert expendable(twice, 7, 5) == ["first"]


@given(st.lists(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)), unique=True, min_size=1), st.integers(1, 9), st.integers(0, 9))  # noqa: DTZ001  # fmt: skip
def test_the_newest_always_stays(moments: list[datetime], days: int, weeks: int) -> None:
    made = list(enumerate(moments))
    gone = expendable(made, days, weeks)
    assert moments.index(max(moments)) not in gone
    assert len(made) - len(gone) <= days + weeks
