"""Populations of respondents: what the nine answers of one person add up to."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_PEOPLE = 200_000
_UNHAPPY = 1.2


@dataclass(frozen=True)
class Opinions:
    """Answers are opinions rounded to 1-4: a person's own level around `level`, each element around that.

    So the nine answers of a person go together. `unhappy` is the part of people who are very unhappy.
    """

    name: str
    level: float
    between_people: float
    within: float
    unhappy: float = 0.0

    def totals(self, chance: np.random.Generator) -> NDArray[np.int64]:
        """The totals (9-36) of a whole population."""
        own = chance.normal(self.level, self.between_people, _PEOPLE)
        unhappy = chance.random(_PEOPLE) < self.unhappy
        own[unhappy] = chance.normal(_UNHAPPY, 0.3, int(unhappy.sum()))
        answers = np.rint(own[:, None] + chance.normal(0, self.within, (_PEOPLE, 9)))
        totals: NDArray[np.int64] = np.clip(answers, 1, 4).sum(axis=1).astype(np.int64)
        return totals


POPULATIONS = (
    Opinions("very satisfied", 3.95, 0.45, 0.4),
    Opinions("middling", 3.1, 0.5, 0.6),
    Opinions("5 % very unhappy, the rest satisfied", 3.95, 0.35, 0.4, unhappy=0.05),
    Opinions("5 % very unhappy, the rest mixed", 3.3, 0.5, 0.6, unhappy=0.05),
    Opinions("5 % very unhappy, the rest all but full marks", 4.3, 0.25, 0.4, unhappy=0.05),
)
