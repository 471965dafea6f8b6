"""Seasons are the city's quarters and leave no moment out."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.domain.incentives.seasons import Season, season_of

moments = st.datetimes(datetime(1990, 1, 1), datetime(2080, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(moments)
@settings(deadline=None)
def test_every_moment_lies_in_its_season_and_in_neither_neighbour(moment: datetime) -> None:
    season = season_of(moment)
    assert season.starts_at() <= moment < season.next().starts_at()
    assert season.holds(moment)
    assert season.next().previous() == season == season.previous().next()
    assert season.previous() < season < season.next()


def test_the_season_turns_at_midnight_of_the_city_not_of_utc() -> None:
    turn = Season(2026, 2).starts_at()
    assert turn == datetime(2026, 3, 31, 17, 0, tzinfo=UTC)
    assert season_of(turn - timedelta(seconds=1)).key == "2026-Q1"
    assert season_of(turn).key == "2026-Q2"


def test_the_year_turns_with_the_fourth_season() -> None:
    assert Season(2026, 4).next() == Season(2027, 1)


def test_a_fifth_quarter_and_a_moment_without_zone_are_refused() -> None:
    with pytest.raises(ValueError, match="quarters 1 to 4"):
        Season(2026, 5)
    with pytest.raises(ValueError, match="time zone"):
        season_of(datetime(2026, 1, 1))  # noqa: DTZ001
