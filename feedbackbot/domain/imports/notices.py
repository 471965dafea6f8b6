"""What is told of files that admins sent, and of who left the registry with one of them."""

from dataclasses import dataclass
from typing import ClassVar

from feedbackbot.domain.contact_policy import Kind
from feedbackbot.domain.notices import Notice


@dataclass(frozen=True, slots=True)
class ImportTold(Notice):
    """To the admin who sent it, their own affair: no quiet hours, no cap. Only said while the import still stands at `state`."""

    name: ClassVar[str] = "import-told"
    kind: ClassVar[Kind] = Kind.CASE_UPDATE
    received: int
    state: str


@dataclass(frozen=True, slots=True)
class RolesSuspended(Notice):
    """To the superadmins: `employee` is gone from the registry, and these roles of theirs rest."""

    name: ClassVar[str] = "roles-suspended"
    kind: ClassVar[Kind] = Kind.CASE_UPDATE
    employee: int
    grants: tuple[int, ...]
