"""Visit tokens: which counter's poster led to a rating, and whether it was still in force.

A poster's link carries a token that only this city can make and that ends with its window, so that a photographed
poster, or a link passed around, stops being good. A stored visit is the counter's code alone (a link without token),
`<counter>:<token>` (in force when it was scanned), or `<counter>:old`.
"""

import base64
import hashlib
import hmac
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

TOKEN_LENGTH: Final = 8
_OLD: Final = "old"
_WHOLE_UNIT: Final = "unit"
_EPOCH: Final = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class VisitToken:
    """`text` for the link; scanned after `valid_until` it is old."""

    text: str
    valid_until: date


def visit_token(key: bytes, unit_code: str, counter: str, today: date, window_days: int) -> VisitToken:
    """The token of today's window; it is good to the end of the next one, so that a new poster can be hung in time.

    `counter` is "" for a poster of the whole unit.
    """
    window = _window(today, window_days)
    valid_until = _EPOCH + timedelta(days=(window + 2) * window_days - 1)
    return VisitToken(_token(key, unit_code, counter, window), valid_until)


def scanned_visit(
    key: bytes, unit_code: str, counter: str, token: str, today: date, window_days: int
) -> str | None:
    """What is stored for a link that was opened today; None where the link named neither counter nor token."""
    name = counter if counter != _WHOLE_UNIT else ""
    if not token:
        return counter or None
    window = _window(today, window_days)
    good = any(
        hmac.compare_digest(token.encode(), _token(key, unit_code, name, one).encode())
        for one in (window, window - 1)
    )
    return f"{counter}:{token if good else _OLD}"


def is_stale(visit: str | None) -> bool:
    """Whether a stored visit came through a poster that was not in force."""
    return visit is not None and visit.endswith(f":{_OLD}")


def counter_of_visit(visit: str | None) -> str | None:
    """The counter's code, None for the whole unit."""
    counter = (visit or "").partition(":")[0]
    return counter if counter not in ("", _WHOLE_UNIT) else None


def visit_payload(unit_code: str, counter: str, token: VisitToken) -> str:
    """What follows `/start` in the poster's link (at most 64 characters)."""
    return f"u_{unit_code}_{counter or _WHOLE_UNIT}_{token.text}"


def _window(today: date, window_days: int) -> int:
    return (today - _EPOCH).days // window_days


def _token(key: bytes, unit_code: str, counter: str, window: int) -> str:
    digest = hmac.new(key, f"visit:{unit_code}:{counter}:{window}".encode(), hashlib.sha256).digest()
    return base64.b32encode(digest).decode().lower()[:TOKEN_LENGTH]
