"""The code that opens a screen at a counter, and the token by which the opened screen is known from then on."""

import base64
import hashlib
import hmac
import re
import secrets
from datetime import date, timedelta
from typing import Final

from feedbackbot.domain.forms.seal import seal, unseal

_PART: Final = 5
_CODE: Final = re.compile(rf"[A-Z2-7]{{{2 * _PART}}}")
_PURPOSE: Final = "kiosk"


def new_kiosk_code(key: bytes, unit_code: str, counter: str, today: date) -> str:
    """To be typed today or tomorrow: "ABCDE-FGHIJ". It is good once; whoever takes it notes that."""
    chance = base64.b32encode(secrets.token_bytes(4)).decode()[:_PART]
    return f"{chance}-{_mark(key, unit_code, counter, chance, today)}"


def read_kiosk_code(key: bytes, unit_code: str, counter: str, typed: str, today: date) -> str | None:
    """The code as it is noted, however it was typed; None for one of another counter, another day or nobody."""
    code = re.sub(r"[^A-Z2-7]", "", typed.upper().replace("0", "O").replace("1", "I")[:40])
    if not _CODE.fullmatch(code):
        return None
    chance, mark = code[:_PART], code[_PART:]
    good = (_mark(key, unit_code, counter, chance, day) for day in (today, today - timedelta(days=1)))
    return code if any(hmac.compare_digest(mark, one) for one in good) else None


def kiosk_token(key: bytes, unit_code: str, counter: str, day: date) -> str:
    """Kept on the screen's own device."""
    return seal(key, _PURPOSE, f"{unit_code}/{counter}/{day.isoformat()}")


def is_kiosk(key: bytes, token: str, unit_code: str, counter: str, today: date, good_days: int) -> bool:
    """Whether the screen was opened for this counter within so many days."""
    told = unseal(key, _PURPOSE, token)
    if told is None:
        return False
    unit, its_counter, day = told.split("/")
    return (unit, its_counter) == (unit_code, counter) and (today - date.fromisoformat(day)).days <= good_days


def _mark(key: bytes, unit_code: str, counter: str, chance: str, day: date) -> str:
    text = f"kiosk-code:{unit_code}:{counter}:{chance}:{day.isoformat()}"
    return base64.b32encode(hmac.new(key, text.encode(), hashlib.sha256).digest()).decode()[:_PART]
