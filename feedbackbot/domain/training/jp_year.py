"""The year's JP of one employee. The two kinds have different rules, so they have different types.

PNS: at least 20 JP a year (PP 11/2017 jo. PP 17/2020, art. 203(4)). PPPK: 24 JP a year is a ceiling (PP 49/2018,
art. 40(1)); a PPPK never owes any, hence `PppkYear` has nothing that could be shown as missing. Agencies read it otherwise, so a city
may count towards a target or name no number at all. A PPPK's year is that of the contract where its start is known.
For part-time PPPK no rule was found: their JP are only summed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

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


@dataclass(frozen=True, slots=True)
class OpenYear:
    """`total` in JP, with neither target nor ceiling."""

    total: int


PppkMode = Literal["ceiling", "target", "none"]
JpYear = PnsYear | PppkYear | OpenYear


def jp_year(
    kind: EmployeeKind,
    entries: Iterable[tuple[date, int]],
    year: int,
    pppk: PppkMode = "ceiling",
    contract_start: date | None = None,
) -> JpYear:
    """Sum the ledger's entries (day on which they count, JP; corrections are negative) of one `counting_year`."""
    mine = (jp for day, jp in entries if counting_year(kind, day, contract_start) == year)
    return year_of(kind, sum(mine), pppk)


def counting_year(kind: EmployeeKind, day: date, contract_start: date | None) -> int:
    """The year a day counts in: the calendar's, or for a PPPK the one in which that contract year began."""
    if kind is not EmployeeKind.PPPK or contract_start is None:
        return day.year
    return day.year if day >= _began(contract_start, day.year) else day.year - 1


def contract_year(contract_start: date, year: int) -> tuple[date, date]:
    """First and last day of the contract year that began in `year`."""
    return _began(contract_start, year), _began(contract_start, year + 1) - timedelta(days=1)


def _began(contract_start: date, year: int) -> date:
    try:
        return contract_start.replace(year=year)
    except ValueError:  # 29 February
        return date(year, 3, 1)


def year_of(kind: EmployeeKind, total: int, pppk: PppkMode = "ceiling") -> JpYear:
    """What a year's sum means for this kind of employee."""
    target = target_of(kind, pppk)
    if target is not None:
        return PnsYear(total, target)
    return PppkYear(total) if kind is EmployeeKind.PPPK and pppk == "ceiling" else OpenYear(total)


def target_of(kind: EmployeeKind, pppk: PppkMode) -> int | None:
    """JP that are owed in a year; None where none are."""
    if kind is EmployeeKind.PNS:
        return PNS_TARGET
    return PPPK_CEILING if kind is EmployeeKind.PPPK and pppk == "target" else None
