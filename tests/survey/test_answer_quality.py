"""Doubtful responses are marked, never dropped."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.quality import (
    BurstRule,
    Flag,
    burst_members,
    flags_of,
    is_straight_line,
    makes_burst,
)

NINE = datetime(2026, 7, 1, 2, 0, tzinfo=UTC)
RULE = BurstRule(window=timedelta(minutes=10), limit=3)

moments = st.lists(st.integers(0, 3600).map(lambda second: NINE + timedelta(seconds=second)), max_size=40)


def minutes(*after: float) -> list[datetime]:
    return [NINE + timedelta(minutes=minute) for minute in after]


def test_nine_equal_answers_are_a_straight_line() -> None:
    threes = dict.fromkeys(ELEMENT_KEYS, 3)
    assert is_straight_line(threes)
    assert not is_straight_line(threes | {"waktu": 2})
    assert not is_straight_line(threes | {"waktu": None}), "a response half done cannot be told"
    assert not is_straight_line({})


def test_more_than_the_limit_within_the_window_is_a_burst() -> None:
    assert burst_members(minutes(0, 1, 2), RULE) == frozenset()
    assert burst_members(minutes(0, 30, 31, 32, 33, 60), RULE) == {1, 2, 3, 4}


def test_the_window_ends_before_its_own_length_is_full() -> None:
    assert burst_members(minutes(0, 1, 2, 10), RULE) == frozenset()
    assert burst_members(minutes(0, 1, 2, 9.99), RULE) == {0, 1, 2, 3}


def test_one_more_response_is_judged_against_those_before_it() -> None:
    assert makes_burst(minutes(0, 1, 2), NINE + timedelta(minutes=3), RULE)
    assert not makes_burst(minutes(0, 1, 2), NINE + timedelta(minutes=10), RULE)


@given(moments)
@settings(deadline=None)
def test_judging_one_by_one_and_all_together_agree(times: list[datetime]) -> None:
    in_order = sorted(times)
    some = any(makes_burst(in_order[:last], moment, RULE) for last, moment in enumerate(in_order))
    assert some == bool(burst_members(times, RULE))


@given(moments, st.randoms())
@settings(deadline=None)
def test_members_do_not_depend_on_the_order_of_arrival(times: list[datetime], chance) -> None:  # type: ignore[no-untyped-def]
    shuffled = times[:]
    chance.shuffle(shuffled)
    marked = sorted(times[position] for position in burst_members(times, RULE))
    assert marked == sorted(shuffled[position] for position in burst_members(shuffled, RULE))


def test_all_marks_of_a_response_are_kept_side_by_side() -> None:
    threes = dict.fromkeys(ELEMENT_KEYS, 3)
    assert flags_of(threes, in_burst=True, by_own_staff=True, on_old_visit=True) == set(Flag)
    assert flags_of(threes | {"waktu": 1}) == frozenset()
