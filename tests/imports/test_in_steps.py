"""A sheet is taken over in small steps beside the citizens, and wholly in the end whoever dies on the way."""

import pytest
from sqlalchemy import select

from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.staff.tables import employee
from feedbackbot.usecases.imports.carry_out_import import (
    ImportKind,
    SentFile,
    dry_run,
    import_by_id,
    next_import,
    receive,
)
from feedbackbot.usecases.imports.take_over_in_steps import plan_beside, take_over_in_steps
from tests.slices import Killed, dying
from tests.staff.personnel import Personnel, row_of, sheet_of


async def test_what_a_dead_process_left_undone_is_done_by_the_next_run(office: Personnel) -> None:
    await office.employs(250)
    runtime = office.talk.runtime
    sheet = sheet_of(
        [row_of(n, Jabatan="Kepala seksi") for n in range(120)] + [row_of(n) for n in range(300, 620)]
    )
    with pytest.raises(Killed):
        await take_over_in_steps(dying(runtime, 3), sheet, None)
    plan = await take_over_in_steps(runtime, sheet, None)
    assert (len(plan.new), len(plan.changed), len(plan.gone)) == (20, 120, 130)
    assert (await plan_beside(runtime, sheet)).changes_nothing
    active = await office.rows(select(employee.c.nip).where(employee.c.active))
    assert len(active) == 440


async def test_two_processes_at_once_take_a_sheet_over_once(office: Personnel) -> None:
    runtime = office.talk.runtime
    sheet = sheet_of([row_of(n) for n in range(60)])
    one, other = await plan_beside(runtime, sheet), await plan_beside(runtime, sheet)
    assert one == other
    await take_over_in_steps(runtime, sheet, None)
    from feedbackbot.storage.staff.registry import add_employees

    await runtime.write(lambda tx: add_employees(tx, other.new, {}))
    assert await office.count(employee) == 60


async def test_a_dry_run_is_compared_beside_the_writer_and_shown_once(office: Personnel) -> None:
    """Its one transaction is of one row; killed before it, the next run shows it; a second process shows nothing."""
    await office.employs(30)
    admin = await office.grants("Zulfikar", Role.PROGRAMME_ADMIN)
    admin_id = (await admin.contact()).person_id
    await office.do(receive, admin_id, ImportKind.STAFF, "memory", [SentFile("berkas", "pegawai.csv", 9)])
    found = await office.do(next_import)
    sheet = sheet_of([row_of(n, Jabatan="Kepala seksi") for n in range(20)])
    runtime = office.talk.runtime
    with pytest.raises(Killed):
        await dry_run(dying(runtime, 0), found, sheet, "0" * 64)
    assert await office.do(next_import) == found
    one = dying(runtime, 1)
    assert await dry_run(one, found, sheet, "0" * 64) is True
    assert await dry_run(runtime, found, sheet, "0" * 64) is False
    kept = (await office.do(import_by_id, found.id)).plan
    assert (kept["changed"], kept["gone"]) == (20, 10)
