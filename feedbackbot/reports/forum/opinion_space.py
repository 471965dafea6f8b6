"""Voters as points of a plane, by how they vote: the first two principal components of the matrix of votes.

A vote that is missing counts as the mean of its statement, which pulls whoever voted rarely to the middle; the distance from the middle
is stretched again by the root of how much was missed. So Polis does it (Small et al. 2021), and the library red-dwarf, which the tests
compare with.
"""

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]


def vote_matrix(
    voters: NDArray[np.int64], statements: NDArray[np.int64], votes: NDArray[np.int64], shape: tuple[int, int]
) -> Matrix:
    """Rows are voters, columns statements, nan where there is no vote."""
    made = np.full(shape, np.nan)
    made[voters, statements] = votes
    return made


def imputed(matrix: Matrix) -> Matrix:
    """Centred on each statement's mean; a missing vote lies on it. A statement without votes says nothing."""
    there = np.isfinite(matrix)
    counts = there.sum(axis=0)
    means = np.where(there, matrix, 0.0).sum(axis=0) / np.maximum(counts, 1)
    return np.where(there, matrix - means, 0.0)


def components(centred: Matrix, most: int = 2) -> tuple[Matrix, Matrix]:
    """The principal axes (as rows) and their variances, the largest first; each axis points to where its largest weight is positive."""
    covariance = centred.T @ centred / max(len(centred) - 1, 1)
    variances, axes = np.linalg.eigh(covariance)
    axes, variances = axes[:, ::-1].T[:most], variances[::-1][:most]
    largest = np.argmax(np.abs(axes), axis=1)
    signs = np.where(axes[np.arange(len(axes)), largest] < 0, -1.0, 1.0)
    return axes * signs[:, None], variances


def largest_variance(centred: Matrix) -> float:
    """That of the first axis alone, by some rounds of subspace iteration: a hundredth of the work of all axes."""
    width = min(6, centred.shape[1])
    basis = np.random.default_rng(0).standard_normal((centred.shape[1], width))
    for _ in range(12):
        basis, _ = np.linalg.qr(centred.T @ (centred @ basis))
    within = centred @ basis
    return float(np.linalg.eigvalsh(within.T @ within)[-1]) / max(len(centred) - 1, 1)


def places(matrix: Matrix) -> Matrix:
    """One point (x, y) for each voter."""
    centred = imputed(matrix)
    axes, _ = components(centred)
    points = centred @ axes.T
    if points.shape[1] < 2:
        points = np.hstack([points, np.zeros((len(points), 2 - points.shape[1]))])
    votes = np.isfinite(matrix).sum(axis=1)
    stretch = np.sqrt(matrix.shape[1] / np.maximum(votes, 1))
    return np.asarray(points * stretch[:, None])
