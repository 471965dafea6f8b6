"""What earns points, how often, and who vouches for it.

Points are entries of an append-only ledger: nothing is changed or deleted, a mistake is taken back by a
second entry. The ledger must keep (person, cause) unique, so that no repeat and no two processes pay twice.
Nothing here is earned by tapping: each cause is a thing that happened outside the chat or can happen once.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class CauseKind(StrEnum):
    ATTENDED = "attended"
    PASSED = "passed"
    ANSWERED_IN_TIME = "answered-in-time"
    HELPED_UNIT = "helped-unit"


class OncePer(StrEnum):
    """What a cause's subject is; each subject pays a person once, ever."""

    SESSION = "session"
    COURSE = "course"
    INVITATION = "invitation"
    UNIT_GOAL = "unit-goal"


class ProvenBy(StrEnum):
    """What must have happened, so that pressing buttons alone earns nothing."""

    ATTENDANCE_RECORD = "attendance-record"
    PASSING_SCORE = "passing-score"
    FIRST_ANSWER_BEFORE_DEADLINE = "first-answer-before-deadline"
    GOAL_REACHED_WITH_OWN_PART = "goal-reached-with-own-part"


@dataclass(frozen=True)
class PointRule:
    """`points` is the default; an agency's settings may set another, not below zero."""

    points: int
    once_per: OncePer
    proven_by: ProvenBy


POINT_RULES: Mapping[CauseKind, PointRule] = {
    CauseKind.ATTENDED: PointRule(20, OncePer.SESSION, ProvenBy.ATTENDANCE_RECORD),
    CauseKind.PASSED: PointRule(30, OncePer.COURSE, ProvenBy.PASSING_SCORE),
    # Yes and no earn the same: paying for a yes would fill seats with people who do not come.
    CauseKind.ANSWERED_IN_TIME: PointRule(5, OncePer.INVITATION, ProvenBy.FIRST_ANSWER_BEFORE_DEADLINE),
    CauseKind.HELPED_UNIT: PointRule(15, OncePer.UNIT_GOAL, ProvenBy.GOAL_REACHED_WITH_OWN_PART),
}

DEFAULT_VALUES: Mapping[CauseKind, int] = {kind: rule.points for kind, rule in POINT_RULES.items()}

_TAKEN_BACK = "taken-back:"


@dataclass(frozen=True)
class Cause:
    """Why points are given: the kind and which session, course, invitation or goal it was."""

    kind: CauseKind
    subject: str

    def __post_init__(self) -> None:
        if not self.subject:
            raise ValueError(f"a cause {self.kind} needs its {POINT_RULES[self.kind].once_per}")

    @property
    def key(self) -> str:
        """Unique for each person in the ledger."""
        return f"{self.kind}:{self.subject}"


@dataclass(frozen=True)
class LedgerEntry:
    """One line of the ledger; `cause_key` is unique for each person, `points` below zero take back."""

    person: str
    cause_key: str
    points: int
    at: datetime


def earn(
    person: str,
    cause: Cause,
    at: datetime,
    booked: Collection[str],
    values: Mapping[CauseKind, int] = DEFAULT_VALUES,
) -> LedgerEntry | None:
    """The entry to append; None if the cause is among the person's `booked` cause keys or earns nothing.

    A cause that was taken back stays booked: it does not pay again.
    """
    points = values[cause.kind]
    if points < 0:
        raise ValueError(f"{cause.kind} cannot cost points: {points}")
    if points == 0 or cause.key in booked:
        return None
    return LedgerEntry(person, cause.key, points, at)


def take_back(entry: LedgerEntry, at: datetime, booked: Collection[str]) -> LedgerEntry | None:
    """The entry that undoes `entry` (attendance entered for the wrong person); None if that is done already."""
    if entry.cause_key.startswith(_TAKEN_BACK):
        raise ValueError("what was taken back cannot be taken back again")
    key = _TAKEN_BACK + entry.cause_key
    return None if key in booked else LedgerEntry(entry.person, key, -entry.points, at)


def balance(entries: Iterable[LedgerEntry]) -> int:
    """The sum of one person's entries; there is no other source of a balance."""
    return sum(entry.points for entry in entries)


def answered_in_time(first_answer_at: datetime, deadline: datetime) -> bool:
    """Whether the first answer, yes or no, came by the deadline; a later change of mind does not matter."""
    return first_answer_at <= deadline
