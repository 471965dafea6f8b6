"""The real bot on the playground within this process, so that a test moves its clock; with people who hold roles."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import Connection, select

from conversations import ALL, HOME
from feedbackbot.assistant import Assistant
from feedbackbot.clock import ShiftedClock
from feedbackbot.domain.people.roles import Role
from feedbackbot.jobs.cases import case_jobs
from feedbackbot.playground.city import Playground
from feedbackbot.playground.person import Person
from feedbackbot.settings import load_settings
from feedbackbot.storage.people.contacts import find_chat
from feedbackbot.storage.people.roles import add_grant
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.tables import unit
from feedbackbot.wiring import assemble
from tests.endtoend.prepared import load_units


@asynccontextmanager
async def office_bot(city: Playground, database_url: str, clock: ShiftedClock) -> AsyncIterator[Assistant]:
    """Up and taking updates."""
    await load_units(database_url)
    settings = load_settings(
        None,
        telegram_token=city.token,
        telegram_api_url=city.url,
        database_url=database_url,
        secret_key="k" * 40,
        web_port=0,
        rate_overall=5000,
        rate_per_chat=1000,
        burst_per_chat=100,
    )
    assistant = assemble(settings, ALL, HOME, now=clock)
    await assistant.start(serve_web=False)
    try:
        yield assistant
    finally:
        await assistant.stop()


async def with_role(
    city: Playground, assistant: Assistant, name: str, role: Role, code: str | None = "disdukcapil"
) -> Person:
    """Somebody of the staff, of a unit or (None) of the whole city."""
    person = await city.person(name)
    await person.starts()
    await person.hears()

    def grant(connection: Connection) -> None:
        tx = Transaction(connection, assistant.runtime.now(), assistant.runtime.settings)
        found = find_chat(tx, "telegram", str(person.id))
        assert found is not None
        where = tx.run(select(unit.c.id).where(unit.c.code == code)).scalar() if code else None
        add_grant(tx, found[0].person_id, role, where)

    await assistant.runtime.database.write(grant)
    return person


async def run_clock(assistant: Assistant) -> dict[str, int]:
    """The job of the case clock, once."""
    jobs = case_jobs()
    return await next(job for job in jobs if job.name == "case_clock").work(assistant.runtime)
