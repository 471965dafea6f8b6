"""What the votes of a topic mean, as it is stored: counts and choices; shares and their ranges follow from the counts."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any, Final, Self

from feedbackbot.domain.campaigns.experiment.proportions import Interval, share_interval

GROUP_NAMES: Final = "ABCDE"
"""What readers see instead of a group's place."""
GROUP_INKS: Final = ("accent", "focus", "link", "bad", "soft")
"""Names of the colours in which groups are drawn; shapes tell them apart as well."""


class Certainty(StrEnum):
    """How sure it is that there are groups of opinion."""

    NONE = "none"  # the votes look as if everybody answered for himself
    UNCERTAIN = "uncertain"  # opinions differ, but rather by degrees than in camps
    CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class Counts:
    """Votes on one statement, of all or of a group."""

    agree: int = 0
    disagree: int = 0
    passed: int = 0

    @property
    def n(self) -> int:
        return self.agree + self.disagree + self.passed

    def share(self, side: str) -> float:
        """Of all who saw it; `side` is "agree" or "disagree"."""
        return getattr(self, side) / self.n if self.n else 0.0

    def range_of(self, side: str) -> Interval | None:
        """Where the share lies with 95 % confidence; None without votes."""
        return share_interval(getattr(self, side), self.n) if self.n else None

    def __sub__(self, other: "Counts") -> "Counts":
        return Counts(self.agree - other.agree, self.disagree - other.disagree, self.passed - other.passed)


@dataclass(frozen=True, slots=True)
class StatementResult:
    """`doubtful`: of `all`, the votes of doubtful voices. `groups` in the order of the groups."""

    statement: int
    all: Counts
    doubtful: Counts
    groups: tuple[Counts, ...] = ()


@dataclass(frozen=True, slots=True)
class Chosen:
    """A statement that says something of a group, or of everybody; `side` is what they say to it."""

    statement: int
    side: str


@dataclass(frozen=True, slots=True)
class GroupResult:
    """A group of opinion, by nothing but its votes."""

    size: int
    typical: tuple[Chosen, ...]


@dataclass(frozen=True, slots=True)
class ForumResult:
    """`voters` took part, `grouped` of them voted often enough to be placed. `points` are places on the picture: x, y, group."""

    voters: int
    grouped: int
    votes: int
    doubtful: int
    certainty: Certainty
    silhouette: float
    groups: tuple[GroupResult, ...]
    statements: tuple[StatementResult, ...]
    consensus: tuple[Chosen, ...]
    dividing: tuple[int, ...]
    points: tuple[tuple[float, float, int], ...] = field(default=(), repr=False)

    def to_json(self) -> str:
        return json.dumps(asdict(self), separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Raises ValueError, KeyError or TypeError for what is none."""
        stored = json.loads(text)
        return cls(
            **{key: stored[key] for key in ("voters", "grouped", "votes", "doubtful", "silhouette")},
            certainty=Certainty(stored["certainty"]),
            groups=tuple(GroupResult(one["size"], _chosen(one["typical"])) for one in stored["groups"]),
            statements=tuple(_statement(one) for one in stored["statements"]),
            consensus=_chosen(stored["consensus"]),
            dividing=tuple(stored["dividing"]),
            points=tuple((x, y, group) for x, y, group in stored["points"]),
        )

    def by_statement(self) -> Mapping[int, StatementResult]:
        return {one.statement: one for one in self.statements}


def _chosen(rows: list[dict[str, Any]]) -> tuple[Chosen, ...]:
    return tuple(Chosen(**row) for row in rows)


def _statement(row: dict[str, Any]) -> StatementResult:
    groups = tuple(Counts(**one) for one in row["groups"])
    return StatementResult(row["statement"], Counts(**row["all"]), Counts(**row["doubtful"]), groups)
