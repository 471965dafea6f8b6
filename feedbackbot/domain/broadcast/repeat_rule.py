"""When a broadcast that repeats goes next. Times are the city's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from feedbackbot.domain.calendar import WorkingCalendar, at_city, city_day


@dataclass(frozen=True, slots=True)
class Weekly:
    """Every week on a weekday, Monday 0."""

    weekday: int
    at: time


@dataclass(frozen=True, slots=True)
class MonthlyOnDay:
    """Every month on its n-th day, on its last one where the month is shorter."""

    day: int
    at: time


@dataclass(frozen=True, slots=True)
class MonthlyOnFirstWorkingDay:
    at: time


@dataclass(frozen=True, slots=True)
class MonthlyOnLastWorkingDay:
    at: time


RepeatRule = Weekly | MonthlyOnDay | MonthlyOnFirstWorkingDay | MonthlyOnLastWorkingDay

_CODE = re.compile(
    r"(?:weekly:(?P<weekday>[0-6])|monthly:(?:(?P<day>[1-9]|[12]\d|3[01])|(?P<edge>first|last)))"
    r"@(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)",
    re.ASCII,
)


def next_occurrence(rule: RepeatRule, after: datetime, calendar: WorkingCalendar) -> datetime:
    """The first moment of the rule that lies after `after` (UTC).

    Only the working-day rules look at the calendar; the others fall on free days too, where the contact policy
    makes what is not urgent wait.
    """
    moments = (at_city(day, rule.at) for day in _days(rule, city_day(after), calendar))
    return next(moment for moment in moments if moment > after)


def repeat_code(rule: RepeatRule) -> str:
    """The rule as a short text for the database, such as `monthly:first@09:00`."""
    match rule:
        case Weekly():
            when = f"weekly:{rule.weekday}"
        case MonthlyOnDay():
            when = f"monthly:{rule.day}"
        case MonthlyOnFirstWorkingDay():
            when = "monthly:first"
        case MonthlyOnLastWorkingDay():
            when = "monthly:last"
    return f"{when}@{rule.at:%H:%M}"


def read_repeat_code(code: str) -> RepeatRule:
    """The rule of a text made by `repeat_code`; `ValueError` on any other."""
    match = _CODE.fullmatch(code)
    if not match:
        raise ValueError(f"not a repeat rule: {code!r}")
    at = time(int(match["hour"]), int(match["minute"]))
    if match["weekday"]:
        return Weekly(int(match["weekday"]), at)
    if match["day"]:
        return MonthlyOnDay(int(match["day"]), at)
    return MonthlyOnFirstWorkingDay(at) if match["edge"] == "first" else MonthlyOnLastWorkingDay(at)


def _days(rule: RepeatRule, start: date, calendar: WorkingCalendar) -> Iterator[date]:
    if isinstance(rule, Weekly):
        day = start + timedelta(days=(rule.weekday - start.weekday()) % 7)
        while True:
            yield day
            day += timedelta(days=7)
    first = start.replace(day=1)
    while True:
        following = (first + timedelta(days=31)).replace(day=1)
        last = following - timedelta(days=1)
        match rule:
            case MonthlyOnDay():
                yield first.replace(day=min(rule.day, last.day))
            case MonthlyOnFirstWorkingDay():
                yield calendar.on_or_after(first)
            case MonthlyOnLastWorkingDay():
                yield calendar.on_or_before(last)
        first = following
