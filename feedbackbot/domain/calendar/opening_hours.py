"""When a unit's counters are open in a usual week."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

Interval = tuple[time, time]
_INTERVAL = re.compile(r"\s*(\d{1,2})[.:](\d{2})\s*[-–]\s*(\d{1,2})[.:](\d{2})\s*", re.ASCII)


@dataclass(frozen=True)
class OpeningHours:
    """Open intervals per weekday (Monday first), city time, in order, without overlap; empty is closed."""

    week: tuple[tuple[Interval, ...], ...]

    def __post_init__(self) -> None:
        if len(self.week) != 7 or not any(self.week):
            raise ValueError("opening hours need seven weekdays, one of them open")
        for intervals in self.week:
            edges = [edge for interval in intervals for edge in interval]
            if edges != sorted(set(edges)):
                raise ValueError("opening hours overlap or end before they begin")

    @classmethod
    def from_text(cls, days: Mapping[int, str]) -> "OpeningHours":
        """From `{1: "08.00-12.00, 13.00-16.45", …}`, ISO weekdays (Monday 1); days left out are closed.

        `ValueError` on anything else, also on a time that does not exist.
        """
        if not set(days) <= set(range(1, 8)):
            raise ValueError("weekdays are 1 (Monday) to 7")
        return cls(tuple(_intervals(days.get(weekday, "")) for weekday in range(1, 8)))

    def on(self, day: date) -> tuple[Interval, ...]:
        """The intervals of the weekday of `day`, whatever the calendar says of it."""
        return self.week[day.weekday()]

    def usual(self) -> tuple[Interval, ...]:
        """The hours of the first open weekday: what counts on a weekend day that is worked by decree."""
        return next(intervals for intervals in self.week if intervals)


def _intervals(text: str) -> tuple[Interval, ...]:
    if not text.strip():
        return ()
    found = []
    for part in text.split(","):
        match = _INTERVAL.fullmatch(part)
        if not match:
            raise ValueError(f"not an interval like 08.00-16.45: {part.strip()!r}")
        hour, minute, end_hour, end_minute = map(int, match.groups())
        found.append((time(hour, minute), time(end_hour, end_minute)))
    return tuple(found)


OFFICE_HOURS = OpeningHours.from_text(dict.fromkeys(range(1, 6), "08.00-16.45"))
"""Monday to Friday 08.00-16.45, as Disdukcapil publishes them: the default of a unit that gave none."""
