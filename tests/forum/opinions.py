"""Citizens with opinions, made by rule and seed: which group of opinion each belongs to is known."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

SHARED = 4  # statements on which all groups say yes


@dataclass(frozen=True)
class Opinions:
    """`adherence`: how often somebody says what the own group says; `missing`: the share of votes that were never given."""

    people: int = 120
    statements: int = 24
    groups: int = 2
    adherence: float = 0.85
    missing: float = 0.4
    seed: int = 1

    def lines(self) -> list[list[int]]:
        """What each group says to each statement."""
        chance = random.Random(self.seed)
        own = [[chance.choice((1, -1)) for _ in range(self.statements)] for _ in range(self.groups)]
        return [[1] * SHARED + line[SHARED:] for line in own]

    def votes(self) -> Iterator[tuple[int, int, int]]:
        """(voter, statement from 1, vote); voter n belongs to group n modulo the number of groups."""
        chance = random.Random(self.seed + 1000)
        lines = self.lines()
        for person in range(self.people):
            for place, word in enumerate(lines[person % self.groups]):
                if chance.random() >= self.missing:
                    drawn = chance.random()
                    rest = (1 - self.adherence) / 2
                    yield (
                        person,
                        place + 1,
                        word if drawn < self.adherence else 0 if drawn < self.adherence + rest else -word,
                    )


REFERENCE_SETS = {
    "two-groups": Opinions(),
    "three-groups-few-votes": Opinions(people=180, statements=30, groups=3, missing=0.55, seed=7),
}
