"""Tokens that only this city can make: what is in them can be read by everybody and changed by nobody."""

import base64
import hashlib
import hmac
from typing import Final

_LENGTH: Final = 16  # characters of the seal: 80 bits


def seal(key: bytes, purpose: str, text: str, *, bound_to: str = "") -> str:
    """`text` with its seal, "text~seal". Another purpose, or another `bound_to` (who it was made for), makes another seal."""
    return f"{text}~{_seal(key, purpose, text, bound_to)}"


def unseal(key: bytes, purpose: str, token: str, *, bound_to: str = "") -> str | None:
    """The text of a token; None for one that this city did not make for this."""
    text, mark, given = token.rpartition("~")
    good = _seal(key, purpose, text, bound_to)
    return text if mark and hmac.compare_digest(given.encode(), good.encode()) else None


def _seal(key: bytes, purpose: str, text: str, bound_to: str) -> str:
    # the lengths keep parts from running into each other
    whole = f"seal:{len(purpose)}:{purpose}:{len(bound_to)}:{bound_to}:{text}"
    return base64.b32encode(hmac.new(key, whole.encode(), hashlib.sha256).digest()).decode().lower()[:_LENGTH]
