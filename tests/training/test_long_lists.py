"""A training for which many wait or were offered a seat: head and tail are read, never the whole list, and what is left goes on later."""

import pytest
from sqlalchemy import select, update

from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.training.tables import enrolment
from feedbackbot.storage.training.trainings import lock_training
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.training import seats
from feedbackbot.usecases.training.edit_training import change_seat_count
from feedbackbot.usecases.training.seats import offer_free_seats
from tests.slices import killed_at_each_step
from tests.staff.personnel import DAY, Personnel

PEOPLE, SLICE = 7, 2


@pytest.fixture(autouse=True)
def small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("_EXPIRED_AT_ONCE", "_OFFERED_AT_ONCE", "_WITHDRAWN_AT_ONCE"):
        monkeypatch.setattr(seats, name, SLICE)


@pytest.fixture
async def number(office: Personnel) -> int:
    """Everybody has a chat, and all the seats that there are were offered to them, in the order of the staff."""
    await office.employs(PEOPLE)
    await office.links(*range(PEOPLE))
    number = await office.offers(seats=PEOPLE, days=10)
    await office.invites(number)
    held = {"state": "offered", "offered_until": office.clock.now + DAY, "queued": enrolment.c.id}
    await office.do(lambda tx: tx.run(update(enrolment).values(**held)))
    return number


async def less_seats(office: Personnel, number: int, seats: int) -> None:
    admin = await office.grants("Zulfikar", Role.PROGRAMME_ADMIN)
    await office.do(change_seat_count, (await admin.contact()).person_id, number, seats)


async def offered(office: Personnel) -> list[int]:
    rows = await office.rows(
        select(enrolment.c.id).where(enrolment.c.state == "offered").order_by(enrolment.c.queued)
    )
    return [row[0] for row in rows]


async def test_offers_that_do_not_fit_any_more_are_withdrawn_some_at_a_time_the_latest_first(
    office: Personnel, number: int
) -> None:
    await less_seats(office, number, 1)
    assert await offered(office) == [1, 2, 3, 4, 5], "the tap withdraws the last two"
    killed, _ = await killed_at_each_step(office.talk.runtime, offer_free_seats)
    assert killed >= 1
    assert await offered(office) == [1]
    assert await office.states(number) == {"offered": 1, "waiting": PEOPLE - 1}
    told = await office.rows(
        select(outbox.c.address_id).where(
            outbox.c.notice == "training-offer-ended", outbox.c.body.is_not(None)
        )
    )
    assert len(told) == len(set(told)) == PEOPLE - 1
    assert await offer_free_seats(office.talk.runtime) == {"offered": 0, "withdrawn": 0}


async def test_who_takes_an_offer_that_is_still_to_be_withdrawn_waits_in_front(
    office: Personnel, number: int
) -> None:
    await less_seats(office, number, 1)
    await office.linked[2].sends_tap(f"!undangan/{number}.ya")
    assert "daftar tunggu" in f"{office.linked[2].notice} {office.linked[2].said()}"
    await office.linked[0].sends_tap(f"!undangan/{number}.ya")
    await offer_free_seats(office.talk.runtime)
    assert await office.states(number) == {"seated": 1, "waiting": PEOPLE - 1}
    [first] = await office.rows(
        select(enrolment.c.employee_id).where(enrolment.c.state == "waiting").order_by(enrolment.c.queued).limit(1)
    )  # fmt: skip
    assert first == (2,)


async def test_of_a_long_waiting_list_the_head_is_read_and_the_rest_counted(
    office: Personnel, number: int
) -> None:
    await office.do(lambda tx: tx.run(update(enrolment).values(state="waiting")))

    def looked_at(tx: Transaction) -> tuple[list[int], int, int]:
        training = lock_training(tx, number)
        assert training is not None
        listed, others = seats._enrolled(tx, training, 6)
        return sorted(listed), others.ahead, others.waiting

    assert await office.do(looked_at) == ([1, 2, 6], 3, 4)
