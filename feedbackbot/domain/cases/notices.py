"""What is told about complaints and what became of them, without being asked for."""

from dataclasses import dataclass
from typing import ClassVar

from feedbackbot.domain.contact_policy import Kind
from feedbackbot.domain.notices import Notice


@dataclass(frozen=True, slots=True)
class FollowUpPublished(Notice):
    """To those who had pointed to it: what the unit has done."""

    name: ClassVar[str] = "follow-up-published"
    kind: ClassVar[Kind] = Kind.BROADCAST
    follow_up: int


@dataclass(frozen=True, slots=True)
class DeskTold(Notice):
    """To the staff: a step of a case, or what time alone has done to it. `effect` is a `CaseEffect`; what was done and said stands in
    the timeline under `entry`."""

    name: ClassVar[str] = "case-desk"
    kind: ClassVar[Kind] = Kind.CASE_UPDATE
    case: int
    effect: str
    entry: int


@dataclass(frozen=True, slots=True)
class CitizenTold(Notice):
    """To the citizen who sent the case; fields as of `DeskTold`."""

    name: ClassVar[str] = "case-citizen"
    kind: ClassVar[Kind] = Kind.CASE_UPDATE
    case: int
    effect: str
    entry: int


@dataclass(frozen=True, slots=True)
class HandlingScoreAsked(Notice):
    name: ClassVar[str] = "case-score-asked"
    kind: ClassVar[Kind] = Kind.CASE_UPDATE
    case: int


@dataclass(frozen=True, slots=True)
class FilePassedOn(Notice):
    """One file of `of` that somebody sent with words about `about` (a ticket number, a unit). It leads to no case and no rating."""

    name: ClassVar[str] = "file-passed-on"
    kind: ClassVar[Kind] = Kind.CASE_UPDATE
    about: str
    place: int
    of: int
    file_kind: str
    channel: str
    ref: str
    file_name: str


@dataclass(frozen=True, slots=True)
class LowScoreTold(Notice):
    """To the officer. `what`: alert, comment, agreed or citizen-writes; what the citizen writes stands in the timeline under `entry`."""

    name: ClassVar[str] = "low-score"
    kind: ClassVar[Kind] = Kind.CASE_UPDATE
    alert: int
    what: str
    entry: int | None = None


@dataclass(frozen=True, slots=True)
class TalkTold(Notice):
    """To the citizen, by the name of the talk: no number in it leads to the rating."""

    name: ClassVar[str] = "talk-told"
    kind: ClassVar[Kind] = Kind.CASE_UPDATE
    unit: int
    talk: str
    words: str


@dataclass(frozen=True, slots=True)
class TalkSettled(Notice):
    """To the citizen: the officer is done; is it better now?"""

    name: ClassVar[str] = "talk-settled"
    kind: ClassVar[Kind] = Kind.CASE_UPDATE
    unit: int
    talk: str


@dataclass(frozen=True, slots=True)
class TipTold(Notice):
    """To the inspectorate: a tip has come, or its sender has added to it (`what`: a `TipAction`). What was told is read at the desk."""

    name: ClassVar[str] = "tip"
    kind: ClassVar[Kind] = Kind.CASE_UPDATE
    tip: int
    what: str
