"""Who of the staff acts on a case, and who is told."""

from feedbackbot.domain.calendar import city_day
from feedbackbot.domain.cases.terms import Level
from feedbackbot.domain.cases.terms import Role as CaseRole
from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.cases.duty import on_duty
from feedbackbot.storage.people.roles import grants_of, holders, units_of
from feedbackbot.storage.transaction import Transaction

DESK_ROLES = frozenset({Role.OFFICER.value, Role.UNIT_ADMIN.value, Role.HEAD.value, Role.SUPERADMIN.value})
"""Who has a desk."""
_OF_UNIT = (Role.OFFICER, Role.UNIT_ADMIN, Role.HEAD)


def role_at(tx: Transaction, person_id: int, unit_id: int) -> CaseRole | None:
    """As what the person acts on a case of this unit; None for who has no business there."""
    grants = grants_of(tx, person_id)
    of_unit = {grant.role for grant in grants if grant.unit_id == unit_id}
    if Role.HEAD in of_unit:
        return CaseRole.HEAD
    if of_unit & {Role.OFFICER, Role.UNIT_ADMIN}:
        return CaseRole.OFFICER
    return CaseRole.SUPERADMIN if any(grant.role is Role.SUPERADMIN for grant in grants) else None


def desk_units(tx: Transaction, person_id: int) -> frozenset[int] | None:
    """The units whose cases are on the person's desk; None: all of the city."""
    if any(grant.role is Role.SUPERADMIN for grant in grants_of(tx, person_id)):
        return None
    return units_of(tx, person_id, *_OF_UNIT)


def members(tx: Transaction, unit_id: int) -> list[int]:
    """Officers and unit admins, each once."""
    found = [*holders(tx, Role.OFFICER, unit_id), *holders(tx, Role.UNIT_ADMIN, unit_id)]
    return list(dict.fromkeys(found))


def who_is_told(tx: Transaction, unit_id: int, officer_id: int | None = None) -> list[int]:
    """The officer who has the case, else today's on duty, else all of the unit; a unit without anybody is its head's, then the
    superadmins': nothing is told to nobody."""
    if officer_id is not None and role_at(tx, officer_id, unit_id) is not None:
        return [officer_id]
    today = on_duty(tx, unit_id, city_day(tx.now).isoweekday())
    if today is not None and role_at(tx, today, unit_id) is not None:
        return [today]
    return members(tx, unit_id) or who_answers_at(tx, unit_id, Level.HEAD)


def who_answers_at(tx: Transaction, unit_id: int, level: Level) -> list[int]:
    """Heads or superadmins, by the level that a case has reached."""
    heads = holders(tx, Role.HEAD, unit_id) if level is Level.HEAD else []
    return list(dict.fromkeys(heads or holders(tx, Role.SUPERADMIN)))
