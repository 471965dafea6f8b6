"""Employees as the registry knows them, and whose chat is whose."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, insert, select, update

from feedbackbot.domain.staff.nip import EmployeeKind
from feedbackbot.storage.people.limits import Limit, kept_moments
from feedbackbot.storage.people.tables import role_grant
from feedbackbot.storage.staff.tables import employee, link_failure
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.tables import unit


@dataclass(frozen=True, slots=True)
class Employee:
    """One employee. `unit` is the unit's name in the city's file, else what the sheet calls it, else ""."""

    id: int
    nip: str
    kind: EmployeeKind
    full_name: str
    unit_id: int | None
    unit: str
    rank: str | None
    position: str | None
    phone_tail: str | None
    active: bool
    person_id: int | None
    linked_at: datetime | None
    contract_start: date | None = None

    @property
    def masked_nip(self) -> str:
        return "••••" + self.nip[-4:]


_COLUMNS = select(employee, unit.c.name.label("known_unit")).select_from(
    employee.outerjoin(unit, unit.c.id == employee.c.unit_id)
)


def employee_of(tx: Transaction, person_id: int) -> Employee | None:
    """The active employee whose chat this person's is."""
    return _one(tx, (employee.c.person_id == person_id) & employee.c.active)


def employee_by_id(tx: Transaction, employee_id: int) -> Employee | None:
    return _one(tx, employee.c.id == employee_id)


def employee_by_nip(tx: Transaction, nip: str) -> Employee | None:
    return _one(tx, employee.c.nip == nip)


def employees_by_phone(tx: Transaction, phone_hash: str) -> list[Employee]:
    """Active ones; several where an office's number stands in many rows."""
    return _many(tx, (employee.c.phone_hash == phone_hash) & employee.c.active)


def linked_among(tx: Transaction, nips: Sequence[str]) -> list[Employee]:
    """Those with a chat, active or not."""
    found: list[Employee] = []
    for start in range(0, len(nips), 500):
        found += _many(tx, employee.c.nip.in_(nips[start : start + 500]) & employee.c.person_id.is_not(None))
    return found


def employees_of_unit(tx: Transaction, unit_id: int) -> list[Employee]:
    return _many(tx, (employee.c.unit_id == unit_id) & employee.c.active)


def employees_by_nips(tx: Transaction, nips: Sequence[str]) -> list[Employee]:
    return _many(tx, employee.c.nip.in_(list(nips)) & employee.c.active)


def people_by_nips(tx: Transaction, nips: Sequence[str]) -> list[int | None]:
    """One entry for each of these numbers that is an active employee's: whose chat it is, or None."""
    known = select(employee.c.person_id).where(employee.c.nip.in_(list(nips)), employee.c.active)
    return list(tx.run(known).scalars())


def all_active(tx: Transaction) -> list[Employee]:
    """By name."""
    return _many(tx, employee.c.active)


def inactive_ids(tx: Transaction, nips: Sequence[str]) -> list[int]:
    """Of these numbers the employees who left."""
    found: list[int] = []
    for start in range(0, len(nips), 500):
        part = employee.c.nip.in_(list(nips[start : start + 500]))
        found += tx.run(select(employee.c.id).where(part, employee.c.active.is_(False))).scalars()
    return found


def _one(tx: Transaction, condition: ColumnElement[bool]) -> Employee | None:
    row = tx.run(_COLUMNS.where(condition)).first()
    return _read(row) if row else None


def _many(tx: Transaction, condition: ColumnElement[bool]) -> list[Employee]:
    return [_read(row) for row in tx.run(_COLUMNS.where(condition).order_by(employee.c.name, employee.c.id))]


def _read(row: Row[Any]) -> Employee:
    before = f"{row.title_before} " if row.title_before else ""
    after = f", {row.title_after}" if row.title_after else ""
    return Employee(
        row.id,
        row.nip,
        EmployeeKind(row.kind),
        f"{before}{row.name}{after}",
        row.unit_id,
        row.known_unit or row.unit_name or "",
        row.rank,
        row.position_name,
        row.phone_tail,
        row.active,
        row.person_id,
        row.linked_at,
        row.contract_start,
    )


# Whose chat is whose

EMPLOYEE_ROLE = "employee"
"""Kept like a granted role, so that a turn learns it with the others."""


def link(tx: Transaction, employee_id: int, person_id: int) -> None:
    """Both must be free: `unlink` first."""
    tx.run(update(employee).where(employee.c.id == employee_id).values(person_id=person_id, linked_at=tx.now))
    tx.run(
        insert(role_grant),
        {"person_id": person_id, "role": EMPLOYEE_ROLE, "note": "", "granted_at": tx.now},
    )


def unlink(tx: Transaction, person_id: int) -> None:
    tx.run(update(employee).where(employee.c.person_id == person_id).values(person_id=None, linked_at=None))
    tx.run(
        update(role_grant)
        .where(
            role_grant.c.person_id == person_id,
            role_grant.c.role == EMPLOYEE_ROLE,
            role_grant.c.withdrawn_at.is_(None),
        )
        .values(withdrawn_at=tx.now)
    )


def lock_employee(tx: Transaction, employee_id: int) -> None:
    """Of two who link the same employee at once the second waits."""
    if tx.on_postgresql:
        tx.run(select(employee.c.id).where(employee.c.id == employee_id).with_for_update())


def count_failure(tx: Transaction, person_id: int) -> None:
    tx.run(insert(link_failure), {"person_id": person_id, "at": tx.now})


def failures_since(tx: Transaction, person_id: int, since: datetime) -> list[datetime]:
    """Also those from before an erasing."""
    found = select(link_failure.c.at).where(link_failure.c.person_id == person_id, link_failure.c.at > since)
    earlier = [at for at, _ in kept_moments(tx, person_id, Limit.GUESS) if at > since]
    return sorted([*earlier, *tx.run(found).scalars()])


# For reports


def count_employees(tx: Transaction) -> dict[str, int]:
    """How many are active, and how many of these have a chat."""
    row = tx.run(
        select(func.count().label("active"), func.count(employee.c.person_id).label("linked")).where(
            employee.c.active
        )
    ).one()
    return {"active": row.active, "linked": row.linked}


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Whom a recap counts. `unit` is a name of the city's file, "" where the employee's unit is not in it."""

    employee_id: int
    kind: EmployeeKind
    linked: bool
    unit: str


def staff_with_units(tx: Transaction) -> Iterator[StaffMember]:
    """Everybody active, in no order."""
    rows = tx.run(
        select(employee.c.id, employee.c.kind, employee.c.person_id, unit.c.name)
        .select_from(employee.outerjoin(unit, unit.c.id == employee.c.unit_id))
        .where(employee.c.active)
    )
    for row in rows:
        yield StaffMember(row.id, EmployeeKind(row.kind), row.person_id is not None, row.name or "")


def last_employee(tx: Transaction) -> int:
    """The highest id given so far, 0 where there is nobody."""
    return tx.run(select(func.max(employee.c.id))).scalar() or 0
