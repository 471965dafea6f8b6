"""What is told about the forum unasked."""

from dataclasses import dataclass
from typing import ClassVar

from feedbackbot.domain.contact_policy import Kind
from feedbackbot.domain.notices import Notice


@dataclass(frozen=True, slots=True)
class StatementDecided(Notice):
    """To the author: shown, or why not. `statement` is its name in messages, which leads nobody to the pseudonym beside it."""

    name: ClassVar[str] = "forum-statement"
    kind: ClassVar[Kind] = Kind.CASE_UPDATE
    topic: int
    statement: str


@dataclass(frozen=True, slots=True)
class ForumAnswered(Notice):
    """To all who took part: what will be done, by whom, until when."""

    name: ClassVar[str] = "forum-answered"
    kind: ClassVar[Kind] = Kind.BROADCAST
    topic: int


@dataclass(frozen=True, slots=True)
class PromiseKept(Notice):
    """To all who took part: it was done."""

    name: ClassVar[str] = "forum-kept"
    kind: ClassVar[Kind] = Kind.BROADCAST
    topic: int


@dataclass(frozen=True, slots=True)
class PromisePassed(Notice):
    """To all who took part: the promised day is over, and the topic is open again."""

    name: ClassVar[str] = "forum-reopened"
    kind: ClassVar[Kind] = Kind.BROADCAST
    topic: int


@dataclass(frozen=True, slots=True)
class AnswerOwed(Notice):
    """To those who answer for the topic: it is over, or the promised day has passed. `why` is "over" or "reopened"."""

    name: ClassVar[str] = "forum-answer-owed"
    kind: ClassVar[Kind] = Kind.CASE_UPDATE
    topic: int
    why: str


@dataclass(frozen=True, slots=True)
class StatementsWait(Notice):
    """To moderators: somebody wrote."""

    name: ClassVar[str] = "forum-waiting"
    kind: ClassVar[Kind] = Kind.CASE_UPDATE
    topic: int
