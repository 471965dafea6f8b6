"""Whatever people and admins do in whatever order: the database never holds more seats than there are, and nobody overtakes."""

import asyncio
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from feedbackbot.domain.people.roles import Role
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.training.tables import enrolment, training
from feedbackbot.usecases.training import seats as seats_module
from feedbackbot.usecases.training.edit_training import change_seat_count
from feedbackbot.usecases.training.rsvp import give_back, join_waiting, say_no, say_yes
from feedbackbot.usecases.training.seats import expire_due_offers, offer_free_seats
from tests.builders import sqlite_in, talk_in
from tests.staff.personnel import Personnel
from tests.talk import Clock

PEOPLE = 5
_ACTS = st.one_of(
    st.tuples(st.sampled_from(["yes", "wait", "no", "back"]), st.integers(0, PEOPLE - 1)),
    st.tuples(st.just("seats"), st.integers(1, 4)),
    st.tuples(st.just("hours"), st.integers(1, 30)),
)


async def play(acts: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = await sqlite_in(Path(folder))
        clock = Clock()
        office = Personnel(await talk_in(database, clock), clock)
        await office.employs(PEOPLE)
        people = [(await one.contact()).person_id for one in await office.links(*range(PEOPLE))]
        admin = await office.grants("Zulfikar", Role.PROGRAMME_ADMIN)
        admin_id = (await admin.contact()).person_id
        number = await office.offers(seats=2, days=60)
        await office.invites(number)
        for act, value in acts:
            await do(office, people, admin_id, number, act, value)
            await holds(office, number)
        await database.close()


async def do(office: Personnel, people: list[int], admin: int, number: int, act: str, value: int) -> None:
    try:
        match act:
            case "yes":
                await office.do(say_yes, people[value], number)
            case "wait":
                await office.do(join_waiting, people[value], number)
            case "no":
                await office.do(say_no, people[value], number, None)
            case "back":
                await office.do(give_back, people[value], number)
            case "seats":
                await office.do(change_seat_count, admin, number, value)
            case _:
                office.clock.passes(hours=value)
                await expire_due_offers(office.talk.runtime)
    except FeedbackbotError as refusal:
        assert refusal.key == "training-seats-taken"


async def holds(office: Personnel, number: int) -> None:
    """Once the job has offered and withdrawn what a tap left to it."""
    before = await standing(office, number)
    await offer_free_seats(office.talk.runtime)
    seated = [who for who, (state, _) in before.items() if state == "seated"]
    after = await standing(office, number)
    assert all(after[who][0] == "seated" for who in seated)
    seats = (await office.rows(select(training.c.seats).where(training.c.id == number)))[0][0]
    assert len(seated) <= seats, "somebody took a seat that was not there any more"
    rows = list(after.values())
    taken = [row for row in rows if row[0] in ("seated", "offered")]
    waiting = [row[1] for row in rows if row[0] == "waiting"]
    offered = [row[1] for row in rows if row[0] == "offered"]
    assert len(taken) <= seats
    assert len(set(waiting)) == len(waiting)
    assert not waiting or len(taken) == seats, "a seat is free while somebody waits"
    assert not waiting or all(place < min(waiting) for place in offered), "somebody was overtaken"


async def standing(office: Personnel, number: int) -> dict[int, tuple[str, int]]:
    columns = select(enrolment.c.employee_id, enrolment.c.state, enrolment.c.queued)
    rows = await office.rows(columns.where(enrolment.c.training_id == number))
    return {row[0]: (row[1], row[2]) for row in rows}


@pytest.fixture(autouse=True, scope="module")
def short_lists() -> Iterator[None]:
    """As if all were many: of waiting list and offers only one is looked at a time."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("_EXPIRED_AT_ONCE", "_OFFERED_AT_ONCE", "_WITHDRAWN_AT_ONCE"):
            patch.setattr(seats_module, name, 1)
        yield


@settings(max_examples=25, deadline=None)
@given(st.lists(_ACTS, min_size=1, max_size=14))
def test_seats_hold_under_any_interleaving(acts: list[tuple[str, int]]) -> None:
    asyncio.run(play(acts))
