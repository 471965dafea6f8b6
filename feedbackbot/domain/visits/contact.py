"""By what a unit's application may name a person who wishes to be invited: the own number, or a code in its place. Kept hashed."""

import hmac
from collections.abc import Callable
from enum import StrEnum
from hashlib import sha256
from typing import Final

from feedbackbot.domain.people.readable_code import BASE, checked, signs_of, with_check
from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.staff.phone import normal_phone

REFERENCE_LENGTH: Final = 12  # eleven random signs (about 54 bits) and a check character


class ContactKind(StrEnum):
    """What names the person."""

    NUMBER = "number"
    REFERENCE = "reference"


def new_reference(random_below: Callable[[int], int]) -> str:
    """`random_below(n)` gives 0…n-1: `secrets.randbelow` outside tests."""
    return with_check(signs_of(random_below(BASE ** (REFERENCE_LENGTH - 1)), REFERENCE_LENGTH - 1))


def shown_reference(code: str) -> str:
    """For reading out: "ABCD-EFGH-JKMN"."""
    return "-".join(code[start : start + 4] for start in range(0, REFERENCE_LENGTH, 4))


def normal_contact(kind: ContactKind, text: str) -> str:
    """The one form in which it is hashed. Raises WrongValue for what is neither a number nor a code."""
    if len(text) > 40:
        raise WrongValue("phone-not-a-number")
    return normal_phone(text) if kind is ContactKind.NUMBER else checked(text, REFERENCE_LENGTH)


def contact_hash(key: bytes, kind: ContactKind, normal: str) -> str:
    """Unlike the registry's hash of the same number, so that the two tables cannot be laid side by side."""
    return hmac.new(key, f"visit-contact:{kind}:{normal}".encode(), sha256).hexdigest()
