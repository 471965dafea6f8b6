"""Codes can be read out, catch a slip of the finger, and are void when used or old."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.domain.people.link_code import (
    GUESSES,
    GUESSES_WITHIN,
    VALID_FOR,
    LinkCode,
    LinkVerdict,
    judge_link_code,
    link_code_hash,
    may_guess_at,
    new_link_code,
    shown_link_code,
)
from feedbackbot.domain.people.readable_code import ALPHABET, checked, signs_of, with_check
from feedbackbot.domain.sheets.problem import WrongValue

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
signs = st.text(st.sampled_from(ALPHABET), min_size=1, max_size=29)


@given(signs, st.data())
@settings(deadline=None)
def test_one_wrong_sign_is_always_noticed(code: str, data: st.DataObject) -> None:
    good = with_check(code)
    at = data.draw(st.integers(0, len(good) - 1))
    other = data.draw(st.sampled_from([sign for sign in ALPHABET if sign != good[at]]))
    with pytest.raises(WrongValue, match="code-mistyped"):
        checked(good[:at] + other + good[at + 1 :], len(good))


@given(signs, st.data())
@settings(deadline=None)
def test_two_swapped_signs_are_always_noticed_before_the_check_character(
    code: str, data: st.DataObject
) -> None:
    one, other = data.draw(st.tuples(*[st.integers(0, len(code) - 1)] * 2))
    swapped = list(code)
    swapped[one], swapped[other] = code[other], code[one]
    changed = "".join(swapped)
    assert (with_check(changed)[-1] == with_check(code)[-1]) is (changed == code)


def test_a_code_may_be_typed_small_and_with_gaps() -> None:
    assert checked(f" {with_check('ABCD')[:2].lower()}-{with_check('ABCD')[2:]} ", 5) == with_check("ABCD")


@pytest.mark.parametrize("typed", ["", "ABC", "ABCDEF"])
def test_a_code_of_another_length_is_told_so(typed: str) -> None:
    with pytest.raises(WrongValue, match="code-length"):
        checked(typed, 5)


def test_a_sign_outside_the_alphabet_is_a_slip() -> None:
    with pytest.raises(WrongValue, match="code-mistyped"):
        checked("AB0DE", 5)


def test_a_code_too_long_to_be_checked_is_refused() -> None:
    with pytest.raises(ValueError, match="at most 29"):
        with_check("A" * 30)


@given(st.integers(0, 31**6 - 1))
@settings(deadline=None)
def test_numbers_and_signs_stand_for_each_other(number: int) -> None:
    back = 0
    for sign in signs_of(number, 6):
        back = back * 31 + ALPHABET.index(sign)
    assert back == number


def test_a_link_code_is_found_by_its_hash_however_it_is_typed() -> None:
    code = new_link_code(lambda below: below // 3)
    assert link_code_hash(shown_link_code(code).lower(), b"s") == link_code_hash(code, b"s")
    assert link_code_hash(code, b"s") != link_code_hash(code, b"t")


def test_a_link_code_is_good_until_it_is_used_withdrawn_or_old() -> None:
    fresh = LinkCode("h", expires_at=NOW + VALID_FOR)
    assert judge_link_code(fresh, NOW) is LinkVerdict.GOOD
    assert judge_link_code(fresh, NOW + VALID_FOR) is LinkVerdict.EXPIRED
    assert judge_link_code(LinkCode("h", NOW + VALID_FOR, used_at=NOW), NOW) is LinkVerdict.USED
    assert judge_link_code(LinkCode("h", NOW + VALID_FOR, withdrawn_at=NOW), NOW) is LinkVerdict.WITHDRAWN
    assert judge_link_code(None, NOW) is LinkVerdict.WRONG


def test_guessing_is_slowed_after_the_fifth_failure_and_free_again_later() -> None:
    failures = [NOW - timedelta(minutes=minute) for minute in range(GUESSES)]
    assert may_guess_at(failures[1:], NOW) == NOW
    again = may_guess_at(failures, NOW)
    assert again == min(failures) + GUESSES_WITHIN
    assert may_guess_at(failures, again) == again
