"""The one message of a campaign."""

from dataclasses import dataclass
from typing import ClassVar

from feedbackbot.domain.contact_policy import Kind
from feedbackbot.domain.notices import Notice


@dataclass(frozen=True, slots=True)
class Nudge(Notice):
    """The reader's figures are kept as they were counted: to count them anew for each message would cost a query over the whole staff.

    The goal's title and deadline are read when it is sent.
    """

    name: ClassVar[str] = "nudge"
    kind: ClassVar[Kind] = Kind.NUDGE
    nudge: int
    campaign: int
    arm: str
    did: int
    peers: int
    unit: str
    ikm: str
    ratings: int
    jp: int
    points: int


@dataclass(frozen=True, slots=True)
class CampaignOver(Notice):
    """To its author."""

    name: ClassVar[str] = "campaign-over"
    kind: ClassVar[Kind] = Kind.ADMIN
    campaign: int
