"""Ticket numbers that survive being read out, written down and typed in again: `7F3-QX2K`.

Thirty-one signs, no I, L, O, S, U that are taken for others. As 31 is prime, a weighted sum modulo 31 with a
different weight at every place finds every single wrong sign and every two signs exchanged, adjacent or not.
"""

import re

_SIGNS = "0123456789ABCDEFGHJKMNPQRTVWXYZ"
_VALUES = {sign: value for value, sign in enumerate(_SIGNS)}
_TAKEN_FOR = str.maketrans({"O": "0", "I": "1", "L": "1", "S": "5", "U": "V"})
_WEIGHTS = (2, 3, 4, 5, 6, 7, 1)
_BODY = 6
_PRIME = len(_SIGNS)
_WRITTEN = re.compile(rf"(?<!\w)[{_SIGNS}]{{3}}-[{_SIGNS}]{{4}}(?!\w)")
_FILLING = re.compile(r"[\s\-–—_.#:]+")

TICKET_NUMBERS = _PRIME**_BODY
"""How many there are (887,503,681). Draw serials at random, so that numbers tell neither order nor amount."""


def ticket_number(serial: int) -> str:
    """The number of a serial from 0 to `TICKET_NUMBERS` - 1, else `ValueError`; distinct serials, distinct numbers."""
    if not 0 <= serial < TICKET_NUMBERS:
        raise ValueError(f"no ticket serial: {serial}")
    digits = []
    for _ in range(_BODY):
        serial, digit = divmod(serial, _PRIME)
        digits.append(digit)
    digits.reverse()
    check = -sum(weight * digit for weight, digit in zip(_WEIGHTS, digits, strict=False)) % _PRIME
    signs = "".join(_SIGNS[digit] for digit in (*digits, check))
    return f"{signs[:3]}-{signs[3:]}"


def read_ticket_number(typed: str) -> str | None:
    """The number as `ticket_number` writes it, or `None` when it cannot be one.

    Lower case, spaces and dashes anywhere, and the letters taken for others (O for 0, I and L for 1, S for 5,
    U for V) do not matter.
    """
    signs = _FILLING.sub("", typed).upper().translate(_TAKEN_FOR)
    if len(signs) != _BODY + 1 or not set(signs) <= _VALUES.keys():
        return None
    if sum(weight * _VALUES[sign] for weight, sign in zip(_WEIGHTS, signs, strict=True)) % _PRIME:
        return None
    return f"{signs[:3]}-{signs[3:]}"


def ticket_number_in(text: str) -> str | None:
    """The first number that `text` names as `ticket_number` writes it."""
    return next((found for found in _WRITTEN.findall(text) if read_ticket_number(found)), None)
