"""The day in a typed text: "besok", "senin depan", "25/11", "25 november 2026"."""

import re
from datetime import date, timedelta

from feedbackbot.domain.spoken.calendar_words import MONTH as _MONTH
from feedbackbot.domain.spoken.calendar_words import (
    MONTHS,
    ROMAN_MONTH,
    ROMAN_MONTHS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
    mended_months,
)
from feedbackbot.domain.spoken.calendar_words import WEEKDAY as _WEEKDAY
from feedbackbot.domain.spoken.words import Scanner, TimeProblem, plain_words

_START, _END = r"(?<![\w.:/-])", r"(?![\w:/-]|\.\d)"
_INTRO = r"(?:(?:tanggal|tgl|on|the)\.?\s+)?"

_DAY_OF_A_MONTH = re.compile(rf"{_START}(?:tanggal|tgl)\.?\s*(?P<day>\d{{1,2}}){_END}", re.ASCII)
_DATES = [
    re.compile(rf"{_START}(?P<year>\d{{4}})-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}}){_END}", re.ASCII),
    re.compile(
        rf"{_START}(?P<day>\d{{1,2}})(?P<between>[/.-])(?P<month>\d{{1,2}})(?P=between)(?P<year>\d{{4}}){_END}",
        re.ASCII,
    ),
    re.compile(
        rf"{_START}(?P<day>\d{{1,2}})(?P<between>[/-])(?P<month>\d{{1,2}})(?:(?P=between)(?P<year>\d\d))?{_END}",
        re.ASCII,
    ),
    re.compile(
        rf"{_START}{_INTRO}(?P<day>\d{{1,2}})(?P<between>[/.-])(?P<month>{_MONTH})(?P=between)(?P<year>\d{{4}}|\d\d){_END}",
        re.ASCII,
    ),
    re.compile(
        rf"{_START}{_INTRO}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s*(?:of\s+)?(?P<month>{_MONTH})\b\.?"
        rf"(?:\s+'?(?P<year>\d{{4}}|\d\d(?=\s+(?:\d{{1,2}}[.:]\d\d|jam\b|pukul\b|pkl\b))){_END})?",
        re.ASCII,
    ),
    re.compile(
        rf"{_START}(?P<day>\d{{1,2}})(?P<between>[/-])(?P<month>{ROMAN_MONTH})(?P=between)(?P<year>\d{{4}}){_END}",
        re.ASCII,
    ),
    re.compile(
        rf"\b(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_END}(?:\s+(?P<year>\d{{4}}){_END})?",
        re.ASCII,
    ),
    _DAY_OF_A_MONTH,
]
_FROM_TODAY = [
    (-2, re.compile(r"\b(?:kemarin|kemaren|kmrn|kmren) (?:lusa|dulu)\b|\b(?:the )?day before yesterday\b")),
    (2, re.compile(r"\b(?:besok lusa|lusa|(?:the )?day after tomorrow)\b")),
    (1, re.compile(r"\b(?:besok|esok|bsk|tomorrow|tmrw?)\b")),
    (0, re.compile(r"\b(?:(?:hari|hr) ini|today)\b")),
    (-1, re.compile(r"\b(?:kemarin|kemaren|kmrn|kmren|semalam|semalem|tadi malam|yesterday|last night)\b")),
    (0, re.compile(r"\b(?:tadi(?: pagi| siang| sore)?|barusan|td (?:pagi|siang|sore))\b")),
]
_DAYS_AGO = re.compile(r"\b(\d{1,2}) (?:hari|hr) (?:yang |yg )?lalu\b|\b(\d{1,2}) days ago\b")
_A_WEEK = re.compile(r"\b(?:minggu|pekan) (?:ini|lalu|kemarin|kmrn)\b|\b(?:this|last) week\b")
_NEXT_WEEK = r"(?:(?:minggu|pekan) depan|next week)"
_NEXT = [
    re.compile(rf"\b(?P<weekday>{_WEEKDAY}),? {_NEXT_WEEK}\b"),
    re.compile(rf"\b{_NEXT_WEEK},? (?:hari |on )?(?P<weekday>{_WEEKDAY})\b"),
    re.compile(rf"\bhari (?P<weekday>{_WEEKDAY}) depan\b"),
    re.compile(rf"\b(?!minggu )(?P<weekday>{_WEEKDAY}) depan\b"),
    re.compile(rf"\bnext (?P<weekday>{_WEEKDAY})\b"),
]
_SOME_DAY_OF_NEXT_WEEK = re.compile(rf"\b{_NEXT_WEEK}\b")
_COMING = re.compile(rf"\b(?:hari |on |this )?(?P<weekday>{_WEEKDAY})(?: ini)?\b")
# "Min, 29 Nov": elsewhere than before a date these are other words ("min" are minutes, "jum" is nobody's Friday alone).
_SHORT = re.compile(
    rf"{_START}(?P<weekday>{'|'.join(SHORT_WEEKDAYS)})\b[.,]?\s+(?=(?:(?:tanggal|tgl)\.?\s+)?\d{{1,4}}(?:[/.-]\d|[/.-]?\s*(?:{_MONTH})\b))",
    re.ASCII,
)
_WORDS_AROUND = {"pada", "hari", "tanggal", "tgl", "on", "the"}
_OF_NEXT_MONTH = re.compile(
    r"\b(?:bulan depan,? (?:tanggal|tgl)\.? ?(\d{1,2})|(?:tanggal|tgl)\.? ?(\d{1,2}) bulan depan)\b"
)
_JUST_GONE_BY = timedelta(days=180)


