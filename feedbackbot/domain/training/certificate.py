"""Certificates: a number that people can cite and a code that proves it without opening the database."""

import hmac
from dataclasses import dataclass

from feedbackbot.domain.people.readable_code import checked, keyed_signs, with_check

CODE_LENGTH = 12  # eleven keyed signs (about 54 bits) and a check character


@dataclass(frozen=True, slots=True)
class CertificateNumber:
    """`serial` counts within the year, from 1."""

    year: int
    serial: int

    def __str__(self) -> str:
        return f"SERT/{self.year}/{self.serial:05}"


def verification_code(number: CertificateNumber, nip: str, secret: bytes) -> str:
    """The code on the certificate, without separators. It holds for this number and this employee only."""
    return with_check(keyed_signs(secret, f"certificate:{number}:{nip}", CODE_LENGTH - 1))


def shown_verification_code(code: str) -> str:
    """For reading: "ABCD-EFGH-JKMN"."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def typed_verification_code(typed: str) -> str:
    """The plain code to look up. Raises `WrongValue` `code-length` or `code-mistyped`."""
    return checked(typed, CODE_LENGTH)


def is_genuine(code: str, number: CertificateNumber, nip: str, secret: bytes) -> bool:
    """Whether the stored certificate is the one the code was made for: a changed row does not pass."""
    return hmac.compare_digest(code.encode(), verification_code(number, nip, secret).encode())
