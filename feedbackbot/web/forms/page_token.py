"""The hidden field by which a form on a page is known again: sent twice it counts once, and no other site can make one."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from feedbackbot.domain.forms.seal import seal, unseal

_PURPOSE: Final = "page-form"
_GOOD_FOR: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class PageToken:
    """`visit`: through which door the page was opened, as a rating keeps it; `receipt`: the token of the receipt that led here, or ""."""

    unit_id: int
    visit: str
    receipt: str = ""


def page_token(key: bytes, told: PageToken, voter: str, now: datetime) -> str:
    """A new one, for this browser."""
    minute = int(now.timestamp() // 60)
    parts = (told.unit_id, _short(voter), minute, secrets.token_hex(6), told.receipt, told.visit)
    return seal(key, _PURPOSE, "/".join(map(str, parts)))


def read_page_token(key: bytes, text: str, voter: str, now: datetime) -> PageToken | None:
    """None for a token that is not ours, too old, or another browser's. A browser that keeps no cookie (`voter` "") may send any."""
    told, at = _read(key, text, voter)
    return told if at >= (now - _GOOD_FOR).timestamp() else None


def old_page_token(key: bytes, text: str, voter: str) -> PageToken | None:
    """However old it is: a form that comes too late is shown again for the same visit."""
    return _read(key, text, voter)[0]


def _read(key: bytes, text: str, voter: str) -> tuple[PageToken | None, int]:
    """What it says, and when it was made."""
    told = unseal(key, _PURPOSE, text)
    if told is None:
        return None, 0
    unit_id, owner, minute, _, receipt, visit = told.split("/", 5)
    if voter and owner != _short(voter):
        return None, 0
    return PageToken(int(unit_id), visit, receipt), int(minute) * 60


def _short(voter: str) -> str:
    return hashlib.sha256(voter.encode()).hexdigest()[:12]
