"""The votes of a topic as they go to whoever computes."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CastVotes:
    """All votes on a topic's shown statements: three columns of equal length. `doubtful` are voters of `voters`."""

    statements: Sequence[int]
    voter: Sequence[int]
    statement: Sequence[int]
    vote: Sequence[int]
    doubtful: frozenset[int] = frozenset()
