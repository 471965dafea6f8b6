"""What is told about results without being asked for; a period is named by its code."""

from dataclasses import dataclass
from typing import ClassVar

from feedbackbot.domain.contact_policy import Kind
from feedbackbot.domain.notices import Notice


@dataclass(frozen=True, slots=True)
class UnitDigest(Notice):
    """A unit's figures of a period; decimals as written in the report."""

    name: ClassVar[str] = "unit-digest"
    kind: ClassVar[Kind] = Kind.DIGEST
    unit: int
    unit_name: str
    period: str
    ikm: str
    n: int
    strongest: str
    strongest_nrr: str
    weakest: str
    weakest_nrr: str
    comment: str


@dataclass(frozen=True, slots=True)
class ReadyToPublish(Notice):
    """`units` is how many of the half year are still unpublished."""

    name: ClassVar[str] = "ready-to-publish"
    kind: ClassVar[Kind] = Kind.DIGEST
    period: str
    units: int
