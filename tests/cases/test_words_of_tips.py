"""Words that tell of bribery, and the code by which a tip is asked after."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedbackbot.domain.cases.bribery import tells_of_bribery
from feedbackbot.domain.cases.tips import TIP_CODES, TIP_PINS, read_code_and_pin, tip_code, tip_pin


@pytest.mark.parametrize(
    "words",
    ["Petugas minta uang", "ada pungli di loket", "bayar dulu baru diproses", "geulakee peng bak loket", "was asked for a bribe",
     "disuruh kasih uang rokok", "kasih amplop supaya cepat"],
)  # fmt: skip
def test_words_that_tell_of_bribery_are_heard(words: str) -> None:
    assert tells_of_bribery(words)


@pytest.mark.parametrize(
    "words",
    ["kantor ini bebas pungli", "tidak ada pungli", "petugas tidak minta uang", "saya minta uang kembali", "antre lama sekali",
     "zona bebas dari korupsi", "berapa biaya pindah alamat?"],
)  # fmt: skip
def test_words_that_deny_it_or_speak_of_other_money_are_not(words: str) -> None:
    assert not tells_of_bribery(words)


@given(st.integers(0, TIP_CODES - 1), st.integers(0, TIP_PINS - 1))
def test_code_and_pin_are_read_as_they_were_told(serial: int, pin: int) -> None:
    code = tip_code(serial)
    assert read_code_and_pin(f"{code} {tip_pin(pin)}") == (code, tip_pin(pin))
    assert read_code_and_pin(f"{code.lower().replace('-', ' ')}, pin {tip_pin(pin)}") == (code, tip_pin(pin))


@given(st.text(max_size=60))
def test_anything_typed_is_a_code_with_a_pin_or_nothing(typed: str) -> None:
    read = read_code_and_pin(typed)
    assert read is None or (read[0].startswith("WBS-") and read[1].isdecimal())
