"""What the reminder ladder is decided from: rungs and their distances, sessions, enrolments."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from enum import StrEnum


class Rung(StrEnum):
    NO_ANSWER = "no-answer"
    WEEK_BEFORE = "h-7"
    DAY_BEFORE = "h-1"
    HOUR_BEFORE = "hour"
    MISSED = "missed"


EARLY = frozenset({Rung.NO_ANSWER, Rung.WEEK_BEFORE})
"""Rungs that can wait for a working day."""


class Standing(StrEnum):
    """What the ladder needs to know of an enrolment; every other state gets no reminder."""

    INVITED = "invited"
    LATER = "later"  # answered "not now", with a moment to be asked again
    SEATED = "seated"
    OUT = "out"  # declined, cancelled, waiting, lapsed


@dataclass(frozen=True, slots=True)
class Ladder:
    """The distances between the rungs; settings."""

    no_answer_after: timedelta = timedelta(days=3)
    week_before: timedelta = timedelta(days=7)
    day_before: timedelta = timedelta(days=1)
    # On the city's clock: an evening session is told of no later than then.
    day_before_until: time = time(16, 0)
    hour_before: timedelta = timedelta(hours=1)
    missed_after: timedelta = timedelta(hours=2)
    missed_within: timedelta = timedelta(days=7)
    # A self-paced course ends nowhere: for so long the reminder to answer may wait for its turn.
    open_question_for: timedelta = timedelta(days=7)
    # The second day of a course needs no "tomorrow": sessions this close to the one before get the hour only.
    follows_within: timedelta = timedelta(hours=36)


@dataclass(frozen=True, slots=True)
class SessionDates:
    """`sequence` grows each time the session is moved; `moved_at` is when it was last moved."""

    id: int
    starts_at: datetime
    ends_at: datetime
    sequence: int = 0
    cancelled: bool = False
    moved_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Enrolment:
    """One person and one training. `sent`: keys of the reminders that went out; `attended`: session ids."""

    person: int
    standing: Standing
    invited_at: datetime
    seated_at: datetime | None = None
    remind_at: datetime | None = None
    sent: frozenset[str] = frozenset()
    attended: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class TrainingDates:
    """A training with its sessions and enrolments. `answer_by`: end of registration."""

    id: int
    sessions: Sequence[SessionDates]
    enrolments: Sequence[Enrolment] = field(repr=False)
    answer_by: datetime | None = None
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class DueReminder:
    """`key` is stored in `Enrolment.sent`; `useful_until`: drop the message if it cannot go before."""

    key: str
    rung: Rung
    person: int
    training: int
    session: int | None
    useful_until: datetime
