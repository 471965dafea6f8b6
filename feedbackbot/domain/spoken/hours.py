"""The hour in a typed text: "14.30", "jam 8 pagi", "9am", "setengah tujuh malam"."""

import re
from dataclasses import dataclass
from datetime import time

from feedbackbot.domain.spoken.words import WORDS, Scanner, TimeProblem, number

PARTS_OF_DAY = {
    "dini hari": range(0, 6),
    "subuh": range(4, 6),
    "pagi": range(1, 12),
    "siang": range(10, 17),
    "sore": range(14, 19),
    "petang": range(15, 20),
    "malam": range(18, 24),
    "morning": range(1, 12),
    "afternoon": range(12, 19),
    "evening": range(17, 24),
    "tonight": range(18, 24),
    "night": range(18, 24),
}
"""The hours that each part of the day can mean: an hour said with it is the one of the two that fits."""

_INTRO = r"(?:(?:jam|pukul|pkl|at|@)\.?\s*)"
_HALF_DAY = r"(?:\s*(?P<half>[ap])\.?m\b\.?)"
_DIGITS = r"\d{1,2}"
_CLOCK = re.compile(
    rf"(?<![\w.:/-]){_INTRO}?(?P<hour>{_DIGITS})[.:](?P<minute>\d\d)(?::\d\d)?(?![\d:/-]){_HALF_DAY}?",
    re.ASCII,
)
_HALF_BEFORE = re.compile(rf"(?<!\w){_INTRO}?setengah\s+(?P<hour>{_DIGITS}|{WORDS})(?!\w)", re.ASCII)
_TO_OR_PAST = re.compile(
    rf"(?<!\w){_INTRO}?(?P<hour>{_DIGITS}|{WORDS})\s+(?P<way>lewat|kurang)\s+(?P<minute>{_DIGITS})(?!\w)",
    re.ASCII,
)
_INTRODUCED = re.compile(rf"(?<!\w){_INTRO}(?P<hour>{_DIGITS}|{WORDS})(?:{_HALF_DAY}|(?!\w))", re.ASCII)
_QUALIFIED = re.compile(
    rf"(?<!\w)(?P<hour>{_DIGITS})(?:{_HALF_DAY}|(?=\s+(?:{'|'.join(PARTS_OF_DAY)})(?!\w)))", re.ASCII
)
_NOON = re.compile(r"\b(?:tengah hari|noon|midday)\b")
_MIDNIGHT = re.compile(r"\b(?:tengah malam|midnight)\b")
_PART = re.compile(rf"\b(?:{'|'.join(PARTS_OF_DAY)})\b")


@dataclass(frozen=True)
class _Hour:
    hour: int
    minute: int
    half: str | None = None  # "a" or "p" of am and pm
    exact: bool = False  # written as a clock shows it, so that 02:00 is at night


def read_hour(scanner: Scanner) -> time | TimeProblem | None:
    """The hour in the text, taken out of it; `None` when there is none."""
    midnights = scanner.take(_MIDNIGHT)
    found = [_Hour(12, 0, exact=True) for _ in scanner.take(_NOON)]
    found += [
        _Hour(int(match["hour"]), int(match["minute"]), match["half"], exact=len(match["hour"]) == 2)
        for match in scanner.take(_CLOCK)
    ]
    found += [_half_before(number(match["hour"])) for match in scanner.take(_HALF_BEFORE)]
    found += [
        _to_or_past(number(match["hour"]), match["way"], int(match["minute"]))
        for match in scanner.take(_TO_OR_PAST)
    ]
    for pattern in (_INTRODUCED, _QUALIFIED):
        found += [
            _Hour(number(match["hour"]), 0, match["half"], exact=match["hour"].startswith("0"))
            for match in scanner.take(pattern)
        ]
    parts = {match[0] for match in scanner.take(_PART)}
    if midnights or len(found) > 1:
        return TimeProblem.AMBIGUOUS
    if not found:
        return TimeProblem.HOUR_MISSING if parts else None
    return _resolved(found[0], parts)


def _half_before(hour: int) -> _Hour:
    """ "Setengah sembilan" is half past eight."""
    return _Hour(12 if hour == 1 else hour - 1, 30)


def _to_or_past(hour: int, way: str, minutes: int) -> _Hour:
    return _Hour(hour, minutes) if way == "lewat" or minutes == 0 else _Hour(hour - 1, 60 - minutes)


def _resolved(said: _Hour, parts: set[str]) -> time | TimeProblem:
    if not (0 <= said.hour <= 24 and 0 <= said.minute <= 59) or (said.half and not 1 <= said.hour <= 12):
        return TimeProblem.NO_SUCH_HOUR
    if said.half:
        fitting = {said.hour % 12 + (12 if said.half == "p" else 0)}
    elif parts:
        fitting = {said.hour, said.hour + 12}
    elif said.hour in range(1, 7) and not said.exact:
        return TimeProblem.AMBIGUOUS  # "jam 2" is said of the night and of the afternoon
    else:
        fitting = {said.hour}
    for part in parts:
        fitting &= set(PARTS_OF_DAY[part])
    fitting -= {24}  # of which night?
    return time(fitting.pop(), said.minute) if len(fitting) == 1 else TimeProblem.AMBIGUOUS
