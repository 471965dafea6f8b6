"""Which days are compared, and with which units."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Windows:
    """Two windows of equal length, both ends included: before the training began and some time after."""

    before: tuple[date, date]
    after: tuple[date, date]

    def is_over(self, today: date) -> bool:
        return today > self.after[1]


def windows_around(start: date, *, days: int, settling_days: int) -> Windows:
    """The windows of a training that begins at `start`: `days` before it, and `days` once it has settled.

    The first is also the window whose low value opened the case: what was chosen on is what is adjusted for.
    """
    after = start + timedelta(days=settling_days)
    return Windows(
        (start - timedelta(days=days), start - timedelta(days=1)), (after, after + timedelta(days=days - 1))
    )


def comparison_units(units: Iterable[str], starts: Mapping[str, date], windows: Windows) -> tuple[str, ...]:
    """The units without a training of their own up to the end of the windows ("not yet trained").

    A unit that starts later still serves: leaving it out because it was low later on would make the others
    look better than they were.
    """
    return tuple(unit for unit in units if unit not in starts or starts[unit] > windows.after[1])
