"""How many cases a person may send: enough for any citizen, too few to flood a unit. Nobody is silenced.

What a text says never decides: swear words do not block a complaint.
"""

import hashlib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from feedbackbot.domain.calendar import at_city, city_day


class HeldBack(StrEnum):
    """Why a case is not taken now; the values serve as catalogue keys."""

    DAILY_LIMIT = "case-limit-daily"
    SAME_TEXT = "case-limit-same-text"
    SLOWED = "case-limit-slowed"


@dataclass(frozen=True, slots=True)
class SpamRules:
    """`per_day` cases a person and calendar day; one in `slowed_gap` for a flagged person (at most a day, so that
    nobody is silenced); the same text again only after `same_text_after`."""

    per_day: int = 5
    slowed_gap: timedelta = timedelta(hours=12)
    same_text_after: timedelta = timedelta(days=7)

    def __post_init__(self) -> None:
        if self.per_day < 1 or self.slowed_gap > timedelta(days=1):
            raise ValueError("a person may send at least one case a day")


@dataclass(frozen=True, slots=True)
class SentCase:
    """A case that the person has sent before."""

    at: datetime
    fingerprint: str
    number: str


@dataclass(frozen=True, slots=True)
class Later:
    """Not now but from `until` (UTC) on; `number` is the earlier case with the same text."""

    until: datetime
    reason: HeldBack
    number: str | None = None


def fingerprint(text: str) -> str:
    """The same for texts that differ only in case, spaces, punctuation, emoji and letter forms."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return hashlib.sha256("".join(filter(str.isalnum, plain)).encode("utf-8", "surrogatepass")).hexdigest()


def hold_back(
    text: str, now: datetime, sent: Sequence[SentCase], flagged: bool, rules: SpamRules
) -> Later | None:
    """Whether a person's case has to wait; `None` takes it now. `sent` is what the person sent, in any order."""
    print_ = fingerprint(text)
    same = [case for case in sent if case.fingerprint == print_ and case.at + rules.same_text_after > now]
    if same:
        last = max(same, key=lambda case: case.at)
        return Later(last.at + rules.same_text_after, HeldBack.SAME_TEXT, last.number)
    if flagged and sent:
        free = max(case.at for case in sent) + rules.slowed_gap
        if free > now:
            return Later(free, HeldBack.SLOWED)
    today = city_day(now)
    if sum(city_day(case.at) == today for case in sent) >= rules.per_day:
        return Later(at_city(today + timedelta(days=1), time(0, 0)), HeldBack.DAILY_LIMIT)
    return None
