"""How a form of development is turned into JP, read from the short sentences of the conversion table."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from feedbackbot.clock import city_zone
from feedbackbot.domain.sheets.problem import WrongValue

MINUTES_PER_JP = 45  # PerLAN 10/2018


class JpUnit(StrEnum):
    LENGTH = "length"  # by time taught
    DAY = "day"
    OCCASION = "occasion"
    SEMESTER = "semester"


@dataclass(frozen=True, slots=True)
class JpRate:
    """`jp` per unit (1 for LENGTH). `at_most`: the day's figure is a cap on the time taught, not a fixed award.

    `per_month`: at most so many units in a month. `extra_percent`: added on top of the national figure.
    """

    unit: JpUnit
    jp: int = 1
    at_most: bool = False
    per_month: int | None = None
    extra_percent: int = 0


@dataclass(frozen=True, slots=True)
class Quantity:
    """How much was done. Only what the form's unit asks for must be given; `months` bounds "so often a month".

    Where it is known day by day, `minutes_by_day` bounds "at most so much a day" on each day by itself, and `sessions_by_month` (how
    many sessions each month had) "so often a month" in each month.
    """

    minutes: int | None = None
    days: int | None = None
    times: int | None = None
    months: int = 1
    minutes_by_day: tuple[int, ...] = ()
    sessions_by_month: tuple[int, ...] = ()
    days_by_month: tuple[int, ...] = ()


def quantity_of(spans: Iterable[tuple[datetime, datetime]]) -> Quantity:
    """What the sessions (start and end, moments with a zone) of one training come to, on the city's days.

    All sessions together are one conversion. A form that counts "so often a month" (coaching, mentoring) counts each session as one
    occasion; any other counts the training as one, however many days a secondment is entered with.
    """
    minutes: Counter[date] = Counter()
    sessions: Counter[tuple[int, int]] = Counter()
    for starts, ends in spans:
        day = starts.astimezone(city_zone()).date()
        minutes[day] += int((ends - starts).total_seconds()) // 60
        sessions[day.year, day.month] += 1
    days = Counter((day.year, day.month) for day in minutes)
    return Quantity(
        minutes=sum(minutes.values()),
        days=len(minutes),
        times=1,
        months=max(len(sessions), 1),
        minutes_by_day=tuple(minutes.values()),
        sessions_by_month=tuple(sessions.values()),
        days_by_month=tuple(days.values()),
    )


_BY_LENGTH = re.compile(r"sesuai jp(?: \(1 jp = 45 menit\))?")
_PER_UNIT = re.compile(
    r"1 (semester|hari|kali) (?:= |(maks) )(\d{1,3}) jp(?: \(maks (\d{1,2}) kali/bulan\))?"
)
_CAP_PER_DAY = re.compile(r"maks (\d{1,3}) jp per hari")
_EXTRA = re.compile(r"(\d{1,3}) ?%")
_UNITS = {"semester": JpUnit.SEMESTER, "hari": JpUnit.DAY, "kali": JpUnit.OCCASION}


def parse_rate(text: str, national: JpRate | None = None) -> JpRate | None:
    """The rate a sentence of the table stands for; None for "--" (not foreseen).

    "20%" builds on the `national` rate of the same row: 20 % more (the table does not say more or of what; a share
    of 20 % would make an international course worth a fifth of a local one). Raises `WrongValue("jp-rate")`.
    """
    words = " ".join(text.casefold().split())
    if words in ("", "-", "--"):
        return None
    if _BY_LENGTH.fullmatch(words):
        return JpRate(JpUnit.LENGTH)
    if found := _PER_UNIT.fullmatch(words):
        unit, at_most, jp, per_month = found.groups()
        return JpRate(_UNITS[unit], int(jp), bool(at_most), int(per_month) if per_month else None)
    if found := _CAP_PER_DAY.fullmatch(words):
        return JpRate(JpUnit.DAY, int(found[1]), at_most=True)
    if (found := _EXTRA.fullmatch(words)) and national is not None:
        return JpRate(
            national.unit, national.jp, national.at_most, national.per_month, extra_percent=int(found[1])
        )
    raise WrongValue("jp-rate")


def jp_for(rate: JpRate, done: Quantity) -> int:
    """Whole JP for what was done, rounded down: nobody is credited more than was given.

    Raises `WrongValue` `jp-needs-minutes`, `jp-needs-days` or `jp-needs-times` where the rate's unit is unknown, and
    `jp-negative` for a negative quantity.
    """
    if min(done.minutes or 0, done.days or 0, done.times or 0, done.months) < 0:
        raise WrongValue("jp-negative")
    return _base(rate, done) * (100 + rate.extra_percent) // 100


def _base(rate: JpRate, done: Quantity) -> int:
    if rate.unit is JpUnit.LENGTH:
        return _needed(done.minutes, "jp-needs-minutes") // MINUTES_PER_JP
    units = _units(rate, done)
    if rate.at_most and done.minutes_by_day and rate.unit is JpUnit.DAY:
        # A long day does not make up for a short one
        return (
            sum(min(minutes, rate.jp * MINUTES_PER_JP) for minutes in done.minutes_by_day) // MINUTES_PER_JP
        )
    if rate.at_most and done.minutes is not None:
        return min(done.minutes // MINUTES_PER_JP, rate.jp * units)
    return rate.jp * units


def _units(rate: JpRate, done: Quantity) -> int:
    """Days, occasions or semesters that count, those beyond the limit of a month left out."""
    by_day = rate.unit is JpUnit.DAY
    by_month = done.days_by_month if by_day else done.sessions_by_month
    if rate.per_month is not None and by_month:
        return sum(min(units, rate.per_month) for units in by_month)
    units = _needed(done.days, "jp-needs-days") if by_day else _needed(done.times, "jp-needs-times")
    return units if rate.per_month is None else min(units, rate.per_month * max(done.months, 1))


def _needed(amount: int | None, key: str) -> int:
    if amount is None:
        raise WrongValue(key)
    return amount
