"""Which hours of a unit brought far more ratings than it normally gets.

By the hour, because no finer time of a rating is kept for long; by the unit's own normal hour, because twenty an hour are
a flood at a village office and a quiet hour at the hospital.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
from typing import Final

HOUR: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class BurstRule:
    """More than `least` ratings in an hour, and more than `times` those of a normal hour, are a burst.

    Normal is the median of the hours in which the unit was rated at all: of the last `memory`, or of the last few where these
    are more, since a rise that lasts is no burst. A unit without such a past is judged `patience` later, by the hours around.
    """

    least: int = 20
    times: float = 4.0
    memory: timedelta = timedelta(days=7)
    known_hours: int = 6
    patience: timedelta = timedelta(hours=3)
    around: timedelta = timedelta(hours=6)


DEFAULT_RULE: Final = BurstRule()


def burst_hours(
    counts: Mapping[datetime, int], now: datetime, rule: BurstRule = DEFAULT_RULE
) -> frozenset[datetime]:
    """The hours of `counts` (a unit's ratings by the beginning of the hour) that are bursts, as far as it can be told at `now`."""
    over = [hour for hour, count in counts.items() if count > rule.least]
    return frozenset(hour for hour in over if _is_burst(hour, counts, now, rule))


def _is_burst(hour: datetime, counts: Mapping[datetime, int], now: datetime, rule: BurstRule) -> bool:
    ended = {at: count for at, count in counts.items() if count and at + HOUR <= now and at != hour}
    before = [ended[at] for at in sorted(ended) if hour - rule.memory <= at < hour]
    if len(before) >= rule.known_hours:
        normal = max(_median(before), _median(before[-rule.known_hours :]))
    elif hour + HOUR + rule.patience <= now:
        normal = _median(count for at, count in ended.items() if abs(at - hour) <= rule.around)
    else:
        return False
    return counts[hour] > max(rule.least, rule.times * normal)


def _median(counts: Iterable[int]) -> float:
    return float(median(found)) if (found := list(counts)) else 0.0
