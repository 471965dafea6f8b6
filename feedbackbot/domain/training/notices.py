"""What is told about trainings without being asked for."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from feedbackbot.domain.contact_policy import Kind
from feedbackbot.domain.notices import Notice


@dataclass(frozen=True, slots=True)
class Invited(Notice):
    """`employee`: whose unit's figures say why; 0 in rows of an older release."""

    name: ClassVar[str] = "training-invitation"
    kind: ClassVar[Kind] = Kind.INVITATION
    training: int
    employee: int = 0


@dataclass(frozen=True, slots=True)
class SeatOffered(Notice):
    name: ClassVar[str] = "training-seat-offered"
    kind: ClassVar[Kind] = Kind.TRAINING_CHANGE
    training: int
    until: datetime


@dataclass(frozen=True, slots=True)
class OfferEnded(Notice):
    """`why`: lapsed or withdrawn."""

    name: ClassVar[str] = "training-offer-ended"
    kind: ClassVar[Kind] = Kind.TRAINING_CHANGE
    training: int
    why: str


@dataclass(frozen=True, slots=True)
class TrainingReminder(Notice):
    """One rung of the ladder; `session` is None where only the answer is missing."""

    name: ClassVar[str] = "training-reminder"
    kind: ClassVar[Kind] = Kind.REMINDER
    training: int
    rung: str
    session: int | None = None


@dataclass(frozen=True, slots=True)
class EarlyReminder(TrainingReminder):
    """An answer that is missing, a session in a week: said on working days."""

    name: ClassVar[str] = "training-early-reminder"
    kind: ClassVar[Kind] = Kind.EARLY_REMINDER


@dataclass(frozen=True, slots=True)
class SessionDayReminder(TrainingReminder):
    """On the session's own day."""

    name: ClassVar[str] = "training-session-day"
    kind: ClassVar[Kind] = Kind.SESSION_DAY


@dataclass(frozen=True, slots=True)
class LessonReminder(Notice):
    """`lesson` is the number of the lesson that comes next."""

    name: ClassVar[str] = "training-lesson-reminder"
    kind: ClassVar[Kind] = Kind.REMINDER
    training: int
    lesson: int


@dataclass(frozen=True, slots=True)
class TrainingMoved(Notice):
    name: ClassVar[str] = "training-moved"
    kind: ClassVar[Kind] = Kind.TRAINING_CHANGE
    training: int


@dataclass(frozen=True, slots=True)
class TrainingCancelled(Notice):
    name: ClassVar[str] = "training-cancelled"
    kind: ClassVar[Kind] = Kind.TRAINING_CHANGE
    training: int


@dataclass(frozen=True, slots=True)
class TrainingCompleted(Notice):
    name: ClassVar[str] = "training-completed"
    kind: ClassVar[Kind] = Kind.TRAINING_CHANGE
    training: int
    enrolment: int


@dataclass(frozen=True, slots=True)
class ConsentAsked(Notice):
    """To the head: may this employee go?"""

    name: ClassVar[str] = "training-consent-asked"
    kind: ClassVar[Kind] = Kind.TRAINING_CHANGE
    training: int
    enrolment: int
    employee: str


@dataclass(frozen=True, slots=True)
class ConsentDecided(Notice):
    """`decision`: given, given-but-full or refused."""

    name: ClassVar[str] = "training-consent-decided"
    kind: ClassVar[Kind] = Kind.TRAINING_CHANGE
    training: int
    decision: str


@dataclass(frozen=True, slots=True)
class ExternalSent(Notice):
    """To those who decide: an employee has sent a certificate of a training elsewhere."""

    name: ClassVar[str] = "external-sent"
    kind: ClassVar[Kind] = Kind.ADMIN
    external: int


@dataclass(frozen=True, slots=True)
class ExternalDecided(Notice):
    """To the employee: booked, or refused with a reason."""

    name: ClassVar[str] = "external-decided"
    kind: ClassVar[Kind] = Kind.CASE_UPDATE
    external: int
