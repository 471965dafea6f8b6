"""The one reader of an hour and of a span of hours that are written out: in a cell, in a session typed in a chat."""

import re
from datetime import time

from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.spoken.hours import PARTS_OF_DAY, read_hour
from feedbackbot.domain.spoken.instants import read_instant
from feedbackbot.domain.spoken.words import Scanner, plain_words
from feedbackbot.domain.spoken.zone_signs import SIGN, of_another_zone

_INTRO = r"(?:(?:mulai|dari)\s+)?(?:(?:jam|pukul|pkl|pk|at|@)\b\.?\s*:?\s*)?"
_ZONE = rf"(?:\s*\(?(?:{SIGN}|waktu setempat)\)?)?"
_HOUR = (
    r"(?P<{0}hour>\d{{1,2}})(?:\s*[.:]\s*(?P<{0}minute>\d\d)(?:[.:]\d\d(?:\.0+)?)?)?(?:\s*(?P<{0}half>[ap])\.?m\.?)?"
    r"(?:\s*(?P<{0}part>pagi|siang|sore|petang|malam)\b)?"
)
_TO = r"\s*(?:[-~→]|s\s*[./]?\s*d\.?|sd\.?|sampai(?:\s+(?:dengan|dgn|dg))?|hingga|to|until)\s*"
_ONE = re.compile(rf"{_INTRO}{_HOUR.format('')}{_ZONE}")
_SPAN = rf"{_INTRO}{_HOUR.format('from_')}{_ZONE}{_TO}{_INTRO}{_HOUR.format('to_')}{_ZONE}"
_WHOLE_SPAN = re.compile(_SPAN)
_SPAN_WITHIN = re.compile(rf"(?<![\w/.:-]){_SPAN}(?![\d/:-]|\.\d)", re.IGNORECASE)
_SURE_START = re.compile(r"(?:jam|pukul|pkl|pk|at|@)\b|\d[.:]\d\d|\d\s*[ap]\.?m", re.IGNORECASE)
_FOUR_DIGITS = re.compile(r"([01]\d|2[0-3])([0-5]\d)")
_FRACTION = re.compile(r"0[.,](\d+)")
_MINUTES_OF_DAY = 24 * 60
_DAY_BEFORE = re.compile(r"\d{4}-\d\d-\d\d[ t]")
_SERIAL_AND_FRACTION = re.compile(r"\d{5}[.,](\d{1,15})")
_COMMA = re.compile(
    r"(?<!\d)(\d\d),(\d\d)(?!\d)"
)  # two signs each: "9,5" may be half past nine and 9.5 hours
_OPEN_END = re.compile(rf"{_TO}(?:selesai|selesainya|tuntas|habis|end|finish)\b", re.IGNORECASE)
_SIGNS = ("wib", "w.i.b", "wita", "w.i.t.a", "wit", "w.i.t")
_BESIDE_WORDS = {*_SIGNS, *(f"({sign})" for sign in _SIGNS), "mulai", "dari", "pada", "nanti"}


def read_clock(text: str) -> time:
    """The hour of "09.00", "Pukul 09.00 WIB", "9:30", "9 am", "jam 2 siang", "setengah sepuluh" or of Excel's part of a day (0,375).

    A bare number is an hour only with a word before or behind it. Raises `WrongValue("cell-not-a-time")`, also for a
    number that may be both an hour and a part of a day (0.25).
    """
    plain = plain_words(text).strip(" ,;.")
    if of_another_zone(plain):
        raise WrongValue("cell-not-a-time")
    if (instant := read_instant(plain)) is not None:
        return instant.time().replace(second=0)
    plain = _DAY_BEFORE.sub("", plain)
    if fraction := _FRACTION.fullmatch(plain):
        return _of_fraction(fraction[1])
    if serial := _SERIAL_AND_FRACTION.fullmatch(plain):
        return _of_fraction(f"{serial[1]:0<3}")
    if digits := _FOUR_DIGITS.fullmatch(plain):
        return time(int(digits[1]), int(digits[2]))
    plain = _COMMA.sub(r"\1.\2", plain)
    if plain.isdigit():
        raise WrongValue("cell-not-a-time")
    found = _ONE.fullmatch(plain)
    return _time(found, "") if found else _in_words(plain)


def _in_words(plain: str) -> time:
    """As it is said: "jam sembilan pagi", "jam 9 lewat 15"."""
    scanner = Scanner(plain)
    hour = read_hour(scanner)
    if not isinstance(hour, time) or not scanner.words() <= _BESIDE_WORDS:
        raise WrongValue("cell-not-a-time")
    return hour


def read_span(text: str) -> tuple[time, time]:
    """Start and end of "09.00-12.00", "pukul 09.00 s.d. 12.00 WIB", "9 am to 12 pm".

    Raises `WrongValue`: `cell-not-a-span`, `cell-span-open` for "09.00 s.d. selesai".
    """
    plain = plain_words(text).strip(" ,;")
    found = _WHOLE_SPAN.fullmatch(plain)
    if found is None or of_another_zone(plain):
        raise WrongValue("cell-span-open" if ends_open(plain) else "cell-not-a-span")
    return _time(found, "from_"), _time(found, "to_")


def ends_open(line: str) -> bool:
    """Whether it is said when it begins and that it ends when it is done ("09.00 s.d. selesai")."""
    return _OPEN_END.search(line) is not None


def span_within(line: str) -> tuple[str, tuple[time, time], str] | None:
    """The first span of hours in a line from `alike`, with what stands before and behind it; None where there is none.

    Raises `WrongValue("cell-not-a-time")` for hours that no clock shows.
    """
    for found in _SPAN_WITHIN.finditer(line):
        if _SURE_START.search(found[0]):
            if of_another_zone(found[0].casefold()):
                raise WrongValue("cell-not-a-time")
            span = _time(found, "from_"), _time(found, "to_")
            return line[: found.start()].strip(" ,;"), span, line[found.end() :].strip(" ,;")
    return None


def _time(found: re.Match[str], which: str) -> time:
    hour, minute, half = int(found[f"{which}hour"]), int(found[f"{which}minute"] or 0), found[f"{which}half"]
    if half:
        if not 1 <= hour <= 12:
            raise WrongValue("cell-not-a-time")
        hour = hour % 12 + (12 if half in "pP" else 0)
    elif part := found[f"{which}part"]:
        fitting = {hour, hour + 12} & set(PARTS_OF_DAY[part.casefold()])
        hour = fitting.pop() if len(fitting) == 1 else 24
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
