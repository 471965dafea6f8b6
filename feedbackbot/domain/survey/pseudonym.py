"""The name under which a person's ratings are kept: the same for one purpose, and no way back without the key."""

import hashlib
import hmac

SURVEY = "survey"
LENGTH = 32


def pseudonym(key: bytes, purpose: str, person_id: int | str) -> str:
    """32 hexadecimal characters of HMAC-SHA256. Another purpose gives another name, so that two purposes cannot be joined.
    `person_id`: of a person, or another name of whoever rates ("web:…")."""
    return hmac.new(key, f"{purpose}:{person_id}".encode(), hashlib.sha256).hexdigest()[:LENGTH]
