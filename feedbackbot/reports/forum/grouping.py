"""Groups of points: k-means, the number of groups by what the votes speak for, and whether there are any at all."""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from feedbackbot.domain.forum.result import Certainty
from feedbackbot.reports.forum.opinion_space import Matrix, imputed, largest_variance

Labels = NDArray[np.int64]
_MOST_GROUPS: Final = 5
_LEAST_MEMBERS: Final = 5  # fewer are no group of opinion, and could be known by their votes
_STARTS: Final = 5
_ROUNDS: Final = 60
_SAMPLE: Final = 1_000  # the silhouette compares each with each
_REHEARSALS: Final = 19  # better than all of nineteen: one in twenty by chance
_REHEARSED_WITH: Final = 300
_SEED: Final = 20211
_log_gamma = np.vectorize(math.lgamma, otypes=[np.float64])


@dataclass(frozen=True, slots=True)
class Grouping:
    """`labels` of the points, the largest group first; one group where there is none."""

    labels: Labels
    silhouette: float
    certainty: Certainty


def group(matrix: Matrix, points: Matrix) -> Grouping:
    """Of voters (rows of `matrix`) at these points."""
    one = np.zeros(len(points), dtype=np.int64)
    if len(points) < 2 * _MOST_GROUPS or not differs(matrix):
        return Grouping(one, 0.0, Certainty.NONE)
    labels = likely_groups(matrix, points)
    if labels.max() == 0:
        return Grouping(one, 0.0, Certainty.NONE)
    score = silhouette(points, labels)
    sure = Certainty.CLEAR if falls_apart(points, score) else Certainty.UNCERTAIN
    return Grouping(labels, score, sure)


def differs(matrix: Matrix) -> bool:
    """Whether opinions go together at all: the first component is larger than in any of nineteen decks in which each statement's votes
    are shuffled among those who gave them (Horn's parallel analysis)."""
    chance = np.random.default_rng(_SEED)
    centred = imputed(matrix)
    held = largest_variance(centred)
    columns, rows = np.nonzero(np.isfinite(matrix).T)
    votes = centred[rows, columns]  # shuffled within a statement they stay centred
    for _ in range(_REHEARSALS):
        centred[rows, columns] = votes[np.argsort(columns + chance.random(len(votes)))]
        if largest_variance(centred) >= held:
            return False
    return True


def falls_apart(points: Matrix, score: float) -> bool:
    """Whether the groups are further apart than the best groups of opinions that are spread evenly would be, over a field as wide and as
    long as these (the reference of Tibshirani's gap). A bell would be left behind by any opinion that goes by degrees."""
    chance = np.random.default_rng(_SEED)
    reach = np.sqrt(3 * np.linalg.eigvalsh(np.cov(points.T)).clip(min=0.0))
    size = min(len(points), _REHEARSED_WITH)
    fields = (chance.uniform(-reach, reach, (size, 2)) for _ in range(_REHEARSALS))
    return all(best_groups(field, starts=2)[1] < score for field in fields)


def likely_groups(matrix: Matrix, points: Matrix) -> Labels:
    """As many as the votes speak for. The silhouette alone would call answers that some people happen to share a group of its own: on
    nine statements, of which three are disputed, two minds were told as three to five."""
    found = groupings(points)
    if not found:
        return np.zeros(len(points), dtype=np.int64)
    return _largest_first(max(found, key=lambda labels: evidence(matrix, labels)))


def evidence(matrix: Matrix, labels: Labels) -> float:
    """How probable votes and groups are together (logarithm), where each group has a share of its own that agrees with each statement, and
    that is all: the integrated likelihood of complete data (Biernacki, Celeux, Govaert 2010), shares under Jeffreys' prior. Who passed
    said neither."""
    member = np.eye(int(labels.max()) + 1)[labels]
    votes = np.stack([member.T @ (matrix == answer) for answer in (1.0, -1.0)], axis=-1)
    return float(_of_shares(member.sum(axis=0)) + _of_shares(votes).sum())


