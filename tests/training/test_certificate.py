"""A certificate's code belongs to its number and its holder."""

import pytest

from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.training.certificate import (
    CertificateNumber,
    is_genuine,
    shown_verification_code,
    typed_verification_code,
    verification_code,
)

NUMBER = CertificateNumber(2026, 17)
ANI = "198001012005012001"


def test_a_code_is_typed_as_it_is_shown() -> None:
    code = verification_code(NUMBER, ANI, b"s")
    assert typed_verification_code(shown_verification_code(code).lower()) == code
    assert is_genuine(code, NUMBER, ANI, b"s")


def test_another_holder_number_or_secret_is_not_genuine() -> None:
    code = verification_code(NUMBER, ANI, b"s")
    assert not is_genuine(code, NUMBER, ANI.replace("2001", "2002"), b"s")
    assert not is_genuine(code, CertificateNumber(2026, 18), ANI, b"s")
    assert not is_genuine(code, NUMBER, ANI, b"t")


def test_a_slip_is_told_before_anything_is_looked_up() -> None:
    code = verification_code(NUMBER, ANI, b"s")
    with pytest.raises(WrongValue, match="code-mistyped"):
        typed_verification_code(code[1] + code[0] + code[2:] if code[0] != code[1] else "Z" * 12)


def test_the_number_reads_like_one() -> None:
    assert str(NUMBER) == "SERT/2026/00017"
