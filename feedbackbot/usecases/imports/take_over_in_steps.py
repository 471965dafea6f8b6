"""Take a sheet over while citizens rate: read in parts, compared in a thread, written in steps of some milliseconds.

A process that dies half-way leaves a registry that is partly new and an import that still waits: the next run compares again and does
the rest, so in the end all of it is taken over, once.
"""

import asyncio

from feedbackbot.domain.staff.compare import Plan, compare
from feedbackbot.domain.staff.read_staff import StaffSheet
from feedbackbot.domain.staff.record import StaffRecord
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.staff.registry import add_employees, change_employees, registry_part
from feedbackbot.usecases.imports.import_staff import known_units, let_go, note_import, without_phones

_READ_AT_ONCE, _WRITTEN_AT_ONCE, _LET_GO_AT_ONCE = 500, 100, 10


async def plan_beside(runtime: Runtime, sheet: StaffSheet, *, whole: bool = True) -> Plan:
    """`plan_import` without a long transaction and without holding up the event loop."""
    known: list[StaffRecord] = []
    after = 0
    while True:
        part, after = await runtime.read(lambda tx, after=after: registry_part(tx, after, _READ_AT_ONCE))  # type: ignore[misc]
        if not part:
            break
        known += part
    settings = runtime.settings

    def work() -> Plan:
        incoming = without_phones(sheet, settings.require_key())
        return compare(known, incoming, whole_registry=whole, many_gone=settings.import_gone_share)

    return await asyncio.to_thread(work)


async def take_over_in_steps(
    runtime: Runtime, sheet: StaffSheet, author_id: int | None, *, whole: bool = True
) -> Plan:
    """Carry the plan out. A second time it changes nothing."""
    plan = await plan_beside(runtime, sheet, whole=whole)
    changed = [change.after for change in plan.changed]
    units = await runtime.read(lambda tx: known_units(tx, (*plan.new, *changed)))
    await runtime.write_in_slices(plan.new, _WRITTEN_AT_ONCE, lambda tx, some: add_employees(tx, some, units))
    await runtime.write_in_slices(
        changed, _WRITTEN_AT_ONCE, lambda tx, some: change_employees(tx, some, units)
    )
    await runtime.write_in_slices(plan.gone, _LET_GO_AT_ONCE, lambda tx, some: let_go(tx, author_id, some))
    await runtime.write(lambda tx: note_import(tx, author_id, plan))
    return plan
