"""Who leaves the registry leaves the roles: named in the dry run, suspended by the import, and a superadmin can give them back."""

from collections.abc import Iterable
from dataclasses import dataclass

from feedbackbot.delivery.tell import tell
from feedbackbot.domain.imports.notices import RolesSuspended
from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.people.roles import Grant, all_grants, end_grant, ended_grant, grants_of, holders
from feedbackbot.storage.pipeline.command_lists import relist_commands
from feedbackbot.storage.staff.employees import employee_by_id, linked_among
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import unit_by_id

__all__ = ["Grant"]


@dataclass(frozen=True, slots=True)
class Leaver:
    """Somebody who is gone from the registry and still holds roles."""

    employee_id: int
    nip: str
    person_id: int
    grants: tuple[Grant, ...]


def leavers(tx: Transaction, nips: Iterable[str]) -> list[Leaver]:
    """Those of these NIPs whose chat holds a role."""
    return [
        Leaver(one.id, one.nip, one.person_id, tuple(grants))
        for one in linked_among(tx, list(nips))
        if one.person_id is not None and (grants := grants_of(tx, one.person_id))
    ]


def suspend_roles(tx: Transaction, author_id: int | None, gone: list[Leaver]) -> int:
    """Before the chats are untied. The last superadmin keeps that role: without it nobody could give any. Returns how many roles."""
    suspended = 0
    for leaver in gone:
        ended = [
            grant for grant in leaver.grants if not _is_last_superadmin(tx, grant) and end_grant(tx, grant.id)
        ]
        if not ended:
            continue
        suspended += len(ended)
        relist_commands(tx, leaver.person_id)
        roles = [grant.role.value for grant in ended]
        record(tx, author_id, "role-suspended", f"person:{leaver.person_id}", before=roles, after=[])
        for superadmin in set(holders(tx, Role.SUPERADMIN)):
            notice = RolesSuspended(leaver.employee_id, tuple(grant.id for grant in ended))
            tell(tx, superadmin, notice)
    return suspended


def _is_last_superadmin(tx: Transaction, grant: Grant) -> bool:
    if grant.role is not Role.SUPERADMIN:
        return False
    return not any(one.role is Role.SUPERADMIN and one.person_id != grant.person_id for one in all_grants(tx))


def suspended_now(tx: Transaction, notice: RolesSuspended) -> tuple[str, list[tuple[Grant, str]]]:
    """Whose roles, and those of them that still rest, each with its unit's name or ""."""
    who = employee_by_id(tx, notice.employee)
    resting = [one for grant_id in notice.grants if (one := ended_grant(tx, grant_id)) is not None]
    return (who.full_name if who else "–"), [(one, _unit_name(tx, one)) for one in resting]


def _unit_name(tx: Transaction, grant: Grant) -> str:
    unit = unit_by_id(tx, grant.unit_id) if grant.unit_id is not None else None
    return unit.short_name if unit else ""
