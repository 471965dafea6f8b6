"""Two half years of ratings, and visitors who read of them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import httpx
from sqlalchemy import insert, update
from starlette.applications import Starlette

from feedbackbot.data import sekadau_answers
from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.survey.period import parse_period
from feedbackbot.reports.figures import report_unit
from feedbackbot.storage.cases.recovery_tables import follow_up
from feedbackbot.storage.database import Database
from feedbackbot.storage.people.roles import add_grant
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.tables import unit
from feedbackbot.usecases.reports.publish_results import publish_period
from feedbackbot.usecases.survey.rate_unit import begin_rating, submit_rating
from tests.builders import CATALOGUE, talk_in
from tests.talk import Clock


async def fill(database: Database, clock: Clock) -> None:
    """Two half years of ratings of one unit (the first published), one with too few, one follow-up."""
    talk = await talk_in(database, clock)
    await talk.person("Zulfikar").types("/mulai")
    admin = (await talk.person("Zulfikar").contact()).person_id

    def rate(tx: Transaction, code: str, start: int, most: int = 49) -> None:
        found = report_unit(tx, code)
        assert found is not None
        for number, answers in enumerate(sekadau_answers()[:most]):
            rating = begin_rating(tx, start + number, found.id, None, "memory", None, answers)
            submit_rating(tx, start + number, rating)

    clock.now = datetime(2026, 5, 4, 3, tzinfo=UTC)
    await talk.run(rate, "disdukcapil", 1000, 30)
    clock.now = datetime(2026, 11, 24, 3, tzinfo=UTC)
    await talk.run(rate, "disdukcapil", 2000)
    await talk.run(rate, "bpbd", 3000, 3)

    def more(tx: Transaction) -> None:
        found = report_unit(tx, "disdukcapil")
        assert found is not None
        add_grant(tx, admin, Role.SUPERADMIN, None)
        assert publish_period(tx, CATALOGUE, admin, parse_period("2026-S1")) == 1
        said = {"unit_id": found.id, "element": "waktu", "words": "Kami menambah <satu> loket.", "at": tx.now}
        tx.run(insert(follow_up), {**said, "author_id": admin, "told_up_to": None})
        tx.run(update(unit).where(unit.c.id == found.id).values(yearly_visitors=20_000))

    await talk.work(more)


@asynccontextmanager
async def visitor(app: Starlette, **headers: str) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://city", headers=headers) as client:
        yield client
