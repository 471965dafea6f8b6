"""Two processes and 200 people who say yes in the same moment: 30 seats are 30 seats."""

import asyncio
import multiprocessing
from concurrent.futures import ProcessPoolExecutor

from feedbackbot.storage.database import open_database
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.training.rsvp import join_waiting, say_yes
from tests.builders import test_settings
from tests.staff.personnel import Personnel
from tests.talk import Clock

PEOPLE, SEATS = 200, 30


def answer_in_a_process(url: str, training: int, people: list[int]) -> int:
    """All of them at once; who finds no seat joins the waiting list. Returns how many were seated."""
    return asyncio.run(_answer(url, training, people))


async def _answer(url: str, training: int, people: list[int]) -> int:
    database = open_database(url, synchronous="NORMAL", pool=8)

    async def one(person: int) -> bool:
        def work(connection: object) -> bool:
            tx = Transaction(connection, Clock()(), test_settings())  # type: ignore[arg-type]
            standing = say_yes(tx, person, training)
            if standing.full:
                join_waiting(tx, person, training)
            return not standing.full

        return await database.write(work)

    try:
        return sum(await asyncio.gather(*(one(person) for person in people)))
    finally:
        await database.close()


async def test_two_processes_give_each_seat_once(office: Personnel, database_url: str) -> None:
    await office.employs(PEOPLE)
    people = []
    for person in await office.links(*range(PEOPLE)):
        people.append((await person.contact()).person_id)
    training = await office.offers(seats=SEATS)
    await office.invites(training)
    loop = asyncio.get_running_loop()
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])  # else each process reads the whole bot
    with ProcessPoolExecutor(2, mp_context=context) as pool:
        seated = await asyncio.gather(
            *(
                loop.run_in_executor(pool, answer_in_a_process, database_url, training, people[half::2])
                for half in (0, 1)
            )
        )
    assert sum(seated) == SEATS
    assert await office.states(training) == {"seated": SEATS, "waiting": PEOPLE - SEATS}
    from sqlalchemy import select

    from feedbackbot.storage.training.tables import enrolment

    queue = [
        row[0] for row in await office.rows(select(enrolment.c.queued).where(enrolment.c.state == "waiting"))
    ]
    assert sorted(queue) == list(range(1, PEOPLE - SEATS + 1))
