"""When a person's next nudge may go. Who ignores them gets fewer, across all campaigns."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

IGNORED_AFTER = timedelta(days=3)
"""A nudge that arrived this long ago, with neither tap nor act, was ignored."""

_IGNORED_TO_HALVE = 2
_MOST_HALVINGS = 3


@dataclass(frozen=True, slots=True)
class PastNudge:
    """One that arrived, in any campaign."""

    at: datetime
    ignored: bool


def ignored_in_a_row(newest_first: Sequence[PastNudge]) -> int:
    """How many of the latest nudges were ignored, up to the first that was not."""
    count = 0
    for nudge in newest_first:
        if not nudge.ignored:
            break
        count += 1
    return count


def gap(newest_first: Sequence[PastNudge], usual: timedelta) -> timedelta:
    """The least time between two nudges: twice the usual after two ignored in a row, four times after four, at most eight times."""
    halvings = min(ignored_in_a_row(newest_first) // _IGNORED_TO_HALVE, _MOST_HALVINGS)
    return usual * (1 << halvings)


def earliest(newest_first: Sequence[PastNudge], usual: timedelta) -> datetime | None:
    """The first moment at which another may go; None: any."""
    return newest_first[0].at + gap(newest_first, usual) if newest_first else None


def next_wave(
    starts_at: datetime, waves: int, gap_days: int, done: int, ends_at: datetime
) -> datetime | None:
    """When the wave after `done` waves is due; None where there is none before the horizon."""
    if done >= waves:
        return None
    due = starts_at + timedelta(days=gap_days * done)
    return due if due < ends_at else None
