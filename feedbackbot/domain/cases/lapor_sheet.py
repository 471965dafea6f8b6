"""A case as the fields that an operator types into LAPOR!."""

import re
from dataclasses import dataclass

from feedbackbot.domain.cases.subject_line import subject_line

LONGEST_TITLE = 100
_NUMBER = re.compile(r"[A-Za-z0-9]{4,32}")
_FILLING = re.compile(r"[\s#.\-]+")


@dataclass(frozen=True, slots=True)
class LaporSheet:
    """`title` of service, problem and place; `happened` is empty where it was not said. `anonymous` and `confidential` are LAPOR's two
    ticks."""

    title: str
    what: str
    happened: str
    where: str
    agency: str
    files: int
    anonymous: bool
    confidential: bool
    number: str


def lapor_title(service: str, words: str, place: str) -> str:
    """At most as long as LAPOR takes."""
    parts = [part for part in (service, subject_line(words), place) if part]
    title = " – ".join(parts)
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1].rstrip()}…"


def read_lapor_number(typed: str) -> str | None:
    """The tracking number as it is kept; None for what can be none."""
    number = _FILLING.sub("", typed)
    return number if _NUMBER.fullmatch(number) and any(sign.isdigit() for sign in number) else None
