"""Deadlines and the time in which somebody is at the desk."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from feedbackbot.domain.calendar.city_time import at_city, city_day
from feedbackbot.domain.calendar.opening_hours import OFFICE_HOURS, OpeningHours
from feedbackbot.domain.calendar.working_days import WorkingCalendar

_DAY = timedelta(days=1)
_END_OF_DAY = time(23, 59)


@dataclass(frozen=True)
class WorkingTime:
    """A unit's opening hours laid over the city's calendar. Moments go in aware and come out in UTC."""

    calendar: WorkingCalendar = field(default_factory=WorkingCalendar)
    hours: OpeningHours = OFFICE_HOURS

    def open_on(self, day: date) -> list[tuple[datetime, datetime]]:
        """When the unit is open on a day: never on a holiday, by its own hours else, weekends included."""
        if self.calendar.is_holiday(day):
            return []
        intervals = self.hours.on(day)
        if not intervals and day in self.calendar.extra_on:
            intervals = self.hours.usual()
        return [(at_city(day, start), at_city(day, end)) for start, end in intervals]

    def is_open(self, moment: datetime) -> bool:
        """Open includes the moment of opening and not that of closing."""
        return any(start <= moment < end for start, end in self.open_on(city_day(moment)))

    def next_open(self, moment: datetime) -> datetime:
        """The moment itself while open, else the next opening."""
        return next(max(start, moment) for start, end in self._intervals_from(moment) if end > moment)

    def deadline(self, received: datetime, working_days: int) -> datetime:
        """The close of business of the n-th working day after the day of receipt.

        What comes in while the unit is closed counts as received when it next opens. A working day on which
        this unit never opens ends at 23:59.
        """
        day = self.calendar.add_working_days(city_day(self.next_open(received)), working_days)
        return self.closing(day)

    def opening(self, day: date) -> datetime:
        """When the unit opens on a day; the day's start when it does not."""
        intervals = self.open_on(day)
        return intervals[0][0] if intervals else at_city(day, time(0, 0))

    def closing(self, day: date) -> datetime:
        """When the unit closes on a day; 23:59 when it does not open."""
        intervals = self.open_on(day)
        return intervals[-1][1] if intervals else at_city(day, _END_OF_DAY)

    def open_time_between(self, start: datetime, end: datetime) -> timedelta:
        """How long the unit is open between two moments; nothing when `end` is not after `start`."""
        total = timedelta()
        if end <= start:
            return total
        for opens, closes in self._intervals_from(start):
            if opens >= end:
                break
            total += max(timedelta(), min(closes, end) - max(opens, start))
        return total

    def add_open_time(self, start: datetime, amount: timedelta) -> datetime:
        """The earliest moment by which the unit was open for `amount` since `start`; `start` for nothing."""
        if amount <= timedelta():
            return start
        intervals = self._intervals_from(start)
        while True:
            opens, closes = next(intervals)
            begin = max(opens, start)
            if closes - begin >= amount:
                return begin + amount
            amount -= max(timedelta(), closes - begin)

    def halfway(self, start: datetime, deadline: datetime) -> datetime:
        """The moment by which half of the open time from `start` to `deadline` is used up."""
        return self.add_open_time(start, self.open_time_between(start, deadline) / 2)

    def _intervals_from(self, moment: datetime) -> Iterator[tuple[datetime, datetime]]:
        day = city_day(moment)
        while True:
            yield from self.open_on(day)
            day += _DAY
