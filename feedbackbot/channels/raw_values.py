"""Reading values out of JSON that need not be what it should: never raises, never trusts a type."""

import math
import re
from typing import Any

# NUL cannot be stored by PostgreSQL; half of a surrogate pair cannot be encoded at all
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_LARGEST = 2**63 - 1


def storable(text: str) -> str:
    """Without the characters that no database takes."""
    return text if text.isascii() and "\x00" not in text else _UNSTORABLE.sub("", text)


def an_object(holder: dict[str, Any], key: str) -> dict[str, Any]:
    """The object under `key`, {} where there is none."""
    value = holder.get(key)
    return value if isinstance(value, dict) else {}


def a_list(holder: dict[str, Any], key: str) -> list[Any]:
    value = holder.get(key)
    return value if isinstance(value, list) else []


def a_text(holder: dict[str, Any], key: str, most: int) -> str:
    """The storable text under `key`, at most `most` characters of it, "" where there is none."""
    value = holder.get(key)
    return storable(value)[:most] if isinstance(value, str) else ""


def a_count(holder: dict[str, Any], key: str) -> int | None:
    """The whole number from 0 to 2^63 - 1 under `key`."""
    value = holder.get(key)
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _LARGEST:
        return value
    return None


def a_degree(holder: dict[str, Any], key: str, most: float) -> float | None:
    """The finite number between -`most` and `most` under `key`."""
    value = holder.get(key)
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= most:
        return float(value) if math.isfinite(value) else None
    return None
