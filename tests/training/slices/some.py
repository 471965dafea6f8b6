"""How many at a time, and who was told."""

from sqlalchemy import select, update

from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.training.enrolments import invite_all
from feedbackbot.storage.training.tables import (
    enrolment,
)
from feedbackbot.usecases.training.inviting import send_invitations
from tests.staff.personnel import Personnel

PEOPLE, SLICE = 7, 2


async def invite_everybody(runtime: Runtime, number: int) -> None:
    await runtime.write(lambda tx: invite_all(tx, number, employee.c.id > 0))
    await send_invitations(runtime)


async def told(office: Personnel, notice: str) -> list[int]:
    """Whose addresses have this notice in the outbox, once for each row."""
    found = select(outbox.c.address_id).where(outbox.c.notice == notice, outbox.c.body.is_not(None))
    return [row[0] for row in await office.rows(found)]


async def seat_all(office: Personnel) -> None:
    values = {"state": "seated", "seated_at": office.clock.now}
    await office.do(lambda tx: tx.run(update(enrolment).values(**values)))


def once_each(rows: list[int]) -> bool:
    return len(rows) == len(set(rows)) == PEOPLE