def read_day(scanner: Scanner, today: date) -> tuple[list[date], list[int]] | TimeProblem:
    """The days named in the text, taken out of it: certain ones, and weekdays (Monday 0) said without a week."""
    short = [SHORT_WEEKDAYS[match["weekday"]] for match in scanner.take(_SHORT)]
    dated = [
        _date(today.year + today.month // 12, today.month % 12 + 1, int(match[1] or match[2]))
        for match in scanner.take(_OF_NEXT_MONTH)
    ]
    dated += [_dated(match.groupdict(), today) for pattern in _DATES for match in scanner.take(pattern)]
    days = [day for day in dated if day is not None]
    for ahead, pattern in _FROM_TODAY:
        days += [today + timedelta(days=ahead)] * len(scanner.take(pattern))
    days += [today - timedelta(days=int(match[1] or match[2])) for match in scanner.take(_DAYS_AGO)]
    monday = today + timedelta(days=7 - today.weekday())
    for pattern in _NEXT:
        days += [monday + timedelta(days=WEEKDAYS[match["weekday"]]) for match in scanner.take(pattern)]
    some_day = scanner.take(_SOME_DAY_OF_NEXT_WEEK)
    weekdays = short + [WEEKDAYS[match["weekday"]] for match in scanner.take(_COMING)]
    if len(days) < len(dated):
        return TimeProblem.NO_SUCH_DATE
    return TimeProblem.AMBIGUOUS if some_day else (days, weekdays)


def the_day(text: str, today: date) -> date | None:
    """The one day that a text says and nothing else; None where it says none or more."""
    scanner = Scanner(mended_months(plain_words(text)).replace(",", " "))
    found = read_day(scanner, today)
    if isinstance(found, TimeProblem) or not scanner.words() <= _WORDS_AROUND:
        return None
    days, weekdays = set(found[0]), set(found[1])
    if len(days) == 1:
        day = days.pop()
        return day if weekdays <= {day.weekday()} else None
    if days or len(weekdays) != 1:
        return None
    return today + timedelta(days=(weekdays.pop() - today.weekday() - 1) % 7 + 1)


def past_day_in(text: str, today: date) -> date | None:
    """The one day up to today that a text names among other words ("siapa yang mengubah peran kemarin"); a weekday is the last one, and so
    is the third where only that is said. A week is no day."""
    words = mended_months(plain_words(text)).replace(",", " ")
    found = read_day(Scanner(words), today)
    if isinstance(found, TimeProblem) or _A_WEEK.search(words):
        return None
    no_month = _DAY_OF_A_MONTH.search(words) is not None
    days = {_a_month_before(day) if no_month and day > today else day for day in found[0]}
    if any(day is None or day > today for day in days):
        return None
    days |= {today - timedelta(days=(today.weekday() - weekday) % 7) for weekday in found[1]}
    return days.pop() if len(days) == 1 else None


def _a_month_before(day: date) -> date | None:
    last = day.replace(day=1) - timedelta(days=1)
    return last.replace(day=day.day) if day.day <= last.day else None


def _dated(said: dict[str, str | None], today: date) -> date | None:
    day = int(said["day"] or 0)
    month = said.get("month")
    year = said.get("year")
    if month is None:
        return _coming_day_of_month(day, today)
    number = MONTHS.get(month) or ROMAN_MONTHS.get(month) or int(month)
    if year is not None:
        return _date(int(year) + (2000 if len(year) == 2 else 0), number, day)
    this_year, next_year = _date(today.year, number, day), _date(today.year + 1, number, day)
    if this_year is not None and this_year >= today - _JUST_GONE_BY:
        return this_year
    # 29/2 without a year is a date only when the coming February has it.
    return next_year if this_year is not None or number < today.month else None


def _coming_day_of_month(day: int, today: date) -> date | None:
    if day >= today.day:
        return _date(today.year, today.month, day)
    return _date(today.year + today.month // 12, today.month % 12 + 1, day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
