"""People in their seats, and what they show for it."""

from sqlalchemy import select

from feedbackbot.domain.training.attendance_code import attendance_code
from feedbackbot.storage.training.tables import certificate
from feedbackbot.usecases.training.completion import close_trainings
from tests.staff.personnel import Personnel


async def seated(office: Personnel, people: int = 2) -> int:
    """A training tomorrow at the same hour, with everybody seated."""
    await office.employs(people)
    number = await office.offers(days=1, seats=None)
    for person in await office.links(*range(people)):
        await person.sends_tap(f"!undangan/{number}.ya")
    return number


def code_now(office: Personnel, session: int = 1) -> str:
    return attendance_code(office.talk.settings.require_key(), session, office.clock.now)


async def certified(office: Personnel) -> str:
    """The code of a certificate that somebody earned."""
    await seated(office, 1)
    office.clock.passes(days=1)
    await office.linked[0].types(f"/hadir {code_now(office)}")
    office.clock.passes(hours=5)
    await close_trainings(office.talk.runtime)
    return str((await office.rows(select(certificate.c.code)))[0][0])
