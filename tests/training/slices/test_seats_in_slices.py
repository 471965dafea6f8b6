"""Seats are offered, let go and settled some at a time: killed at each step and begun again, each once."""

from sqlalchemy import select, update

from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.training.tables import (
    attendance,
    certificate,
    enrolment,
    jp_entry,
    training,
    training_session,
)
from feedbackbot.usecases.training import completion
from feedbackbot.usecases.training.attending import correct
from feedbackbot.usecases.training.completion import close_trainings, settle_some
from feedbackbot.usecases.training.edit_training import cancel_training, change_seat_count
from feedbackbot.usecases.training.seats import expire_due_offers, offer_free_seats
from tests.slices import killed_at_each_step
from tests.staff.personnel import HOUR, Personnel
from tests.training.slices.some import PEOPLE, SLICE, once_each, seat_all, told


async def test_offers_that_ran_out_are_let_go_once_each(office: Personnel, number: int) -> None:
    ran_out = {"state": "offered", "offered_until": office.clock.now - HOUR, "queued": enrolment.c.id}
    await office.do(lambda tx: tx.run(update(enrolment).values(**ran_out)))
    killed, _ = await killed_at_each_step(office.talk.runtime, expire_due_offers)
    assert killed >= 2
    assert await office.states(number) == {"lapsed": PEOPLE}
    assert once_each(await told(office, "training-offer-ended"))


async def attended_by(office: Personnel, *employees: int) -> None:
    """The training is over; these were there."""
    await seat_all(office)
    rows = [{"session_id": 1, "employee_id": one, "at": office.clock.now, "how": "code"} for one in employees]
    await office.do(lambda tx: tx.run(attendance.insert(), rows))
    office.clock.passes(days=11)


async def test_a_training_is_settled_for_all_once_and_closed_last(office: Personnel, number: int) -> None:
    await attended_by(office, *range(1, PEOPLE))  # the last one was not there
    killed, counts = await killed_at_each_step(office.talk.runtime, close_trainings)
    assert killed == PEOPLE // SLICE + 1
    assert counts == {"closed": 1, "completed": PEOPLE - 1, "missed": 1}
    assert await office.count(jp_entry) == await office.count(certificate) == PEOPLE - 1
    assert len(await told(office, "training-completed")) == PEOPLE - 1
    assert await close_trainings(office.talk.runtime) == {"closed": 0, "completed": 0, "missed": 0}


async def test_who_corrects_between_two_slices_settles_the_one_it_concerns(
    office: Personnel, number: int
) -> None:
    """Else the credit of somebody settled in the first slice would stay, or one after it would never come."""
    await attended_by(office, 1, 2)
    trainer = await office.grants("Syarifah", Role.TRAINER)
    await office.do(lambda tx: tx.run(update(training_session).values(starts_at=office.clock.now - 5 * HOUR)))
    all_of_them = await office.do(lambda tx: completion.enrolments_in(tx, number, [completion.State.SEATED]))
    await office.do(settle_some, number, all_of_them[:3])
    admin = await office.grants("Zulfikar", Role.PROGRAMME_ADMIN)
    assert trainer is not admin
    for employee_id in (1, 3):
        was = employee_id == 1
        await office.do(correct, (await admin.contact()).person_id, 1, employee_id, present=not was)
    await close_trainings(office.talk.runtime)
    sums = await office.rows(select(jp_entry.c.employee_id, jp_entry.c.jp))
    total = {who: sum(jp for one, jp in sums if one == who) for who, _ in sums}
    assert total == {1: 0, 2: 4, 3: 4}
    assert await office.count(training, training.c.closed_at.is_not(None)) == 1


async def test_many_more_seats_are_offered_some_at_a_time_longest_waiting_first(
    office: Personnel, number: int
) -> None:
    queue = {"state": "waiting", "queued": enrolment.c.id}
    await office.do(lambda tx: tx.run(update(enrolment).values(**queue)))
    await office.do(lambda tx: tx.run(update(training).values(seats=0)))
    admin_id = (await (await office.grants("Zulfikar", Role.PROGRAMME_ADMIN)).contact()).person_id
    await office.do(change_seat_count, admin_id, number, PEOPLE - 1)
    offered = select(enrolment.c.id).where(enrolment.c.state == "offered").order_by(enrolment.c.id)
    assert [row[0] for row in await office.rows(offered)] == [1, 2], "the tap offers the first"
    killed, _ = await killed_at_each_step(office.talk.runtime, offer_free_seats)
    assert killed >= 1
    assert await office.states(number) == {"offered": PEOPLE - 1, "waiting": 1}
    assert len(await told(office, "training-seat-offered")) == PEOPLE - 1
    assert await offer_free_seats(office.talk.runtime) == {"offered": 0, "withdrawn": 0}
    await office.do(change_seat_count, admin_id, number, None)
    assert await offer_free_seats(office.talk.runtime) == {"offered": 0, "withdrawn": 0}
    assert await office.states(number) == {"offered": PEOPLE}


async def test_offers_of_a_cancelled_training_lapse_some_at_a_time(office: Personnel, number: int) -> None:
    ran_out = {"state": "offered", "offered_until": office.clock.now - HOUR, "queued": enrolment.c.id}
    await office.do(lambda tx: tx.run(update(enrolment).values(**ran_out)))
    admin_id = (await (await office.grants("Zulfikar", Role.PROGRAMME_ADMIN)).contact()).person_id
    await office.do(cancel_training, admin_id, number)
    killed, _ = await killed_at_each_step(office.talk.runtime, expire_due_offers)
    assert killed >= 2
    assert await office.states(number) == {"lapsed": PEOPLE}
