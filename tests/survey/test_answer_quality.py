"""Doubtful responses are marked, never dropped."""

from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.quality import (
    Flag,
    flags_of,
    is_straight_line,
)


def test_nine_equal_answers_are_a_straight_line() -> None:
    threes = dict.fromkeys(ELEMENT_KEYS, 3)
    assert is_straight_line(threes)
    assert not is_straight_line(threes | {"waktu": 2})
    assert not is_straight_line(threes | {"waktu": None}), "a response half done cannot be told"
    assert not is_straight_line({})


def test_all_marks_of_a_response_are_kept_side_by_side() -> None:
    threes = dict.fromkeys(ELEMENT_KEYS, 3)
    of_the_web = {Flag.NO_COOKIE, Flag.ONE_PLACE}  # marked where the page is filled
    assert flags_of(threes, in_burst=True, by_own_staff=True, on_old_visit=True) == set(Flag) - of_the_web
    assert flags_of(threes | {"waktu": 1}) == frozenset()
