"""A unit with a weak element, its staff and their training."""

import random
from datetime import UTC, datetime, timedelta

from sqlalchemy import insert, select

from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.training.catalogue import Mode, SessionDraft, Skill, TrainingDraft, TrainingKind
from feedbackbot.storage.improvement.improvements import Improvement, improvements
from feedbackbot.storage.people.roles import add_grant
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.training.attendance import BY_CODE, mark_present
from feedbackbot.storage.training.tables import training_session
from feedbackbot.storage.training.trainings import add_training
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.survey.rate_unit import begin_rating, submit_rating
from tests.talk import Clock, Talk, Talker

UNIT = 1
START = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)  # a Monday, ten in the morning


async def rate(talk: Talk, unit_id: int, mean_of_waktu: float, people: int = 40) -> None:
    """Ratings with a spread: threes and fours, and so fast a service as is asked for."""
    chance = random.Random(f"{unit_id}:{talk.now()}")

    def work(tx: Transaction) -> None:
        for number in range(people):
            person = unit_id * 1_000_000 + int(talk.now().timestamp()) % 100_000 * 100 + number
            answers = {key: chance.choice((3, 4)) for key in ELEMENT_KEYS}
            answers["waktu"] = int(mean_of_waktu) + (chance.random() < mean_of_waktu % 1)
            submit_rating(tx, person, begin_rating(tx, person, unit_id, None, "memory", None, answers))

    await talk.work(work)


async def with_role(talk: Talk, name: str, role: Role, unit_id: int | None = UNIT) -> Talker:
    person = talk.person(name)
    await person.types("/mulai")
    person_id = (await person.contact()).person_id
    await talk.run(add_grant, person_id, role, unit_id)
    return person


async def hire(talk: Talk, unit_id: int = UNIT, people: int = 3, person_id: int | None = None) -> None:
    def work(tx: Transaction) -> None:
        for number in range(people):
            row = {"nip": f"{unit_id:09}{number:09}", "kind": "pns", "name": "Fajar", "active": True}
            linked = {"person_id": person_id if number == 0 else None}
            times = {"created_at": tx.now, "changed_at": tx.now}
            tx.run(insert(employee), {**row, **linked, **times, "unit_id": unit_id})

    await talk.work(work)


async def offer_training(talk: Talk) -> int:
    starts = talk.now() + timedelta(days=10)
    draft = TrainingDraft(
        title="Layanan cepat",
        kind=TrainingKind.TECHNICAL,
        skill=Skill.TECHNICAL,
        mode=Mode.CLASSROOM,
        form="BIMTEK",
        jp=4,
        institution="",
        element="waktu",
        seats=None,
        register_until=None,
        sessions=(SessionDraft(starts, starts + timedelta(hours=3)),),
    )
    return await talk.run(add_training, draft, None)


async def comes(talk: Talk, clock: Clock, unit_id: int = UNIT) -> None:
    """Somebody of the unit is at the training's one session, ten days from now."""

    clock.passes(days=10)
    await talk.work(lambda tx: also_comes(tx, unit_id))


async def cases(talk: Talk) -> list[Improvement]:
    return await talk.run(improvements)


def also_comes(tx: Transaction, unit_id: int) -> None:
    session_id = tx.run(select(training_session.c.id)).scalars().first()
    who = tx.run(select(employee.c.id).where(employee.c.unit_id == unit_id)).scalars().first()
    assert session_id is not None and who is not None
    mark_present(tx, session_id, who, BY_CODE)
