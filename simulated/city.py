"""A simulated city whose lowest units are trained, and what its citizens answer before and after."""

from collections.abc import Callable
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

from feedbackbot.domain.improvement.effect import Cohort
from feedbackbot.domain.improvement.measure import Change, Measure

SPREAD_OF_ANSWERS = 0.75
ANSWERS = np.array([1, 2, 3, 4])

Numbers = NDArray[np.float64]


def chances_of_answers(levels: Numbers) -> Numbers:
    """For each unit the chances of the answers 1-4, which are a normal opinion rounded."""
    edges = (np.array([1.5, 2.5, 3.5]) - levels[:, None]) / SPREAD_OF_ANSWERS
    below = np.column_stack([np.zeros(len(levels)), ndtr(edges), np.ones(len(levels))])
    return np.diff(below, axis=1)


def asked(chance: np.random.Generator, levels: Numbers, people: NDArray[np.int64]) -> list[Measure]:
    """What so many people of each unit answer."""
    counts = chance.multinomial(people, chances_of_answers(levels))
    found = zip(people, counts @ ANSWERS, counts @ ANSWERS**2, strict=True)
    measures = [Measure.of_sums(int(n), int(total), int(squares)) for n, total, squares in found]
    return [measure for measure in measures if measure is not None]


@dataclass(frozen=True)
class City:
    """Units differ lastingly and from period to period, and all drift upwards together.

    A period rates each unit `fewest` to `most` times, evenly or, where `lopsided`, as evenly in the logarithm.
    """

    units: int = 24
    lasting: float = 0.2
    passing: float = 0.08
    persistence: float = 0.0
    drift: float = 0.05
    fewest: int = 20
    most: int = 200
    lopsided: bool = False
    level: float = 3.1
    effect: float = 0.0
    trained_at: tuple[int, ...] = (4,)

    def lived(self, chance: np.random.Generator) -> tuple[list[Cohort], dict[str, float]]:
        """Period by period the units that are lowest just then are trained; also each one's true effect."""
        levels = chance.normal(self.level, self.lasting, self.units)
        people = self._sizes(chance)
        shocks = chance.normal(0, self.passing, self.units)
        trained = np.zeros(self.units, dtype=bool)
        start: dict[int, int] = {}
        effects: dict[str, float] = {}
        seen = [asked(chance, levels + shocks, people)]
        for period, count in enumerate(self.trained_at, 1):
            waiting = sorted((u for u in range(self.units) if u not in start), key=lambda u: seen[-1][u].mean)
            start |= dict.fromkeys(waiting[:count], period)
            trained[waiting[:count]] = True
            fresh = chance.normal(0, self.passing * sqrt(1 - self.persistence**2), self.units)
            shocks = self.persistence * shocks + fresh
            now = levels + shocks + self.drift * period
            helped = now + self.effect * trained
            gain = (chances_of_answers(helped) - chances_of_answers(now)) @ ANSWERS
            effects |= {str(u): float(gain[u]) for u in waiting[:count]}
            seen.append(asked(chance, helped, people))
        cohorts = [
            self._cohort(period, start, seen[period - 1], seen[period])
            for period in range(1, len(self.trained_at) + 1)
        ]
        return cohorts, effects

    def _sizes(self, chance: np.random.Generator) -> NDArray[np.int64]:
        if self.lopsided:
            return np.exp(chance.uniform(np.log(self.fewest), np.log(self.most), self.units)).astype(np.int64)
        return chance.integers(self.fewest, self.most, self.units)

    def _cohort(self, period: int, start: dict[int, int], old: list[Measure], new: list[Measure]) -> Cohort:
        def those(chosen: Callable[[int], bool]) -> dict[str, Change]:
            return {str(u): Change(old[u], new[u]) for u in range(self.units) if chosen(u)}

        return Cohort(
            those(lambda u: start.get(u) == period), those(lambda u: u not in start or start[u] > period)
        )
