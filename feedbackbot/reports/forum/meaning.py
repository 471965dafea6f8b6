"""The result of a topic from its votes: one call for the render process, plain numbers in and out."""

from collections.abc import Collection, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from feedbackbot.domain.forum.ballots import CastVotes
from feedbackbot.domain.forum.result import Certainty, Counts, ForumResult, GroupResult, StatementResult
from feedbackbot.reports.forum.grouping import Grouping, group
from feedbackbot.reports.forum.opinion_space import Matrix, places, vote_matrix
from feedbackbot.reports.forum.typical import chosen, consensus_of, dividing_of, typical_of

LEAST_VOTES: Final = 7  # of a voter who is placed on the picture; all statements where there are fewer
_MOST_POINTS: Final = 2_000


def forum_result(cast: CastVotes, doubtful: Collection[int] = ()) -> ForumResult:
    """Everything that is said of the topic, but the floor under which nothing is; `doubtful` are voters."""
    ids = list(cast.statements)
    voters, rows = np.unique(np.asarray(cast.voter, dtype=np.int64), return_inverse=True)
    columns = np.searchsorted(np.asarray(sorted(ids)), np.asarray(cast.statement, dtype=np.int64))
    ids.sort()
    votes = np.asarray(cast.vote, dtype=np.int64)
    matrix = vote_matrix(rows, columns, votes, (len(voters), len(ids)))
    trusted = ~np.isin(voters, np.asarray(sorted(doubtful), dtype=np.int64))
    placed = np.isfinite(matrix).sum(axis=1) >= min(LEAST_VOTES, len(ids))
    # camps are looked for among voices without doubt; what the doubtful said is counted beside it
    rows_placed = np.flatnonzero(placed & trusted)
    inside = matrix[rows_placed]
    points = places(inside) if len(inside) else np.zeros((0, 2))
    found = group(inside, points) if len(inside) else Grouping(np.zeros(0, np.int64), 0.0, Certainty.NONE)
    groups = [inside[found.labels == one] for one in range(int(found.labels.max(initial=-1)) + 1)]
    several = groups if len(groups) > 1 else []
    counted = matrix[trusted]
    return ForumResult(
        voters=len(voters),
        grouped=len(inside),
        votes=len(votes),
        doubtful=int((~trusted).sum()),
        certainty=found.certainty,
        silhouette=round(found.silhouette, 4),
        groups=tuple(_group(one, inside, found.labels == place, ids) for place, one in enumerate(several)),
        statements=_statements(matrix, ~trusted, several, ids),
        consensus=chosen(consensus_of(counted, several), ids),
        dividing=tuple(ids[column] for column in dividing_of(several)) if several else (),
        points=_points(points, found.labels),
    )


def _group(members: Matrix, everybody: Matrix, inside: NDArray[np.bool_], ids: Sequence[int]) -> GroupResult:
    return GroupResult(len(members), chosen(typical_of(members, everybody[~inside]), ids))


def _statements(
    matrix: Matrix, doubtful: NDArray[np.bool_], groups: Sequence[Matrix], ids: Sequence[int]
) -> tuple[StatementResult, ...]:
    everybody, in_doubt = _counts(matrix), _counts(matrix[doubtful])
    by_group = [_counts(one) for one in groups]
    return tuple(
        StatementResult(number, everybody[place], in_doubt[place], tuple(one[place] for one in by_group))
        for place, number in enumerate(ids)
    )


def _counts(matrix: Matrix) -> list[Counts]:
    agree, disagree, passed = ((matrix == sign).sum(axis=0) for sign in (1, -1, 0))
    return [Counts(*map(int, one)) for one in zip(agree, disagree, passed, strict=True)]


def _points(points: Matrix, labels: NDArray[np.int64]) -> tuple[tuple[float, float, int], ...]:
    """Rounded, and in an order that says nothing of who came when; of very many a sample."""
    order = np.lexsort((points[:, 1], points[:, 0]))
    step = max(1, -(-len(order) // _MOST_POINTS))
    rounded = points.round(2)
    return tuple((float(rounded[row, 0]), float(rounded[row, 1]), int(labels[row])) for row in order[::step])
