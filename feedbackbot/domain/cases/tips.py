"""A tip to the inspectorate: what it can be about, where it stands, and the code and PIN by which alone its sender comes back to it."""

import hashlib
import hmac
import re
from enum import StrEnum

_SIGNS = "0123456789ABCDEFGHJKMNPQRTVWXYZ"
_TAKEN_FOR = str.maketrans({"O": "0", "I": "1", "L": "1", "S": "5", "U": "V"})
_CODE_LENGTH, _PIN_LENGTH = 6, 6
TIP_CODES, TIP_PINS = len(_SIGNS) ** _CODE_LENGTH, 10**_PIN_LENGTH
"""How many there are; draw both at random."""
_TYPED = re.compile(
    r"(?:WBS)?[\s\-–—_.#:]*((?:[0-9A-Z][\s\-]?){6}?)[\s\-–—_.,:;/]+(?:PIN[\s:]*)?(\d{6})", re.IGNORECASE
)
TIPS_A_DAY = 3


class TipKind(StrEnum):
    """As agencies sort what their whistle-blowing systems get; the values end catalogue keys `tip-kind-…`."""

    LEVY = "pungli"
    BRIBE = "suap"
    PROCUREMENT = "pengadaan"
    POWER = "wewenang"
    CONDUCT = "asusila"
    DRUGS = "narkoba"
    OTHER = "lainnya"


class TipState(StrEnum):
    NEW = "new"
    READ = "read"
    """The inspectorate looks into it."""
    CLOSED = "closed"


class TipAction(StrEnum):
    """What is done with a tip; a note is the inspectorate's own."""

    SEND = "send"
    WRITE = "write"
    READ = "read"
    ANSWER = "answer"
    NOTE = "note"
    CLOSE = "close"


def tip_code(serial: int) -> str:
    """`WBS-K7Q2MX`: of a serial from 0 to `TIP_CODES` - 1. No ticket number, so that nothing that reads those ever meets one."""
    signs = []
    for _ in range(_CODE_LENGTH):
        serial, digit = divmod(serial, len(_SIGNS))
        signs.append(_SIGNS[digit])
    return f"WBS-{''.join(signs)}"


def tip_pin(serial: int) -> str:
    """Six digits."""
    return f"{serial:0{_PIN_LENGTH}d}"


def read_code_and_pin(typed: str) -> tuple[str, str] | None:
    """Both as they were told, however they are typed; None for what can be neither."""
    found = _TYPED.fullmatch(typed.strip())
    if found is None:
        return None
    signs = re.sub(r"[\s\-]", "", found[1]).upper().translate(_TAKEN_FOR)
    return (f"WBS-{signs}", found[2]) if set(signs) <= set(_SIGNS) else None


def tip_lock(key: bytes, code: str, pin: str) -> str:
    """What is kept instead of the PIN."""
    return hmac.new(key, f"tip:{code}:{pin}".encode(), hashlib.sha256).hexdigest()
