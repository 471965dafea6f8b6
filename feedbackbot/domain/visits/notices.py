"""What somebody is told after a visit who wished to be invited."""

from dataclasses import dataclass
from typing import ClassVar

from feedbackbot.domain.contact_policy import Kind
from feedbackbot.domain.notices import Notice


@dataclass(frozen=True, slots=True)
class VisitInvitation(Notice):
    """`receipt` is the token of the one-time link; it goes with the row's words as soon as they are sent."""

    name: ClassVar[str] = "visit-invitation"
    kind: ClassVar[Kind] = Kind.SURVEY_INVITATION
    unit_name: str
    receipt: str
