"""Roles in force, and what they were."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, insert, or_, select, update

from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.people.tables import role_grant
from feedbackbot.storage.prepared import Prepared
from feedbackbot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Grant:
    """A role in force; `unit_id` for roles of one unit, `note` what the granter calls the person."""

    id: int
    person_id: int
    role: Role
    unit_id: int | None
    granted_at: datetime
    note: str = ""


_UNITS_OF = Prepared(
    select(role_grant.c.role, role_grant.c.unit_id).where(
        role_grant.c.person_id == bindparam("person"),
        role_grant.c.unit_id.is_not(None),
        role_grant.c.withdrawn_at.is_(None),
    )
)
# Built once: whoever writes is looked up at every turn, and to build a statement takes longer than to run it. The names of the roles
# stand in the list because a grant of a role that is gone is nobody's
_KNOWN = (
    select(
        role_grant.c.id,
        role_grant.c.person_id,
        role_grant.c.role,
        role_grant.c.unit_id,
        role_grant.c.granted_at,
        role_grant.c.note,
    )
    .where(or_(*(role_grant.c.role == role.value for role in Role)))
    .order_by(role_grant.c.id)
)
_IN_FORCE = _KNOWN.where(role_grant.c.withdrawn_at.is_(None))
_OF_PERSON = _IN_FORCE.where(role_grant.c.person_id == bindparam("person"))
_OF_ROLE = _IN_FORCE.where(role_grant.c.role == bindparam("wanted"))
_OF_ROLE_IN_UNIT = _OF_ROLE.where(role_grant.c.unit_id == bindparam("unit"))
_ENDED = _KNOWN.where(role_grant.c.id == bindparam("row"), role_grant.c.withdrawn_at.is_not(None))


def grants_of(tx: Transaction, person_id: int) -> list[Grant]:
    return _read(tx, _OF_PERSON, {"person": person_id})


def holders(tx: Transaction, role: Role, unit_id: int | None = None) -> list[int]:
    """Person ids; of one unit where it is named."""
    if unit_id is None:
        found = _read(tx, _OF_ROLE, {"wanted": role.value})
    else:
        found = _read(tx, _OF_ROLE_IN_UNIT, {"wanted": role.value, "unit": unit_id})
    return [grant.person_id for grant in found]


def all_grants(tx: Transaction) -> list[Grant]:
    return _read(tx, _IN_FORCE, {})


def notes_in_unit(tx: Transaction, unit_id: int) -> dict[int, str]:
    """The names that whoever granted a role of the unit gave, by person."""
    of_unit = (role_grant.c.unit_id == unit_id) & role_grant.c.withdrawn_at.is_(None)
    return {
        row.person_id: row.note
        for row in tx.run(select(role_grant.c.person_id, role_grant.c.note).where(of_unit))
    }


def notes_of(tx: Transaction, person_id: int) -> list[str]:
    """The names that whoever granted roles gave the person, newest first; roles that have ended count too."""
    statement = select(role_grant.c.note).where(role_grant.c.person_id == person_id)
    return list(tx.run(statement.order_by(role_grant.c.id.desc())).scalars())


def units_of(tx: Transaction, person_id: int, *roles: Role) -> frozenset[int]:
    """Ids of the units for which the person holds one of these roles."""
    of_units = _UNITS_OF.all(tx, {"person": person_id})  # asked for each rating
    return frozenset(unit_id for role, unit_id in of_units if role in roles)


def add_grant(tx: Transaction, person_id: int, role: Role, unit_id: int | None, note: str = "") -> bool:
    """False where the person has it already."""
    if any(grant.role is role and grant.unit_id == unit_id for grant in grants_of(tx, person_id)):
        return False
    tx.run(
        insert(role_grant),
        {
            "person_id": person_id,
            "role": role.value,
            "unit_id": unit_id,
            "note": note[:60],
            "granted_at": tx.now,
        },
    )
    return True


def end_grant(tx: Transaction, grant_id: int) -> bool:
    """False where it has ended before."""
    ended = tx.run(
        update(role_grant)
        .where(role_grant.c.id == grant_id, role_grant.c.withdrawn_at.is_(None))
        .values(withdrawn_at=tx.now)
    )
    return ended.rowcount == 1


def ended_grant(tx: Transaction, grant_id: int) -> Grant | None:
    """A role that is no longer in force."""
    found = _read(tx, _ENDED, {"row": grant_id})
    return found[0] if found else None


def _read(tx: Transaction, statement: Select[Any], values: dict[str, Any]) -> list[Grant]:
    return [
        Grant(row.id, row.person_id, Role(row.role), row.unit_id, row.granted_at, row.note)
        for row in tx.run(statement, values)
    ]
