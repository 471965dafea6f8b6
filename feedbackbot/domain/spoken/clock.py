"""The one reader of an hour and of a span of hours that are written out: in a cell, in a session typed in a chat."""

import re
from datetime import time

from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.spoken.words import plain_words

_INTRO = r"(?:(?:mulai|dari)\s+)?(?:(?:jam|pukul|pkl|pk|at|@)\b\.?\s*:?\s*)?"
_ZONE = r"(?:\s*\(?(?:wib|w\.i\.b\.?|wit|wita|waktu setempat)\)?)?"
_HOUR = r"(?P<{0}hour>\d{{1,2}})(?:\s*[.:]\s*(?P<{0}minute>\d\d)(?:[.:]\d\d(?:\.0+)?)?)?(?:\s*(?P<{0}half>[ap])\.?m\.?)?"
_TO = r"\s*(?:-|s\s*[./]?\s*d\.?|sd\.?|sampai(?:\s+dengan)?|hingga|to|until)\s*"
_ONE = re.compile(rf"{_INTRO}{_HOUR.format('')}{_ZONE}")
_SPAN = rf"{_INTRO}{_HOUR.format('from_')}{_ZONE}{_TO}{_INTRO}{_HOUR.format('to_')}{_ZONE}"
_WHOLE_SPAN = re.compile(_SPAN)
_SPAN_WITHIN = re.compile(rf"(?<![\w/.:-]){_SPAN}(?![\d/:-]|\.\d)", re.IGNORECASE)
_SURE_START = re.compile(r"(?:jam|pukul|pkl|pk|at|@)\b|\d[.:]\d\d|\d\s*[ap]\.?m", re.IGNORECASE)
_FOUR_DIGITS = re.compile(r"([01]\d|2[0-3])([0-5]\d)")
_FRACTION = re.compile(r"0[.,](\d+)")
_MINUTES_OF_DAY = 24 * 60
_DAY_BEFORE = re.compile(r"\d{4}-\d\d-\d\d[ t]")


def read_clock(text: str) -> time:
    """The hour of "09.00", "Pukul 09.00 WIB", "9:30", "9 am" or of Excel's part of a day (0,375).

    A bare number is an hour only with a word before or behind it. Raises `WrongValue("cell-not-a-time")`, also for a
    number that may be both an hour and a part of a day (0.25).
    """
    plain = _DAY_BEFORE.sub("", plain_words(text).strip(" ,;"))
    if fraction := _FRACTION.fullmatch(plain):
        return _of_fraction(fraction[1])
    if digits := _FOUR_DIGITS.fullmatch(plain):
        return time(int(digits[1]), int(digits[2]))
    found = _ONE.fullmatch(plain)
    if found is None or (plain.isdigit()):
        raise WrongValue("cell-not-a-time")
    return _time(found, "")


def read_span(text: str) -> tuple[time, time]:
    """Start and end of "09.00-12.00", "pukul 09.00 s.d. 12.00 WIB", "9 am to 12 pm". Raises `WrongValue("cell-not-a-span")`."""
    found = _WHOLE_SPAN.fullmatch(plain_words(text).strip(" ,;"))
    if found is None:
        raise WrongValue("cell-not-a-span")
    return _time(found, "from_"), _time(found, "to_")


def span_within(line: str) -> tuple[str, tuple[time, time], str] | None:
    """The first span of hours in a line from `alike`, with what stands before and behind it; None where there is none.

    Raises `WrongValue("cell-not-a-time")` for hours that no clock shows.
    """
    for found in _SPAN_WITHIN.finditer(line):
        if _SURE_START.search(found[0]):
            span = _time(found, "from_"), _time(found, "to_")
            return line[: found.start()].strip(" ,;"), span, line[found.end() :].strip(" ,;")
    return None


def _time(found: re.Match[str], which: str) -> time:
    hour, minute, half = int(found[f"{which}hour"]), int(found[f"{which}minute"] or 0), found[f"{which}half"]
    if half:
        if not 1 <= hour <= 12:
            raise WrongValue("cell-not-a-time")
        hour = hour % 12 + (12 if half in "pP" else 0)
    if hour > 23 or minute > 59:
        raise WrongValue("cell-not-a-time")
    return time(hour, minute)


def _of_fraction(digits: str) -> time:
    # "0.30" may be half past midnight and 07:12; nobody can say which was meant.
    if len(digits) == 2 and int(digits) < 60:
        raise WrongValue("cell-not-a-time")
    minutes = round(float(f"0.{digits}") * _MINUTES_OF_DAY)
    if minutes >= _MINUTES_OF_DAY:
        raise WrongValue("cell-not-a-time")
    return time(minutes // 60, minutes % 60)
