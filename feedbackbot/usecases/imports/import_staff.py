"""Take a sheet of employees over into the registry: a dry run first, then the same in one transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from feedbackbot.delivery.tell import tell
from feedbackbot.dialogue.understanding import folded
from feedbackbot.domain.staff.compare import Plan, compare
from feedbackbot.domain.staff.notices import NoLongerListed
from feedbackbot.domain.staff.phone import phone_hash
from feedbackbot.domain.staff.read_staff import StaffSheet
from feedbackbot.domain.staff.record import StaffRecord
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.pipeline.command_lists import relist_commands
from feedbackbot.storage.staff.employees import unlink
from feedbackbot.storage.staff.registry import (
    add_employees,
    change_employees,
    end_employees,
    kept_phone,
    name_unit,
    unit_names,
    unplaced_units,
    whole_registry,
)
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import active_units
from feedbackbot.usecases.imports.suspend_roles import leavers, suspend_roles
from feedbackbot.usecases.training.seats import release_seats_of

__all__ = ["name_unit", "plan_import", "take_over", "unplaced_units", "without_phones"]


def without_phones(sheet: StaffSheet, key: bytes) -> StaffSheet:
    """The sheet with each number in the form in which the registry keeps it."""
    rows = tuple(
        replace(row, record=replace(row.record, phone=_kept(row.record.phone, key)))
        if row.record.phone
        else row
        for row in sheet.rows
    )
    return replace(sheet, rows=rows)


def _kept(number: str, key: bytes) -> str:
    return kept_phone(phone_hash(number, key), number[-4:])


def plan_import(tx: Transaction, sheet: StaffSheet, *, whole: bool = True) -> Plan:
    """What taking the sheet over would do; nothing is changed."""
    return compare(
        whole_registry(tx),
        without_phones(sheet, tx.settings.require_key()),
        whole_registry=whole,
        many_gone=tx.settings.import_gone_share,
    )


def take_over(tx: Transaction, sheet: StaffSheet, author_id: int | None, *, whole: bool = True) -> Plan:
    """Carry the plan out: all of it or, where anything fails, nothing. A second time it changes nothing."""
    plan = plan_import(tx, sheet, whole=whole)
    changed = [change.after for change in plan.changed]
    units = known_units(tx, (*plan.new, *changed))
    add_employees(tx, plan.new, units)
    change_employees(tx, changed, units)
    if plan.gone:
        let_go(tx, author_id, plan.gone)
    note_import(tx, author_id, plan)
    return plan


def note_import(tx: Transaction, author_id: int | None, plan: Plan) -> None:
    """In the audit, unless nothing changed."""
    if not plan.changes_nothing:
        counts = {"new": len(plan.new), "changed": len(plan.changed), "gone": len(plan.gone)}
        record(tx, author_id, "staff-imported", "registry", after=counts)


def let_go(tx: Transaction, author_id: int | None, gone: Sequence[StaffRecord]) -> None:
    """They become inactive: their roles rest, their seats go to others, their chats are a citizen's again."""
    nips = [one.nip.digits for one in gone]
    suspend_roles(tx, author_id, leavers(tx, nips))
    people = end_employees(tx, gone)
    release_seats_of(tx, nips)
    for person_id in people:
        unlink(tx, person_id)
        relist_commands(tx, person_id)
        tell(tx, person_id, NoLongerListed())


def known_units(tx: Transaction, records: Iterable[StaffRecord]) -> dict[str, int]:
    """Unit id by each name or reference of these records that means a unit of the city."""
    named = unit_names(tx)
    by_name: dict[str, int] = {}
    for unit in active_units(tx):
        for name in (unit.code, unit.name, unit.short_name, *unit.keywords):
            by_name.setdefault(folded(name), unit.id)
    found: dict[str, int] = {}
    for one in records:
        for called in (one.unit_ref, one.unit_name):
            if called and called not in found:
                meant = named.get(called) or by_name.get(folded(called))
                if meant is not None:
                    found[called] = meant
    return found