def _of_shares(counts: Matrix) -> Matrix:
    """The logarithm of Dirichlet-multinomial probabilities, one half for each kind, along the last axis."""
    kinds, all_ = counts.shape[-1], counts.sum(axis=-1)
    each = _log_gamma(counts + 0.5) - math.lgamma(0.5)
    return np.asarray(each.sum(axis=-1) + math.lgamma(kinds / 2) - _log_gamma(all_ + kinds / 2))


def best_groups(points: Matrix, starts: int = _STARTS) -> tuple[Labels, float]:
    """Labels and silhouette of the number of groups that has the highest, as Polis tells them."""
    scored = [(silhouette(points, labels), labels) for labels in groupings(points, starts)]
    if not scored:
        return np.zeros(len(points), dtype=np.int64), 0.0
    score, labels = max(scored, key=lambda one: one[0])  # of equal ones the fewest groups
    return _largest_first(labels), score


def groupings(points: Matrix, starts: int = _STARTS) -> list[Labels]:
    """With two to five groups, the fewest first, where none of them is too small to be told."""
    most = min(_MOST_GROUPS, len(np.unique(points.round(9), axis=0)))
    found = ((k_means(points, k, starts), k) for k in range(2, most + 1))
    return [labels for labels, k in found if _are_groups(labels, k)]


def _are_groups(labels: Labels, k: int) -> bool:
    return int(np.bincount(labels, minlength=k).min()) >= _LEAST_MEMBERS


def k_means(points: Matrix, k: int, starts: int = _STARTS) -> Labels:
    """The best of some starts, each with centres far from each other; the same points always give the same groups."""
    chance = np.random.default_rng(_SEED)
    tried = [_settle(points, _far_centres(points, k, chance)) for _ in range(starts)]
    return min(tried, key=lambda one: one[1])[0]


def _far_centres(points: Matrix, k: int, chance: np.random.Generator) -> Matrix:
    """k-means++: the next centre by chance, in proportion to the square of the distance from those chosen."""
    chosen = [points[chance.integers(len(points))]]
    for _ in range(k - 1):
        away = np.min([((points - one) ** 2).sum(axis=1) for one in chosen], axis=0)
        chosen.append(points[chance.choice(len(points), p=away / away.sum())])
    return np.array(chosen)


def _settle(points: Matrix, centres: Matrix) -> tuple[Labels, float]:
    """Lloyd's algorithm: labels, and the sum of squares that is left."""
    for _ in range(_ROUNDS):
        labels = np.argmin(_squares(points, centres), axis=1)
        moved = np.array(
            [
                points[labels == one].mean(axis=0) if (labels == one).any() else centres[one]
                for one in range(len(centres))
            ]
        )
        if np.abs(moved - centres).max() < 1e-9:
            break
        centres = moved
    squares = _squares(points, centres)
    return np.argmin(squares, axis=1), float(squares.min(axis=1).sum())


def _squares(points: Matrix, centres: Matrix) -> Matrix:
    """Of every distance between the two."""
    across = points[:, 0, None] - centres[None, :, 0]
    along = points[:, 1, None] - centres[None, :, 1]
    return np.asarray(across * across + along * along)


def silhouette(points: Matrix, labels: Labels) -> float:
    """The mean over (at most `_SAMPLE`) points of how much nearer the own group is than the next: -1 to 1."""
    if len(points) > _SAMPLE:
        some = np.random.default_rng(_SEED).choice(len(points), _SAMPLE, replace=False)
        points, labels = points[some], labels[some]
    names, own = np.unique(labels, return_inverse=True)
    away = np.sqrt(_squares(points, points))
    member = np.eye(len(names))[own]
    sizes, sums = member.sum(axis=0), away @ member
    rows = np.arange(len(points))
    inside = sums[rows, own] / np.maximum(sizes[own] - 1, 1)
    means = sums / sizes
    means[rows, own] = np.inf
    outside = means.min(axis=1)
    value = (outside - inside) / np.maximum(np.maximum(inside, outside), 1e-12)
    return float(np.where(sizes[own] > 1, value, 0.0).mean())


def _largest_first(labels: Labels) -> Labels:
    names, counts = np.unique(labels, return_counts=True)
    order = names[np.argsort(-counts, kind="stable")]
    place = np.empty(int(names.max()) + 1, dtype=np.int64)
    place[order] = np.arange(len(order))
    return np.asarray(place[labels])
