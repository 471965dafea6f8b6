"""The one reader of a whole day that is written out: in a cell, in a chat, on the command line."""

import re
from datetime import date, timedelta

from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.spoken.calendar_words import MONTH, MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from feedbackbot.domain.spoken.words import plain_words

# Excel's day 1 is 1 January 1900, and it believes in 29 February 1900: from March 1900 on, this is day 0.
_DAY_ZERO = date(1899, 12, 30)
_PLAUSIBLE_SERIALS = range(3_654, 73_051)  # 1910 to 2100
_ALL_WEEKDAYS = WEEKDAYS | SHORT_WEEKDAYS
_ANY_WEEKDAY = "|".join(sorted(map(re.escape, _ALL_WEEKDAYS), key=len, reverse=True))
_WEEKDAY_BEFORE = re.compile(rf"(?:hari\s+)?(?P<weekday>{_ANY_WEEKDAY})\b\.?\s*[,/;:-]?\s*(?=\S)")
_INTRO = re.compile(r"(?:pada\s+)?(?:hari\s+)?(?:tanggal|tgl|tg|on|the)\b\.?\s*:?\s*")
_MIDNIGHT_AFTER = re.compile(r"[ t](?:00[:.]00(?:[:.]00(?:\.0+)?)?)(?:z|\+00:?00)?$")
_SERIAL = re.compile(r"(\d{4,5})(?:[.,]0+)?")
_YEAR = r"'?(?P<year>\d{4}|\d\d)"
_FORMS = (
    re.compile(r"(?P<year>\d{4})(?P<between>[-/.])(?P<month>\d{1,2})(?P=between)(?P<day>\d{1,2})"),
    re.compile(rf"(?P<day>\d{{1,2}})\s*(?P<between>[-/.])\s*(?P<month>\d{{1,2}})\s*(?P=between)\s*{_YEAR}"),
    re.compile(r"(?P<day>\d{1,2}) (?P<month>\d{1,2}) (?P<year>\d{4})"),
    re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[-/. ]*(?:of )?(?P<month>{MONTH})\b\.?[-/., ]*{_YEAR}"),
    re.compile(rf"(?P<month>{MONTH})\b\.?[- ]*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s*(?P<year>\d{{4}})"),
    re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)"),
)


def read_date(text: str) -> date:
    """The day of "1 Desember 2026", "Selasa, 1-Des-26", "01/12/26", "2026-12-01" or of Excel's serial number.

    Numbers are day before month; two digits of a year are of this century. Raises `WrongValue`: `cell-not-a-date`, also for
    a day that does not exist, `cell-weekday-differs` where weekday and day contradict each other.
    """
    plain = plain_words(text).strip(" .,;")
    plain = _MIDNIGHT_AFTER.sub("", plain)
    if found := _SERIAL.fullmatch(plain):
        return _of_serial(int(found[1]))
    weekday = None
    plain = _INTRO.sub("", plain, count=1) if _INTRO.match(plain) else plain
    if before := _WEEKDAY_BEFORE.match(plain):
        weekday = _ALL_WEEKDAYS[before["weekday"]]
        plain = plain[before.end() :]
        plain = _INTRO.sub("", plain, count=1) if _INTRO.match(plain) else plain
    day = _day_of(plain)
    if weekday is not None and day.weekday() != weekday:
        raise WrongValue("cell-weekday-differs")
    return day


def _of_serial(serial: int) -> date:
    if serial not in _PLAUSIBLE_SERIALS:
        raise WrongValue("cell-not-a-date")
    return _DAY_ZERO + timedelta(days=serial)


def _day_of(plain: str) -> date:
    for form in _FORMS:
        if found := form.fullmatch(plain):
            year, month = int(found["year"]), found["month"]
            number = MONTHS[month] if month in MONTHS else int(month)
            try:
                return date(year + 2000 if len(found["year"]) == 2 else year, number, int(found["day"]))
            except ValueError as error:
                raise WrongValue("cell-not-a-date") from error
    raise WrongValue("cell-not-a-date")
