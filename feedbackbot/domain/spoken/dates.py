"""The one reader of a whole day that is written out: in a cell, in a chat, on the command line."""

import re
from datetime import date, timedelta

from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.spoken.calendar_words import (
    HIJRI,
    MONTH,
    MONTHS,
    ROMAN_MONTH,
    ROMAN_MONTHS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
    mended_months,
)
from feedbackbot.domain.spoken.instants import read_instant
from feedbackbot.domain.spoken.words import plain_words

# Excel's day 1 is 1 January 1900, and it believes in 29 February 1900: from March 1900 on, this is day 0.
_DAY_ZERO = date(1899, 12, 30)
_PLAUSIBLE_SERIALS = range(3_654, 73_051)  # 1910 to 2100
_ALL_WEEKDAYS = WEEKDAYS | SHORT_WEEKDAYS
_ANY_WEEKDAY = "|".join(sorted(map(re.escape, _ALL_WEEKDAYS), key=len, reverse=True))
_WEEKDAY_BEFORE = re.compile(rf"(?:hari\s+)?(?P<weekday>{_ANY_WEEKDAY})\b\.?\s*[,/;:-]?\s*(?=\S)")
_INTRO = re.compile(r"(?:pada\s+)?(?:hari\s+)?(?:tanggal|tgl|tg|on|the)\b\.?\s*:?\s*")
# A day is wanted: an hour behind it, as in a cell that holds both, says nothing of the day.
_HOUR_AFTER = re.compile(
    r"(?<=\d\d)(?:\s*,?\s*(?:pukul|jam|pkl|pk)\b.*"
    r"|(?:t|,?\s+|,)(?:at\s+)?\d{1,2}[:.]\d\d(?:[:.]\d\d(?:\.\d+)?)?(?:\s*[ap]\.?m\.?)?(?:\s*(?:wib|wit|wita))?)$"
)
_WEEKDAY_AFTER = re.compile(rf"(?<=\d)\s*,?\s+(?P<weekday>{'|'.join(map(re.escape, WEEKDAYS))})$")
_COMMON_ERA = re.compile(r"(?<=\d)\s*(?:m|masehi)$")
_BETWEEN_CALENDARS = re.compile(r"bertepatan dengan|bertepatan|atau|/|,|=")
_YEARS = range(1900, 2101)
_SERIAL = re.compile(r"(\d{4,5})(?:[.,]\d+)?")
_YEAR = r"'?(?P<year>\d{4}|\d\d)"
_FORMS = (
    re.compile(r"(?P<year>\d{4})(?P<between>[-/.])(?P<month>\d{1,2})(?P=between)(?P<day>\d{1,2})"),
    re.compile(rf"(?P<day>\d{{1,2}})\s*(?P<between>[-/.])\s*(?P<month>\d{{1,2}})\s*(?P=between)\s*{_YEAR}"),
    re.compile(r"(?P<day>\d{1,2}) (?P<month>\d{1,2}) (?P<year>\d{4})"),
    re.compile(
        rf"(?P<day>\d{{1,2}})\s*(?P<between>[-/. ])\s*(?P<month>{ROMAN_MONTH})\s*(?P=between)\s*(?P<year>\d{{4}})"
    ),
    re.compile(
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[-/. ]*(?:of )?(?P<month>{MONTH})(?![a-z])\.?[-/., ]*{_YEAR}"
    ),
    re.compile(rf"(?P<month>{MONTH})\b\.?[- ]*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s*(?P<year>\d{{4}})"),
    re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>\d\d)"),
    re.compile(r"(?P<day>\d\d)(?P<month>0[1-9]|1[0-2])(?P<year>(?:19|20)\d\d)"),
)


def read_date(text: str) -> date:
    """The day of "1 Desember 2026", "Selasa, 1-Des-26", "01/12/26", "2026-12-01T09:00" or of Excel's serial number.

    Numbers are day before month; two digits of a year are of this century. An hour behind the day is overlooked, a moment
    with its offset from Greenwich is the city's day. Raises `WrongValue`: `cell-not-a-date`, also for a day that does not
    exist, `cell-weekday-differs` where weekday and day contradict each other, `cell-date-hijri`.
    """
    plain = mended_months(plain_words(text).replace("(", " ").replace(")", " ").strip(" .,;"))
    if (instant := read_instant(plain)) is not None:
        return instant.date()
    if found := _SERIAL.fullmatch(plain):
        return _of_serial(int(found[1]))
    plain = " ".join(_COMMON_ERA.sub("", _HOUR_AFTER.sub("", _without_hijri(plain))).split())
    weekdays: set[int] = set()
    plain = _INTRO.sub("", plain, count=1) if _INTRO.match(plain) else plain
    if before := _WEEKDAY_BEFORE.match(plain):
        weekdays.add(_ALL_WEEKDAYS[before["weekday"]])
        plain = plain[before.end() :]
        plain = _INTRO.sub("", plain, count=1) if _INTRO.match(plain) else plain
    elif after := _WEEKDAY_AFTER.search(plain):
        weekdays.add(WEEKDAYS[after["weekday"]])
        plain = plain[: after.start()]
    day = _day_of(plain)
    if weekdays - {day.weekday()}:
        raise WrongValue("cell-weekday-differs")
    return day


def _without_hijri(plain: str) -> str:
    """A letter gives both calendars: what is left is the common one. Raises where only the Islamic day is told."""
    rest = HIJRI.sub(" ", plain)
    if rest == plain:
        return plain
    if not any(sign.isdigit() for sign in rest):
        raise WrongValue("cell-date-hijri")
    return " ".join(_BETWEEN_CALENDARS.sub(" ", rest).split()).strip(" .,;")


def _of_serial(serial: int) -> date:
    if serial not in _PLAUSIBLE_SERIALS:
        raise WrongValue("cell-not-a-date")
    return _DAY_ZERO + timedelta(days=serial)


def _day_of(plain: str) -> date:
    for form in _FORMS:
        if found := form.fullmatch(plain):
            year, month = int(found["year"]), found["month"]
            number = MONTHS.get(month) or ROMAN_MONTHS.get(month) or int(month)
            try:
                day = date(year + 2000 if len(found["year"]) == 2 else year, number, int(found["day"]))
            except ValueError as error:
                raise WrongValue("cell-not-a-date") from error
            if day.year in _YEARS:
                return day
            break
    raise WrongValue("cell-not-a-date")
