"""The days that something took, as certificates say them: "12 Maret 2026", "10-12 Maret 2026", "28 Februari s.d. 2 Maret 2026"."""

import re
from datetime import date
from typing import Final

from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.spoken.dates import read_date

_TO: Final = re.compile(
    r"\s*(?:[-–—]|\bs\s*[./]?\s*d\b\.?|\bsampai(?:\s+dengan)?\b|\bhingga\b|\bto\b)\s*", re.I
)


def read_days(text: str) -> tuple[date, date]:
    """First and last day; the same for one day. The first may leave out month and year. Raises `WrongValue` as `read_date` does, and
    `cell-not-a-date` where the first comes after the last."""
    try:
        day = read_date(text)
    except WrongValue as problem:
        if (span := _span(text)) is None:
            raise
        first, last = span
        if first > last:
            raise WrongValue("cell-not-a-date") from problem
        return span
    return day, day


def _span(text: str) -> tuple[date, date] | None:
    for found in _TO.finditer(text):
        before, after = text[: found.start()].strip(), text[found.end() :].strip()
        last = _day(after)
        if last is None or not before:
            continue
        parts = after.split()
        for missing in ("", " ".join(parts[2:]), " ".join(parts[1:])):
            first = _day(f"{before} {missing}".strip())
            if first is not None:
                return first, last
    return None


def _day(text: str) -> date | None:
    try:
        return read_date(text)
    except WrongValue:
        return None
