"""A ticket number read out wrong is noticed, and read out right it is found however it is typed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.domain.cases.ticket_number import (
    TICKET_NUMBERS,
    read_ticket_number,
    ticket_number,
    ticket_number_in,
)

SIGNS = "0123456789ABCDEFGHJKMNPQRTVWXYZ"
serials = st.integers(0, TICKET_NUMBERS - 1)
places = st.integers(0, 6)


def signs_of(serial: int) -> list[str]:
    return list(ticket_number(serial).replace("-", ""))


@given(serials, serials)
@settings(deadline=None)
def test_distinct_serials_have_distinct_numbers(one: int, other: int) -> None:
    assert (ticket_number(one) == ticket_number(other)) == (one == other)


@given(serials, places, st.sampled_from(SIGNS))
@settings(deadline=None, max_examples=500)
def test_every_single_wrong_sign_is_noticed(serial: int, place: int, sign: str) -> None:
    signs = signs_of(serial)
    changed = sign != signs[place]
    signs[place] = sign
    assert (read_ticket_number("".join(signs)) is None) == changed


@given(serials, places, places)
@settings(deadline=None, max_examples=500)
def test_every_exchange_of_two_signs_is_noticed(serial: int, one: int, other: int) -> None:
    signs = signs_of(serial)
    changed = signs[one] != signs[other]
    signs[one], signs[other] = signs[other], signs[one]
    assert (read_ticket_number("".join(signs)) is None) == changed


@given(serials, st.data())
@settings(deadline=None)
def test_case_spaces_and_lookalikes_do_not_matter(serial: int, data: st.DataObject) -> None:
    lookalikes = {"0": "0Oo", "1": "1IiLl", "5": "5Ss", "V": "VvUu"}
    typed = "".join(
        data.draw(st.sampled_from(lookalikes.get(sign, sign + sign.lower())))
        + data.draw(st.sampled_from(["", " ", "-", " – "]))
        for sign in signs_of(serial)
    )
    assert read_ticket_number(f" #{typed}\n") == ticket_number(serial)


@given(st.text(st.characters(), max_size=20))
@settings(deadline=None)
def test_any_text_is_a_number_in_our_spelling_or_none(typed: str) -> None:
    found = read_ticket_number(typed)
    assert found is None or read_ticket_number(found) == found


@pytest.mark.parametrize("serial", [-1, TICKET_NUMBERS])
def test_there_is_no_number_beyond_the_last(serial: int) -> None:
    with pytest.raises(ValueError, match="serial"):
        ticket_number(serial)


@given(serials, st.text(" .,:*\n–", min_size=1, max_size=5), st.text(" .,:*\n–", min_size=1, max_size=5))
@settings(deadline=None)
def test_a_number_is_found_within_what_we_wrote(serial: int, before: str, after: str) -> None:
    number = ticket_number(serial)
    assert ticket_number_in(f"Laporan{before}{number}{after}ditangani petugas Disdukcapil") == number


@pytest.mark.parametrize(
    "text", ["", "Disdukcapil", "7F3QX2K", "AAA-AAAA", f"x{ticket_number(5)}", f"{ticket_number(5)}x"]
)
def test_what_is_no_number_of_ours_is_not_found(text: str) -> None:
    assert ticket_number_in(text) is None
