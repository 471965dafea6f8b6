"""Who may do what."""

from enum import StrEnum


class Role(StrEnum):
    """Granted to a person; everybody is also a "citizen", and who is linked to the staff registry an "employee"."""

    SUPERADMIN = "superadmin"
    PROGRAMME_ADMIN = "programme_admin"  # BKPSDM: trainings, campaigns, broadcasts
    UNIT_ADMIN = "unit_admin"  # own unit only
    OFFICER = "officer"  # answers complaints of the own unit
    HEAD = "head"  # head of a unit
    TRAINER = "trainer"  # shows attendance codes of sessions
    INSPECTOR = "inspector"  # reads what citizens tell the inspectorate alone


OF_A_UNIT = frozenset({Role.UNIT_ADMIN, Role.OFFICER, Role.HEAD})
"""Roles that are granted for one unit."""

CITIZEN = "citizen"
EMPLOYEE = "employee"
ADMINS = frozenset({Role.SUPERADMIN.value, Role.PROGRAMME_ADMIN.value})


def holds_together(held: frozenset[str], role: Role) -> bool:
    """Whether somebody with these roles may also hold this one: an inspector has no other office here, so that no admin and no unit
    reads what was told to the inspectorate."""
    others = held & set(Role)
    if role is Role.INSPECTOR:
        return not others - {Role.INSPECTOR.value}
    return Role.INSPECTOR.value not in others


def may_grant(granter: frozenset[str], role: Role) -> bool:
    """A superadmin grants every role; a programme admin only that of a trainer; nobody else any."""
    if Role.SUPERADMIN in granter:
        return True
    return Role.PROGRAMME_ADMIN in granter and role is Role.TRAINER
