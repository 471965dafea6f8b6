"""Where a topic stands: before, open, over, answered, promised, kept, opened again."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from feedbackbot.domain.forum.statement import as_kept, signs_in
from feedbackbot.domain.visible_text import letters_in

LONGEST_QUESTION: Final = 200
LONGEST_ANSWER: Final = 450
MOST_SEEDS: Final = 20
_LEAST_LETTERS: Final = 8


class Audience(StrEnum):
    """Who may take part."""

    EVERYBODY = "everybody"
    STAFF = "staff"  # whoever is linked to the registry of employees


class Stage(StrEnum):
    """What a reader is told of a topic."""

    COMING = "coming"
    OPEN = "open"
    OVER = "over"  # voted, and not answered yet
    ANSWERED = "answered"  # something was promised by a day
    KEPT = "kept"  # and it was done
    REOPENED = "reopened"  # the day passed without it: an answer is owed again
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Course:
    """The moments in a topic's life; None for what has not come."""

    opens_at: datetime
    closes_at: datetime
    closed_at: datetime | None = None  # before its time
    hidden_at: datetime | None = None
    answered_at: datetime | None = None
    due_on: date | None = None
    kept_at: datetime | None = None
    reopened_at: datetime | None = None

    def stage(self, now: datetime) -> Stage:
        if self.hidden_at is not None:
            return Stage.HIDDEN
        if self.kept_at is not None:
            return Stage.KEPT
        if self.reopened_at is not None:
            return Stage.REOPENED
        if self.answered_at is not None:
            return Stage.ANSWERED
        if self.closed_at is not None or now >= self.closes_at:
            return Stage.OVER
        return Stage.OPEN if now >= self.opens_at else Stage.COMING

    def takes_votes(self, now: datetime) -> bool:
        return self.stage(now) is Stage.OPEN


def question_problem(text: str) -> str:
    """Of a question as it is kept: a key of the catalogue, "" where it will do."""
    if letters_in(text) < _LEAST_LETTERS:
        return "forum-question-short"
    return "forum-question-long" if signs_in(text) > LONGEST_QUESTION else ""


def seeds_in(typed: str) -> list[str]:
    """Statements typed one under the other, each once; marks of a list before them are left out."""
    lines = (as_kept(line.lstrip(" \t-•*0123456789.)")) for line in typed.splitlines())
    return list(dict.fromkeys(line for line in lines if line))[:MOST_SEEDS]
