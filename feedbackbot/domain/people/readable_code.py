"""Codes that people read out, copy by hand and type on a phone.

The alphabet has 31 signs, without I, L, O, 0 and 1. 31 is prime, so a weighted sum as check character finds every
single wrong sign and every swap of two signs.
"""

import hmac
from hashlib import sha256

from feedbackbot.domain.sheets.problem import WrongValue

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
BASE = len(ALPHABET)
LONGEST = 29  # beyond that two places would carry the same weight

_VALUES = {sign: value for value, sign in enumerate(ALPHABET)}


def signs_of(number: int, length: int) -> str:
    """The last `length` signs of a number written in the alphabet."""
    signs = []
    for _ in range(length):
        number, rest = divmod(number, BASE)
        signs.append(ALPHABET[rest])
    return "".join(reversed(signs))


def keyed_signs(secret: bytes, message: str, length: int) -> str:
    """`length` signs that only the holder of the secret can compute for `message` (HMAC-SHA256)."""
    digest = hmac.new(secret, message.encode(), sha256).digest()
    return signs_of(int.from_bytes(digest, "big"), length)


def plain_code(typed: str) -> str:
    """What was typed without spaces, dashes and lower case; signs outside the alphabet stay and will not match."""
    return "".join(sign for sign in typed.upper() if sign.isalnum())


def check_sign(signs: str) -> str:
    """The check character for `signs` (at most 29)."""
    if len(signs) > LONGEST:
        raise ValueError(f"a checked code has at most {LONGEST} signs")
    return ALPHABET[sum(place * _VALUES[sign] for place, sign in enumerate(signs, start=1)) % BASE]


def with_check(signs: str) -> str:
    return signs + check_sign(signs)


def checked(typed: str, length: int) -> str:
    """The plain code of `length` signs, its check character included.

    Raises `WrongValue`: `code-length` or, for a slip of the finger, `code-mistyped`.
    """
    code = plain_code(typed)
    if len(code) != length:
        raise WrongValue("code-length", expected=length)
    if not set(code) <= _VALUES.keys() or check_sign(code[:-1]) != code[-1]:
        raise WrongValue("code-mistyped")
    return code
