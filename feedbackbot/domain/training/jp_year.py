"""The year's JP of one employee. The two kinds have different rules, so they have different types.

PNS: at least 20 JP a year (PP 11/2017 jo. PP 17/2020, art. 203(4)). PPPK: 24 JP a year is a ceiling (PP 49/2018,
art. 40(1)); a PPPK never owes any, hence `PppkYear` has nothing that could be shown as missing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from feedbackbot.domain.staff.nip import EmployeeKind

PNS_TARGET = 20
PPPK_CEILING = 24


@dataclass(frozen=True, slots=True)
class PnsYear:
    """`total` in JP; `share` of the target for a bar, 0 to 1."""

    total: int
    target: int = PNS_TARGET

    @property
    def missing(self) -> int:
        return max(self.target - self.total, 0)

    @property
    def share(self) -> float:
        return min(max(self.total, 0) / self.target, 1.0)


@dataclass(frozen=True, slots=True)
class PppkYear:
    """`total` in JP; `counted` is what the ceiling leaves of it."""

    total: int
    ceiling: int = PPPK_CEILING

    @property
    def counted(self) -> int:
        return min(self.total, self.ceiling)

    @property
    def at_ceiling(self) -> bool:
        return self.total >= self.ceiling


def jp_year(kind: EmployeeKind, entries: Iterable[tuple[date, int]], year: int) -> PnsYear | PppkYear:
    """Sum the ledger's entries (day on which they count, JP; corrections are negative) of one calendar year."""
    total = sum(jp for day, jp in entries if day.year == year)
    return PppkYear(total) if kind is EmployeeKind.PPPK else PnsYear(total)
