"""Whatever people and admins do in whatever order: the database never holds more seats than there are, and nobody overtakes."""

import asyncio
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from feedbackbot.domain.people.roles import Role
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.training.tables import enrolment, training
from feedbackbot.usecases.training.edit_training import change_seat_count
from feedbackbot.usecases.training.rsvp import give_back, join_waiting, say_no, say_yes
from feedbackbot.usecases.training.seats import expire_due_offers
from tests.builders import sqlite_in, talk_in
from tests.staff.office import Office
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
        office = Office(await talk_in(database, clock), clock)
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


async def do(office: Office, people: list[int], admin: int, number: int, act: str, value: int) -> None:
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


async def holds(office: Office, number: int) -> None:
    seats = (await office.rows(select(training.c.seats).where(training.c.id == number)))[0][0]
    rows = await office.rows(
        select(enrolment.c.state, enrolment.c.queued).where(enrolment.c.training_id == number)
    )
    taken = [row for row in rows if row[0] in ("seated", "offered")]
    waiting = [row[1] for row in rows if row[0] == "waiting"]
    offered = [row[1] for row in rows if row[0] == "offered"]
    assert len(taken) <= seats
    assert len(set(waiting)) == len(waiting)
    assert not waiting or len(taken) == seats, "a seat is free while somebody waits"
    assert not waiting or all(place < min(waiting) for place in offered), "somebody was overtaken"


@settings(max_examples=25, deadline=None)
@given(st.lists(_ACTS, min_size=1, max_size=14))
def test_seats_hold_under_any_interleaving(acts: list[tuple[str, int]]) -> None:
    asyncio.run(play(acts))
