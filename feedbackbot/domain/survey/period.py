"""The periods of a result: a day, month, quarter, half year, year, or any span of days."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final


class PeriodKind(StrEnum):
    """How long a period is; FREE has any length."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    FREE = "free"


_MONTHS: Final = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF: 6, PeriodKind.YEAR: 12}
_CODE: Final = re.compile(r"(\d{4})(?:-(?:Q([1-4])|S([12])|(\d{2})(?:-(\d{2}))?))?")
_ONE_DAY: Final = timedelta(days=1)
LONGEST_DAYS: Final = 3660


@dataclass(frozen=True, slots=True)
class SurveyPeriod:
    """Both days belong to it, as days of the city's calendar. `code`: "2026-11-24", "2026-11", "2026-Q4", "2026-S2", "2026", or
    "2026-10-01_2026-11-15" for a free one."""

    kind: PeriodKind
    first: date
    last: date

    @property
    def code(self) -> str:
        year, month = self.first.year, self.first.month
        match self.kind:
            case PeriodKind.DAY:
                return self.first.isoformat()
            case PeriodKind.MONTH:
                return f"{year}-{month:02}"
            case PeriodKind.QUARTER:
                return f"{year}-Q{(month + 2) // 3}"
            case PeriodKind.HALF:
                return f"{year}-S{(month + 5) // 6}"
            case PeriodKind.YEAR:
                return str(year)
            case PeriodKind.FREE:
                return f"{self.first.isoformat()}_{self.last.isoformat()}"

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def before(self) -> "SurveyPeriod":
        """The period of the same kind, for a free one of the same length, that ended the day before this one begins."""
        last = self.first - _ONE_DAY
        if self.kind is PeriodKind.FREE:
            return SurveyPeriod(self.kind, last - timedelta(days=self.days - 1), last)
        return period_around(self.kind, last)


def period_around(kind: PeriodKind, day: date) -> SurveyPeriod:
    """The period of this kind that the day lies in; ValueError for a free one, which no day names."""
    if kind is PeriodKind.DAY:
        return SurveyPeriod(kind, day, day)
    if kind is PeriodKind.FREE:
        raise ValueError("a free period has two days")
    months = _MONTHS[kind]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    following = first.month + months
    after = date(first.year + 1, 1, 1) if following > 12 else date(first.year, following, 1)
    return SurveyPeriod(kind, first, after - _ONE_DAY)


def free_period(first: date, last: date) -> SurveyPeriod:
    """ValueError when it ends before it begins or spans more than ten years."""
    if not first <= last or (last - first).days >= LONGEST_DAYS:
        raise ValueError(f"{first} to {last} is no period")
    return SurveyPeriod(PeriodKind.FREE, first, last)


def parse_period(code: str) -> SurveyPeriod:
    """The period with this code. ValueError that says what a code looks like."""
    try:
        return _parse(code.strip())
    except ValueError:
        raise ValueError(
            f"{code!r} is no period: write 2026, 2026-S2, 2026-Q4, 2026-11, 2026-11-24 or 2026-10-01_2026-11-15"
        ) from None


def _parse(code: str) -> SurveyPeriod:
    if "_" in code:
        first, _, last = code.partition("_")
        return free_period(date.fromisoformat(first), date.fromisoformat(last))
    found = _CODE.fullmatch(code)
    if found is None:
        raise ValueError(code)
    year, quarter, half, month, day = found.groups()
    if quarter:
        return period_around(PeriodKind.QUARTER, date(int(year), int(quarter) * 3, 1))
    if half:
        return period_around(PeriodKind.HALF, date(int(year), int(half) * 6, 1))
    if month:
        kind = PeriodKind.DAY if day else PeriodKind.MONTH
        return period_around(kind, date(int(year), int(month), int(day or 1)))
    return period_around(PeriodKind.YEAR, date(int(year), 1, 1))
