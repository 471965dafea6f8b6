"""Months of learning in a row, with freezes: a month of leave or of budget closing must not undo a year.

Counted by month, not by day or week: a civil servant owes 20 lesson hours a year, and a daily streak would
reward opening the chat. Every active month saves a part of a freeze; a missed month uses one up by itself.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class StreakRule:
    """`months_for_freeze` active months save one freeze; at most `most_freezes` are kept."""

    months_for_freeze: int = 3
    most_freezes: int = 2

    def __post_init__(self) -> None:
        if self.months_for_freeze < 1 or self.most_freezes < 0:
            raise ValueError(f"not a rule for streaks: {self}")


@dataclass(frozen=True)
class Streak:
    """Active months of the present and of the longest streak (frozen months bridge but do not count)."""

    months: int
    longest: int
    freezes: int
    active_this_month: bool


DEFAULT_RULE = StreakRule()


def streak(active_days: Collection[date], today: date, rule: StreakRule = DEFAULT_RULE) -> Streak:
    """The streak as of `today` (the city's date); days after it are ignored.

    The present month never breaks a streak, as it is not over. More activity never makes a streak shorter.
    """
    active = {_month(day) for day in active_days if day <= today}
    now = _month(today)
    months = longest = saved = 0
    for month in range(min(active, default=now), now + 1):
        if month in active:
            months += 1
            # Saved in parts and capped in parts, so that no active month is ever worth less than a missed one.
            saved = min(saved + 1, rule.months_for_freeze * rule.most_freezes)
            longest = max(longest, months)
        elif month < now:
            frozen = saved >= rule.months_for_freeze
            months, saved = (months, saved - rule.months_for_freeze) if frozen else (0, 0)
    return Streak(months, longest, saved // rule.months_for_freeze, active_this_month=now in active)


def _month(day: date) -> int:
    return day.year * 12 + day.month
