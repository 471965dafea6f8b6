"""Which of the backups are kept."""

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar

T = TypeVar("T")


def expendable(made: Iterable[tuple[T, datetime]], days: int, weeks: int) -> list[T]:
    """Of backups and the moments (on the city's clock) at which they were made those that may go, oldest first: the newest of each
    of the last `days` days and of the last `weeks` weeks that have one are kept. The very newest is always kept."""
    newest_first = sorted(made, key=lambda one: one[1], reverse=True)
    by_day: dict[object, T] = {}
    by_week: dict[object, T] = {}
    for one, moment in newest_first:
        by_day.setdefault(moment.date(), one)
        by_week.setdefault(moment.isocalendar()[:2], one)
    kept = [*list(by_day.values())[:days], *list(by_week.values())[:weeks]]
    return [one for one, _ in reversed(newest_first) if one not in kept]
