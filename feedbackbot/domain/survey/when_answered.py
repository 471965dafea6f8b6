"""The day and the hour that a sheet of answers gives for one respondent, on the city's clock."""

import re
from datetime import date, datetime, time, timedelta

from feedbackbot.domain.sheets.cells import excel_date
from feedbackbot.domain.sheets.problem import WrongValue

_TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?\s*(am|pm)?(?:\s*wib)?", re.IGNORECASE)
_SERIAL = re.compile(r"(\d{4,6})\.(\d+)")
_WEEKDAY = re.compile(r"^(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\s*[,/]?\s*", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des")
_NAMED = re.compile(r"(\d{1,2})[\s\-]+([a-z]+)[\s\-]+(\d{4})", re.IGNORECASE)
_DAY_SECONDS = 86_400


def read_day(text: str) -> tuple[date, time | None]:
    """ "2026-11-12", "12/11/2026 9:30:15", "Kamis, 12 November 2026", an Excel serial with or without the hour. Raises WrongValue."""
    text = _WEEKDAY.sub("", text.strip())
    if serial := _SERIAL.fullmatch(text):
        seconds = round(float(f"0.{serial[2]}") * _DAY_SECONDS)
        moment = datetime.combine(excel_date(serial[1]), time()) + timedelta(seconds=seconds)
        return moment.date(), moment.time()
    day, _, rest = text.replace("T", " ", 1).partition(" ")
    if named := _NAMED.match(text):
        return _named(named), read_time(text[named.end() :])
    return excel_date(day), read_time(rest)


def read_time(text: str) -> time | None:
    """None for what is no moment: nothing, or a span such as "08.00–12.00"."""
    found = _TIME.fullmatch(text.strip(" ,;"))
    if not found:
        return None
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    if found[4]:
        hour = hour % 12 + (12 if found[4].lower() == "pm" else 0)
    return time(hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def _named(found: re.Match[str]) -> date:
    try:
        return date(int(found[3]), 1 + _MONTHS.index(found[2].casefold()[:3]), int(found[1]))
    except ValueError:
        raise WrongValue("cell-not-a-date") from None
