"""Dates and times as people type them, in Indonesian or English: "besok 09:00", "25/11 14.30", "next monday 9am".

A day and an hour are read independently, in any order; what is left over must be small words. Numbers are day
before month. A day without a year is the coming one unless it has just gone by; a weekday is the next one still
ahead, with "depan" or "next" that of the next calendar week. An hour without a day is today's.
"""

import re
from datetime import UTC, date, datetime, time, timedelta

from feedbackbot.domain.calendar import at_city, in_city
from feedbackbot.domain.spoken.calendar_words import HIJRI, mended_months
from feedbackbot.domain.spoken.days import read_day
from feedbackbot.domain.spoken.hours import read_hour
from feedbackbot.domain.spoken.instants import read_instant
from feedbackbot.domain.spoken.words import WORDS, Scanner, TimeProblem, number, plain_words
from feedbackbot.domain.spoken.zone_signs import own_sign

__all__ = ["FARTHEST", "TimeProblem", "read_moment"]

FARTHEST = timedelta(days=366)
"""Moments later than this are taken for a slip of the finger."""

_LONGEST_TEXT = 80
_NOW = {"sekarang", "sekarang juga", "saat ini", "saat ini juga", "now", "right now", "skrg", "skrng"}
_PAST = re.compile(
    r"\b(?:kemarin|kemaren|yesterday|(?:pagi|siang|sore|malam) tadi|tadi|ago|yang lalu|last \w+)\b"
)
_SMALL_WORDS = {
    *(
        "pada",
        "hari",
        "tanggal",
        "tgl",
        "jam",
        "pukul",
        "pkl",
        "nanti",
        "di",
        "untuk",
        "mulai",
        "kirim",
    ),
    *(
        "saja",
        "waktu",
        "setempat",
        "ya",
        "ini",
        "aja",
        "tolong",
        "dan",
        "this",
        "at",
        "on",
        "the",
        "in",
        "of",
        "o'clock",
        "please",
    ),
    *("-", "@", "."),
}
_BRACKETS_AND_COMMAS = re.compile(r"[(),]")
_ISO_BETWEEN = re.compile(r"(?<=\d)t(?=\d)", re.ASCII)
_AMOUNT = rf"setengah|half an?|an?|\d{{1,4}}|{WORDS}"
_UNIT_LENGTHS = {
    **dict.fromkeys(("menit", "mnt", "minutes", "minute", "min"), timedelta(minutes=1)),
    **dict.fromkeys(("jam", "hours", "hour", "hrs", "hr"), timedelta(hours=1)),
    **dict.fromkeys(("hari", "days", "day"), timedelta(days=1)),
    **dict.fromkeys(("minggu", "pekan", "weeks", "week"), timedelta(days=7)),
}
_UNIT = "|".join(_UNIT_LENGTHS)
_STEPS = rf"(?:(?:(?:{_AMOUNT})\s*|se)(?:{_UNIT})\b\s*)+"
_STEP = re.compile(rf"(?:(?P<amount>{_AMOUNT})\s*|se)(?P<unit>{_UNIT})\b", re.ASCII)
_AHEAD = re.compile(
    rf"\b(?:dalam|in)\s+(?P<in>{_STEPS})"
    rf"|(?<![\w.:/-])(?P<later>{_STEPS})(?:lagi|kemudian|dari sekarang|from now|later)\b",
    re.ASCII,
)


def read_moment(text: str, now: datetime, farthest: timedelta = FARTHEST) -> datetime | TimeProblem:
    """The moment meant (UTC, not before `now`), or what to tell the person. Raises on no text whatever.

    `now` is aware; "sekarang" and "now" give it back.
    """
    if len(text) > _LONGEST_TEXT:
        return TimeProblem.NOT_UNDERSTOOD
    typed = _normal(text)
    if typed in _NOW:
        return now.astimezone(UTC)
    if (instant := read_instant(typed)) is not None:
        return _checked(now, instant.date(), instant.time(), farthest)
    scanner = Scanner(typed)
    if scanner.take(HIJRI):
        return TimeProblem.HIJRI
    if scanner.take(_PAST):
        return TimeProblem.PAST
    ahead = [_length(match) for match in scanner.take(_AHEAD)]
    today = in_city(now).date()
    days = read_day(scanner, today)
    hour = read_hour(scanner)
    if not scanner.words() <= {*_SMALL_WORDS, own_sign()}:
        return TimeProblem.NOT_UNDERSTOOD
    if isinstance(days, TimeProblem):
        return days
    if isinstance(hour, TimeProblem):
        return hour
    if len(ahead) > 1 or (ahead and any(days)):
        return TimeProblem.AMBIGUOUS
    if ahead:
        return _later(now, ahead[0], hour, farthest)
    if not any(days):
        return TimeProblem.NOT_UNDERSTOOD if hour is None else _checked(now, today, hour, farthest)
    return _on_day(now, *days, hour, farthest)


def _normal(text: str) -> str:
    plain = mended_months(plain_words(text)).strip(" .,!?")
    if read_instant(plain) is not None:
        return plain
    return _ISO_BETWEEN.sub(" ", " ".join(_BRACKETS_AND_COMMAS.sub(" ", plain).split())).strip(" .!?")


def _length(match: re.Match[str]) -> timedelta:
    total = timedelta()
    for step in _STEP.finditer(match["in"] or match["later"]):
        unit = _UNIT_LENGTHS[step["unit"]]
        amount = step["amount"] or "a"
        if amount in ("a", "an"):
            total += unit
        elif amount == "setengah" or amount.startswith("half"):
            total += unit / 2
        else:
            total += number(amount) * unit
    return total


def _later(now: datetime, ahead: timedelta, hour: time | None, farthest: timedelta) -> datetime | TimeProblem:
    """So long from now; whole days may be said with an hour ("3 hari lagi jam 9")."""
    if hour is None:
        return TimeProblem.TOO_FAR if ahead > farthest else (now + ahead).astimezone(UTC)
    if ahead % timedelta(days=1):
        return TimeProblem.AMBIGUOUS
    return _checked(now, in_city(now).date() + ahead, hour, farthest)


def _on_day(
    now: datetime, days: list[date], weekdays: list[int], hour: time | None, farthest: timedelta
) -> datetime | TimeProblem:
    if len(set(days)) > 1 or len(set(weekdays)) > 1:
        return TimeProblem.AMBIGUOUS
    if days and weekdays and days[0].weekday() != weekdays[0]:
        return TimeProblem.AMBIGUOUS
    if hour is None:
        return TimeProblem.HOUR_MISSING
    today = in_city(now).date()
    if days:
        return _checked(now, days[0], hour, farthest)
    day = today + timedelta(days=(weekdays[0] - today.weekday()) % 7)
    if at_city(day, hour) <= now:
        day += timedelta(days=7)
    return _checked(now, day, hour, farthest)


def _checked(now: datetime, day: date, hour: time, farthest: timedelta) -> datetime | TimeProblem:
    today = in_city(now).date()
    # Compared as days first: the moments of the years 1 and 9999 do not exist in every zone.
    if day < today:
        return TimeProblem.PAST
    if day > today + farthest:
        return TimeProblem.TOO_FAR
    moment = at_city(day, hour)
    return moment if moment > now else TimeProblem.PAST
