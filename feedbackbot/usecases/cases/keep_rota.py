"""Who is on duty in a unit, weekday by weekday."""

from dataclasses import dataclass

from feedbackbot.domain.cases.lifecycle import CaseRefusal
from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.cases.duty import rota_of, set_duty
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.people.roles import notes_in_unit, units_of
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import UnitRow, unit_by_id
from feedbackbot.usecases.cases.staff import members, role_at

WEEKDAYS = tuple(range(1, 8))


@dataclass(frozen=True, slots=True)
class Member:
    """One of the unit's officers, by the name that whoever granted the role gave; `place` counts from 1 where there is none."""

    person_id: int
    note: str
    place: int


@dataclass(frozen=True, slots=True)
class Rota:
    """`days` holds a member for each weekday that has one."""

    unit: UnitRow
    members: list[Member]
    days: dict[int, Member]


def rota_units(tx: Transaction, person_id: int) -> list[UnitRow]:
    """Units whose rota this person sees and changes: the own ones."""
    own = units_of(tx, person_id, Role.OFFICER, Role.UNIT_ADMIN, Role.HEAD)
    return [unit for unit_id in sorted(own) if (unit := unit_by_id(tx, unit_id)) is not None]


def rota(tx: Transaction, person_id: int, unit_id: int) -> Rota:
    """Raises `CaseRefusal` for whoever is not of the unit."""
    unit = unit_by_id(tx, unit_id)
    if unit is None or role_at(tx, person_id, unit_id) is None:
        raise CaseRefusal("case-unknown")
    notes = notes_in_unit(tx, unit_id)
    people = [Member(one, notes.get(one, ""), place) for place, one in enumerate(members(tx, unit_id), 1)]
    by_id = {member.person_id: member for member in people}
    days = {day: by_id[one] for day, one in rota_of(tx, unit_id).items() if one in by_id}
    return Rota(unit, people, days)


def put_on_duty(tx: Transaction, person_id: int, unit_id: int, weekday: int, member_id: int | None) -> None:
    """`member_id` is an officer of the unit, or None for nobody in particular. Raises `CaseRefusal`."""
    present = rota(tx, person_id, unit_id)
    if weekday not in WEEKDAYS or (
        member_id is not None and member_id not in {member.person_id for member in present.members}
    ):
        raise CaseRefusal("case-unknown")
    before = present.days.get(weekday)
    set_duty(tx, unit_id, weekday, member_id)
    record(
        tx,
        person_id,
        "duty-changed",
        f"unit:{unit_id}",
        before={"weekday": weekday, "person": before.person_id if before else None},
        after={"weekday": weekday, "person": member_id},
    )
