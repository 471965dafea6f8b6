"""Which statements say most: of a group against the others, of everybody, and where groups are of two minds.

The measures are those of Polis: shares smoothed by one vote for and one against, and tests of one and of two shares. A statement is
typical of a group where both its share and its distance from the others are beyond chance (90 %, one-sided).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Final

import numpy as np
from numpy.typing import NDArray

from feedbackbot.domain.forum.result import Chosen
from feedbackbot.reports.forum.opinion_space import Matrix

MOST: Final = 5
_CRITICAL: Final = NormalDist().inv_cdf(0.90)
_SIDES: Final = (("agree", 1), ("disagree", -1))


@dataclass(frozen=True, slots=True)
class Side:
    """Of each statement: who said this, of how many, and how it compares; arrays over statements. `against` the other groups."""

    name: str
    said: NDArray[np.int64]
    n: NDArray[np.int64]
    share: Matrix
    share_test: Matrix
    against: Matrix
    against_test: Matrix

    @property
    def weight(self) -> Matrix:
        """By which typical statements are put in order."""
        return np.asarray(self.against * self.against_test * self.share * self.share_test)


def smoothed(said: NDArray[np.int64], n: NDArray[np.int64]) -> Matrix:
    return np.asarray((said + 1) / (n + 2))


def one_share_test(said: NDArray[np.int64], n: NDArray[np.int64]) -> Matrix:
    """z of a share against one half."""
    return np.asarray(2 * np.sqrt(n + 1) * ((said + 1) / (n + 1) - 0.5))


def two_share_test(
    said: NDArray[np.int64], n: NDArray[np.int64], others_said: NDArray[np.int64], others_n: NDArray[np.int64]
) -> Matrix:
    """z of the difference of two shares; 0 where everybody said it."""
    one, other = (said + 1) / (n + 1), (others_said + 1) / (others_n + 1)
    both = (said + others_said + 2) / (n + others_n + 2)
    width = np.sqrt(both * (1 - both) * (1 / (n + 1) + 1 / (others_n + 1)))
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(both == 1, 0.0, (one - other) / width)


def sides_of(inside: Matrix, outside: Matrix) -> tuple[Side, Side]:
    """Agreement and disagreement of the voters of a group beside all others."""
    return tuple(_side(name, sign, inside, outside) for name, sign in _SIDES)  # type: ignore[return-value]


def _side(name: str, sign: int, inside: Matrix, outside: Matrix) -> Side:
    said, n = (inside == sign).sum(axis=0), np.isfinite(inside).sum(axis=0)
    others_said, others_n = (outside == sign).sum(axis=0), np.isfinite(outside).sum(axis=0)
    share = smoothed(said, n)
    return Side(
        name,
        said,
        n,
        share,
        one_share_test(said, n),
        share / smoothed(others_said, others_n),
        two_share_test(said, n, others_said, others_n),
    )


def typical_of(inside: Matrix, outside: Matrix) -> list[tuple[int, str]]:
    """(column, side) of the statements that tell the group from the others, the most telling first; each statement on one side."""
    sides = sides_of(inside, outside)
    by_weight: dict[int, tuple[float, str]] = {}
    for side in sides:
        telling = (side.share_test > _CRITICAL) & (side.against_test > _CRITICAL)
        for column in np.flatnonzero(telling):
            weight = float(side.weight[column])
            by_weight[int(column)] = max(by_weight.get(int(column), (weight, side.name)), (weight, side.name))
    order = sorted(by_weight, key=lambda column: -by_weight[column][0])
    return [(column, by_weight[column][1]) for column in order[:MOST]]


def consensus_of(matrix: Matrix, groups: Sequence[Matrix]) -> list[tuple[int, str]]:
    """(column, side) of what significantly more than half say, in every group too: a majority that overrules a group is none."""
    found: list[tuple[float, int, str]] = []
    for name, sign in _SIDES:
        said, n = (matrix == sign).sum(axis=0), np.isfinite(matrix).sum(axis=0)
        share, test = smoothed(said, n), one_share_test(said, n)
        holds = (share > 0.5) & (test > _CRITICAL)
        for one in groups:
            holds &= smoothed((one == sign).sum(axis=0), np.isfinite(one).sum(axis=0)) > 0.5
        found += [
            (float(share[column] * test[column]), int(column), name) for column in np.flatnonzero(holds)
        ]
    ordered = sorted(found, key=lambda one: (-one[0], one[1]))
    by_side = {name: [one for one in ordered if one[2] == name][:MOST] for name, _ in _SIDES}
    return [(column, side) for name, _ in _SIDES for _, column, side in by_side[name]]


def dividing_of(groups: Sequence[Matrix]) -> list[int]:
    """Columns on which one group agrees and another disagrees, each beyond chance, the widest apart first."""
    agrees = [_beyond_chance(one, 1) for one in groups]
    disagrees = [_beyond_chance(one, -1) for one in groups]
    shares = np.array([smoothed((one == 1).sum(axis=0), np.isfinite(one).sum(axis=0)) for one in groups])
    divided = np.any(agrees, axis=0) & np.any(disagrees, axis=0)
    width = shares.max(axis=0) - shares.min(axis=0)
    return [int(column) for column in np.argsort(-width, kind="stable") if divided[column]][:MOST]


def _beyond_chance(matrix: Matrix, sign: int) -> NDArray[np.bool_]:
    said, n = (matrix == sign).sum(axis=0), np.isfinite(matrix).sum(axis=0)
    return np.asarray((smoothed(said, n) > 0.5) & (one_share_test(said, n) > _CRITICAL))


def chosen(found: Sequence[tuple[int, str]], ids: Sequence[int]) -> tuple[Chosen, ...]:
    return tuple(Chosen(ids[column], side) for column, side in found)
