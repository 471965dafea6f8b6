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
    elsewhere = {
        Flag.NO_COOKIE,
        Flag.ONE_PLACE,
        Flag.OLD_VISIT,
    }  # marked where the page is filled, or long ago
    assert flags_of(threes, in_burst=True, by_own_staff=True) == set(Flag) - elsewhere
    assert flags_of(threes | {"waktu": 1}) == frozenset()
