"""What superadmins are told of the running bot."""

from dataclasses import dataclass
from typing import ClassVar

from feedbackbot.domain.contact_policy import Kind
from feedbackbot.domain.notices import Notice


@dataclass(frozen=True, slots=True)
class TroubleBegan(Notice):
    """Something has been wrong for `minutes`."""

    name: ClassVar[str] = "trouble-began"
    kind: ClassVar[Kind] = Kind.ADMIN
    trouble: str
    minutes: int


@dataclass(frozen=True, slots=True)
class TroubleOver(Notice):
    """It is no more."""

    name: ClassVar[str] = "trouble-over"
    kind: ClassVar[Kind] = Kind.ADMIN
    trouble: str
