"""Who of the staff acts on a case, and who is told."""

from feedbackbot.domain.calendar import city_day
from feedbackbot.domain.cases.terms import Level
from feedbackbot.domain.cases.terms import Role as CaseRole
from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.cases.duty import on_duty
from feedbackbot.storage.cases.leave import away_until
from feedbackbot.storage.people.roles import all_grants, grants_of, holders, units_of
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import active_units, unit_by_code

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
    if (
        tx.settings.case_catch_all_unit
        and has_nobody(tx, unit_id)
        and person_id in members(tx, catch_all(tx))
    ):
        return CaseRole.OFFICER
    return CaseRole.SUPERADMIN if any(grant.role is Role.SUPERADMIN for grant in grants) else None


def desk_units(tx: Transaction, person_id: int) -> frozenset[int] | None:
    """The units whose cases are on the person's desk; None: all of the city."""
    if any(grant.role is Role.SUPERADMIN for grant in grants_of(tx, person_id)):
        return None
    own = units_of(tx, person_id, *_OF_UNIT)
    if catch_all(tx) not in own:
        return own
    staffed = {grant.unit_id for grant in all_grants(tx) if grant.role in _OF_UNIT}
    return own | {unit.id for unit in active_units(tx) if unit.id not in staffed}


def catch_all(tx: Transaction) -> int:
    """The unit at whose desk the cases of units without anybody lie; 0 where the setting names none."""
    found = unit_by_code(tx, tx.settings.case_catch_all_unit)
    return found.id if found else 0


def has_nobody(tx: Transaction, unit_id: int) -> bool:
    """Whether nobody of the unit has a desk."""
    return not any(holders(tx, role, unit_id) for role in _OF_UNIT)


def members(tx: Transaction, unit_id: int) -> list[int]:
    """Officers and unit admins, each once."""
    found = [*holders(tx, Role.OFFICER, unit_id), *holders(tx, Role.UNIT_ADMIN, unit_id)]
    return list(dict.fromkeys(found))


def colleagues(tx: Transaction, unit_id: int) -> list[int]:
    """Who can be given a case of the unit: its officers, unit admins and heads; of a unit without anybody the catch-all desk's."""
    found = [*members(tx, unit_id), *holders(tx, Role.HEAD, unit_id)] or members(tx, catch_all(tx))
    return list(dict.fromkeys(found))


def who_is_told(tx: Transaction, unit_id: int, officer_id: int | None = None) -> list[int]:
    """The officer who has the case, else today's on duty, else all of the unit, each unless away; a unit without officers is its
    head's, then the catch-all desk's, then the superadmins': nothing is told to nobody."""
    today = on_duty(tx, unit_id, city_day(tx.now).isoweekday())
    people = members(tx, unit_id) or holders(tx, Role.HEAD, unit_id) or members(tx, catch_all(tx))
    away = away_until(tx, [one for one in (officer_id, today, *people) if one is not None])
    for first in (officer_id, today):
        if first is not None and first not in away and role_at(tx, first, unit_id) is not None:
            return [first]
    present = [one for one in people if one not in away]
    return present or people or who_answers_at(tx, unit_id, Level.HEAD)


def who_answers_at(tx: Transaction, unit_id: int, level: Level) -> list[int]:
    """Heads or superadmins, by the level that a case has reached."""
    heads = holders(tx, Role.HEAD, unit_id) if level is Level.HEAD else []
    return list(dict.fromkeys(heads or holders(tx, Role.SUPERADMIN)))
