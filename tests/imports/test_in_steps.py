"""A sheet is taken over in small steps beside the citizens, and wholly in the end whoever dies on the way."""

from typing import Any

import pytest
from sqlalchemy import select

from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.staff.tables import employee
from feedbackbot.usecases.imports.take_over_in_steps import plan_beside, take_over_in_steps
from tests.staff.office import Office, row_of, sheet_of


class Dying(Runtime):
    """Does so many writes, and no more."""

    left = 3

    async def write(self, work: Any) -> Any:
        if self.left == 0:
            raise ConnectionError("killed")
        self.left -= 1
        return await super().write(work)


async def test_what_a_dead_process_left_undone_is_done_by_the_next_run(office: Office) -> None:
    await office.employs(250)
    runtime = office.talk.runtime
    sheet = sheet_of(
        [row_of(n, Jabatan="Kepala seksi") for n in range(120)] + [row_of(n) for n in range(300, 620)]
    )
    with pytest.raises(ConnectionError):
        await take_over_in_steps(Dying(runtime.database, runtime.now, runtime.settings), sheet, None)
    plan = await take_over_in_steps(runtime, sheet, None)
    assert (len(plan.new), len(plan.changed), len(plan.gone)) == (20, 120, 130)
    assert (await plan_beside(runtime, sheet)).changes_nothing
    active = await office.rows(select(employee.c.nip).where(employee.c.active))
    assert len(active) == 440


async def test_two_processes_at_once_take_a_sheet_over_once(office: Office) -> None:
    runtime = office.talk.runtime
    sheet = sheet_of([row_of(n) for n in range(60)])
    one, other = await plan_beside(runtime, sheet), await plan_beside(runtime, sheet)
    assert one == other
    await take_over_in_steps(runtime, sheet, None)
    from feedbackbot.storage.staff.registry import add_employees

    await runtime.write(lambda tx: add_employees(tx, other.new, {}))
    assert await office.count(employee) == 60
