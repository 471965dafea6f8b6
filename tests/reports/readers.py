"""Sekadau's published answers, and whoever may read what comes of them."""

from datetime import UTC, datetime

from feedbackbot.data import sekadau_answers
from feedbackbot.domain.people.roles import Role
from feedbackbot.reports.figures import report_unit
from feedbackbot.storage.people.roles import add_grant
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.survey.rate_unit import begin_rating, submit_rating
from tests.talk import Talk, Talker

JULY = datetime(2026, 7, 15, 3, 0, tzinfo=UTC)
AUGUST = datetime(2026, 8, 3, 3, 0, tzinfo=UTC)


async def rate_all(talk: Talk, unit: str = "disdukcapil", start: int = 10_000) -> None:
    """Sekadau's 49 published respondents."""

    def work(tx: Transaction) -> None:
        found = report_unit(tx, unit)
        assert found is not None
        for number, answers in enumerate(sekadau_answers()):
            rating = begin_rating(tx, start + number, found.id, None, "memory", None, answers)
            submit_rating(tx, start + number, rating)

    await talk.work(work)


async def with_role(talk: Talk, name: str, role: Role, unit: str | None = None) -> Talker:
    person = talk.person(name)
    await person.types("/mulai")
    person_id = (await person.contact()).person_id

    def work(tx: Transaction) -> None:
        found = report_unit(tx, unit) if unit else None
        add_grant(tx, person_id, role, found.id if found else None)

    await talk.work(work)
    return person
