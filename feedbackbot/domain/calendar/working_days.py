"""Which days the city's offices work: weekdays that are neither public holidays nor collective leave."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

SATURDAY, SUNDAY = 5, 6
_DAY = timedelta(days=1)


@lru_cache(maxsize=64)
def public_holidays(year: int, collective_leave: bool = True) -> frozenset[date]:
    """Indonesian public holidays of a year; with `collective_leave` also the cuti bersama of civil servants.

    From the `holidays` package, imported when first asked. Lunar dates of years not yet decreed are estimates
    there, so a city corrects them with `WorkingCalendar.extra_off` and `extra_on`.
    """
    import holidays

    categories = ("public", "government") if collective_leave else ("public",)
    return frozenset(holidays.country_holidays("ID", years=year, categories=categories))


@dataclass(frozen=True)
class WorkingCalendar:
    """The working days of the city.

    `extra_off` are further free days (local holidays, floods); `extra_on` are days worked although they would
    be free, and win. `weekend` holds weekday numbers, Monday 0.
    """

    extra_off: frozenset[date] = frozenset()
    extra_on: frozenset[date] = frozenset()
    weekend: frozenset[int] = frozenset({SATURDAY, SUNDAY})
    collective_leave: bool = True

    def __post_init__(self) -> None:
        if not set(range(7)) - self.weekend:
            raise ValueError("a week needs a working day")

    def is_holiday(self, day: date) -> bool:
        """Free for another reason than being a weekend day."""
        if day in self.extra_on:
            return False
        return day in self.extra_off or day in public_holidays(day.year, self.collective_leave)

    def is_working_day(self, day: date) -> bool:
        if day in self.extra_on:
            return True
        return day.weekday() not in self.weekend and not self.is_holiday(day)

    def on_or_after(self, day: date) -> date:
        """The first working day that is not before `day`."""
        return next(each for each in _days(day, _DAY) if self.is_working_day(each))

    def on_or_before(self, day: date) -> date:
        """The last working day that is not after `day`."""
        return next(each for each in _days(day, -_DAY) if self.is_working_day(each))

    def add_working_days(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`, itself not counted; negative counts go back, 0 stays."""
        step = _DAY if count > 0 else -_DAY
        for _ in range(abs(count)):
            day += step
            while not self.is_working_day(day):
                day += step
        return day

    def working_days_between(self, start: date, end: date) -> int:
        """Working days after `start` up to and with `end`; negative when `end` comes first.

        So `working_days_between(d, add_working_days(d, n)) == n` for every `n` ≥ 0.
        """
        if end < start:
            return -self.working_days_between(end, start)
        span = (end - start).days
        return sum(self.is_working_day(start + timedelta(days=ahead)) for ahead in range(1, span + 1))


def _days(day: date, step: timedelta) -> Iterator[date]:
    while True:
        yield day
        day += step


LEAVE_IS_DECREED_BY_MONTH = 11
"""By November the collective leave of the coming year is usually decreed; what counts working days ahead needs it then."""


def years_without_leave(today: date) -> tuple[int, ...]:
    """Of this year and, late in the year, the coming one: those whose collective leave the `holidays` package does not know yet."""
    years = (today.year, today.year + 1) if today.month >= LEAVE_IS_DECREED_BY_MONTH else (today.year,)
    return tuple(year for year in years if public_holidays(year) == public_holidays(year, False))
