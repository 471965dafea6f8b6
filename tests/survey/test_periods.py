"""Periods of a result, from a day to any span."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.domain.survey.period import PeriodKind, free_period, parse_period, period_around

NAMED = [kind for kind in PeriodKind if kind is not PeriodKind.FREE]
DAYS = st.dates(date(2001, 1, 1), date(2099, 12, 31))


@settings(deadline=None, max_examples=300)
@given(DAYS, st.sampled_from(NAMED))
def test_periods_of_a_kind_follow_each_other_without_gap_and_their_code_names_them(
    day: date, kind: PeriodKind
) -> None:
    period = period_around(kind, day)
    assert period.first <= day <= period.last
    assert period.before.last == period.first - timedelta(days=1)
    assert period.before.kind is kind
    assert parse_period(period.code) == period


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-S1", date(2026, 1, 1), date(2026, 6, 30)),
        ("2026-S2", date(2026, 7, 1), date(2026, 12, 31)),
        ("2026-Q1", date(2026, 1, 1), date(2026, 3, 31)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2026-11-24", date(2026, 11, 24), date(2026, 11, 24)),
        ("2026-10-01_2026-11-15", date(2026, 10, 1), date(2026, 11, 15)),
    ],
)
def test_a_code_is_read(code: str, first: date, last: date) -> None:
    period = parse_period(code)
    assert (period.first, period.last, period.code) == (first, last, code)


@pytest.mark.parametrize(
    "code", ["", "2026-S3", "2026-Q5", "2026-13", "2026-02-30", "S2-2026", "2026-05-02_2026-05-01", "0000"]
)
def test_what_is_no_period_is_refused_with_the_ways_to_write_one(code: str) -> None:
    with pytest.raises(ValueError, match="2026-S2"):
        parse_period(code)


def test_before_a_free_period_lies_one_of_the_same_length() -> None:
    before = free_period(date(2026, 3, 11), date(2026, 3, 20)).before
    assert (before.first, before.last) == (date(2026, 3, 1), date(2026, 3, 10))
