"""The votes of a topic as they go to whoever computes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from feedbackbot.domain.survey.bursts import DEFAULT_RULE, BurstRule


@dataclass(frozen=True, slots=True)
class CastVotes:
    """All votes on a topic's shown statements: three columns of equal length.

    `first_hours` say when each voter first came, `fresh` whose account was as young as the voice, `doubts` what is doubtful already.
    """

    statements: Sequence[int]
    voter: Sequence[int]
    statement: Sequence[int]
    vote: Sequence[int]
    first_hours: Mapping[int, datetime] = field(default_factory=dict)
    fresh: frozenset[int] = frozenset()
    doubts: Mapping[int, str] = field(default_factory=dict)
    now: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    bursts: BurstRule = DEFAULT_RULE
