"""A season is a calendar quarter of the city: boards start anew, so that a newcomer can lead too."""

from dataclasses import dataclass
from datetime import UTC, datetime

from feedbackbot.clock import city_zone


@dataclass(frozen=True, order=True)
class Season:
    """Quarter 1 to 4 of a year, in the city's time."""

    year: int
    quarter: int

    def __post_init__(self) -> None:
        if not 1 <= self.quarter <= 4:
            raise ValueError(f"a year has quarters 1 to 4, not {self.quarter}")

    @property
    def key(self) -> str:
        return f"{self.year:04d}-Q{self.quarter}"

    def next(self) -> "Season":
        return Season(self.year + self.quarter // 4, self.quarter % 4 + 1)

    def previous(self) -> "Season":
        return Season(self.year - 1, 4) if self.quarter == 1 else Season(self.year, self.quarter - 1)

    def starts_at(self) -> datetime:
        """The first moment, in UTC; the season ends just before the next one starts."""
        return datetime(self.year, 3 * self.quarter - 2, 1, tzinfo=city_zone()).astimezone(UTC)

    def holds(self, moment: datetime) -> bool:
        return season_of(moment) == self


def season_of(moment: datetime) -> Season:
    """The season of an aware moment; ValueError for a naive one."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    there = moment.astimezone(city_zone())
    return Season(there.year, (there.month + 2) // 3)
