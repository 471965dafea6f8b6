"""One-time codes that tie a chat to an employee: made by an admin, kept only as a hash, soon void."""

import hmac
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from feedbackbot.domain.people.readable_code import BASE, plain_code, signs_of, with_check

CODE_LENGTH = 10  # nine random signs (about 44 bits) and a check character
VALID_FOR = timedelta(hours=72)
GUESSES = 5
GUESSES_WITHIN = timedelta(hours=1)


class LinkVerdict(StrEnum):
    GOOD = "good"
    WRONG = "wrong"
    USED = "used"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class LinkCode:
    """What is stored of a code. Times in UTC."""

    code_hash: str
    expires_at: datetime
    used_at: datetime | None = None
    withdrawn_at: datetime | None = None


def new_link_code(random_below: Callable[[int], int]) -> str:
    """A fresh code without separators. `random_below(n)` gives 0…n-1: `secrets.randbelow` outside tests."""
    return with_check(signs_of(random_below(BASE ** (CODE_LENGTH - 1)), CODE_LENGTH - 1))


def shown_link_code(code: str) -> str:
    """For reading out: "ABCDE-FGHJK"."""
    return f"{code[:5]}-{code[5:]}"


def link_code_hash(code: str, secret: bytes) -> str:
    """The form to store and to look up by. Keyed, so that a stolen table cannot be tried out."""
    return hmac.new(secret, b"link:" + plain_code(code).encode(), sha256).hexdigest()


def judge_link_code(stored: LinkCode | None, now: datetime) -> LinkVerdict:
    """Whether the code found by its hash may be used now; None stands for "no such code"."""
    if stored is None:
        return LinkVerdict.WRONG
    if stored.used_at is not None:
        return LinkVerdict.USED
    if stored.withdrawn_at is not None:
        return LinkVerdict.WITHDRAWN
    return LinkVerdict.GOOD if now < stored.expires_at else LinkVerdict.EXPIRED


def may_guess_at(failures: Sequence[datetime], now: datetime) -> datetime:
    """When the next attempt is allowed: `now`, or later after `GUESSES` failures within `GUESSES_WITHIN`."""
    recent = sorted(moment for moment in failures if moment > now - GUESSES_WITHIN)
    return now if len(recent) < GUESSES else recent[-GUESSES] + GUESSES_WITHIN
