"""Who may send to whom: admins of the city to everybody, a unit's admin to the own unit only."""

from dataclasses import dataclass

from feedbackbot.domain.people.roles import ADMINS, Role
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.broadcast.broadcasts import Broadcast, Stage, broadcast_by_id
from feedbackbot.storage.people.contacts import roles_of
from feedbackbot.storage.people.roles import holders, units_of
from feedbackbot.storage.transaction import Transaction

BROADCASTERS = ADMINS | {Role.UNIT_ADMIN.value}
"""Roles that know /siarkan."""


@dataclass(frozen=True, slots=True)
class Authority:
    """`city`: every audience. Else only the units named."""

    city: bool
    units: frozenset[int] = frozenset()

    def allows(self, audience: str) -> bool:
        """Whether the code names people this admin may write to."""
        if self.city:
            return True
        kind, *arguments = audience.split(":")
        return kind == "unit" and bool(arguments) and arguments[0] in {str(unit) for unit in self.units}


def authority_of(tx: Transaction, person_id: int) -> Authority | None:
    """None for whoever may send nothing."""
    roles = roles_of(tx, person_id)
    if roles & ADMINS:
        return Authority(city=True)
    units = units_of(tx, person_id, Role.UNIT_ADMIN)
    return Authority(city=False, units=units) if units else None


def require_authority(tx: Transaction, person_id: int) -> Authority:
    """Raises FeedbackbotError where the role was taken away meanwhile."""
    authority = authority_of(tx, person_id)
    if authority is None:
        raise FeedbackbotError("broadcast-no-longer-admin")
    return authority


def approvers(tx: Transaction, author_id: int) -> list[int]:
    """Admins of the city other than the author."""
    people = {*holders(tx, Role.SUPERADMIN), *holders(tx, Role.PROGRAMME_ADMIN)}
    return sorted(people - {author_id})


def managed(tx: Transaction, broadcast_id: int, person_id: int) -> Broadcast:
    """The broadcast, for whoever may steer it: its author, and the admins of the city. Raises FeedbackbotError."""
    authority = require_authority(tx, person_id)
    found = broadcast_by_id(tx, broadcast_id)
    if found is None or found.stage is Stage.DRAFT or not (authority.city or found.author_id == person_id):
        raise FeedbackbotError("broadcast-unknown")
    return found


def own_draft(tx: Transaction, broadcast_id: int, person_id: int) -> Broadcast:
    """A draft that this person is writing and may still send to its audience. Raises FeedbackbotError."""
    authority = require_authority(tx, person_id)
    found = broadcast_by_id(tx, broadcast_id)
    if found is None or found.stage is not Stage.DRAFT or found.author_id != person_id:
        raise FeedbackbotError("broadcast-draft-gone")
    if not authority.allows(found.audience):
        raise FeedbackbotError("broadcast-no-longer-admin")
    return found
