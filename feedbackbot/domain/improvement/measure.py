"""What is measured of one element of one unit in one window of time."""

from dataclasses import dataclass
from typing import Final

LEAST_ANSWERS: Final = 10


@dataclass(frozen=True, slots=True)
class Measure:
    """The answers (1-4) of a window: how many, their mean, and their sample variance."""

    n: int
    mean: float
    variance: float

    @classmethod
    def of_sums(cls, n: int, total: int, total_of_squares: int) -> "Measure | None":
        """From sums of the answers and of their squares; None for fewer than ten answers, too few to compare."""
        if n < LEAST_ANSWERS:
            return None
        return cls(n, total / n, (total_of_squares - total * total / n) / (n - 1))

    @property
    def noise(self) -> float:
        """The variance of the mean that comes from asking only these people."""
        return self.variance / self.n


@dataclass(frozen=True, slots=True)
class Change:
    """The same element of the same unit before and after."""

    before: Measure
    after: Measure

    @property
    def difference(self) -> float:
        return self.after.mean - self.before.mean

    @property
    def noise(self) -> float:
        return self.before.noise + self.after.noise
