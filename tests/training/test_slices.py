"""What concerns all participants is written some at a time: killed at each step and begun again, all is done, and nothing twice."""

import pytest
from sqlalchemy import select, update

from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.training.catalogue import SessionDraft
from feedbackbot.jobs.job import until_done
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.training.invitation_tables import invitation_round
from feedbackbot.storage.training.tables import (
    attendance,
    certificate,
    course,
    course_progress,
    enrolment,
    jp_entry,
    training,
    training_session,
)
from feedbackbot.usecases.training import completion, inviting, reminding, seats, tell_change
from feedbackbot.usecases.training.attending import correct
from feedbackbot.usecases.training.completion import close_trainings, settle_some
from feedbackbot.usecases.training.edit_training import cancel_training, change_seat_count, reschedule
from feedbackbot.usecases.training.inviting import send_invitations
from feedbackbot.usecases.training.reminding import remind, remind_learners
from feedbackbot.usecases.training.seats import expire_due_offers, offer_free_seats
from feedbackbot.usecases.training.tell_change import tell_changes
from tests.slices import killed_at_each_step
from tests.staff.personnel import DAY, HOUR, Personnel

PEOPLE, SLICE = 7, 2


@pytest.fixture(autouse=True)
def small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name in (
        (completion, "_SETTLED_AT_ONCE"),
        (inviting, "_INVITED_AT_ONCE"),
        (inviting, "_SPREAD_AT_ONCE"),
        (reminding, "_REMINDED_AT_ONCE"),
        (reminding, "_LEARNERS_AT_ONCE"),
        (seats, "_EXPIRED_AT_ONCE"),
        (seats, "_LAPSED_AT_ONCE"),
        (seats, "_OFFERED_AT_ONCE"),
        (tell_change, "_TOLD_AT_ONCE"),
        (tell_change, "_DROPPED_AT_ONCE"),
    ):
        monkeypatch.setattr(module, name, SLICE)


@pytest.fixture
async def number(office: Personnel) -> int:
    """Everybody is invited and has a chat."""
    await office.employs(PEOPLE)
    await office.links(*range(PEOPLE))
    number = await office.offers(seats=PEOPLE, days=10)
    killed, _ = await killed_at_each_step(office.talk.runtime, lambda runtime: _invite(runtime, number))
    assert killed >= 2
    return number


async def _invite(runtime: object, number: int) -> None:
    from feedbackbot.storage.staff.tables import employee
    from feedbackbot.storage.training.enrolments import invite_all

    await runtime.write(lambda tx: invite_all(tx, number, employee.c.id > 0))  # type: ignore[attr-defined]
    await send_invitations(runtime)  # type: ignore[arg-type]


async def told(office: Personnel, notice: str) -> list[int]:
    """Whose addresses have this notice in the outbox, once for each row."""
    found = select(outbox.c.address_id).where(outbox.c.notice == notice, outbox.c.body.is_not(None))
    return [row[0] for row in await office.rows(found)]


async def seat_all(office: Personnel) -> None:
    values = {"state": "seated", "seated_at": office.clock.now}
    await office.do(lambda tx: tx.run(update(enrolment).values(**values)))


def once_each(rows: list[int]) -> bool:
    return len(rows) == len(set(rows)) == PEOPLE


async def test_everybody_is_invited_and_reminded_once(office: Personnel, number: int) -> None:
    assert once_each(await told(office, "training-invitation"))
    office.clock.passes(days=3, hours=1)
    killed, _ = await killed_at_each_step(office.talk.runtime, remind)
    assert killed >= 2
    assert once_each(await told(office, "training-early-reminder"))


async def test_who_answers_between_two_slices_is_not_invited_any_more(office: Personnel, number: int) -> None:
    waiting = await office.do(lambda tx: inviting.uninvited(tx, 500))
    assert waiting == []
    other = await office.offers(seats=None, days=12)
    from feedbackbot.storage.staff.tables import employee
    from feedbackbot.storage.training.enrolments import invite_all

    await office.do(lambda tx: invite_all(tx, other, employee.c.id > 0))
    waiting = await office.do(lambda tx: inviting.uninvited(tx, 500))
    await office.linked[0].sends_tap(f"!undangan/{other}.tidak")
    assert await office.do(inviting.invite_some, waiting) == PEOPLE - 1


async def test_a_cancelled_training_is_told_to_all_once_and_what_waited_is_taken_back(
    office: Personnel, number: int
) -> None:
    await seat_all(office)
    office.clock.passes(days=3, hours=1)
    await remind(office.talk.runtime)
    admin = await office.grants("Zulfikar", Role.PROGRAMME_ADMIN)
    admin_id = (await admin.contact()).person_id
    assert await office.do(cancel_training, admin_id, number) == PEOPLE, "the tap says how many will be told"
    assert len(await told(office, "training-cancelled")) == 0 < len(await told(office, "training-invitation"))
    killed, _ = await killed_at_each_step(office.talk.runtime, tell_changes)
    assert killed >= 2
    assert once_each(await told(office, "training-cancelled"))
    assert await told(office, "training-invitation") == []
    assert await tell_changes(office.talk.runtime) == {"rows": 0}


async def test_a_move_while_a_move_is_told_is_told_to_all_anew_and_invitations_stay(
    office: Personnel, number: int
) -> None:
    await seat_all(office)
    admin = await office.grants("Zulfikar", Role.PROGRAMME_ADMIN)
    admin_id = (await admin.contact()).person_id
    later = office.clock.now + 20 * DAY
    for place in ("Aula lain", "Aula ketiga"):
        draft = SessionDraft(later, later + 3 * HOUR, place)
        assert await office.do(reschedule, admin_id, 1, draft) == PEOPLE
        assert len(await told(office, "training-moved")) % PEOPLE in (SLICE, 2 * SLICE)
    await killed_at_each_step(office.talk.runtime, tell_changes)
    assert len(set(await told(office, "training-moved"))) == PEOPLE
    assert once_each(await told(office, "training-invitation"))


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


async def test_a_lesson_a_day_comes_once_a_day(office: Personnel, number: int) -> None:
    def learn(tx: object) -> None:
        row = {
            "training_id": number,
            "file": "k.md",
            "body": "",
            "version": 1,
            "changed_at": office.clock.now,
        }
        tx.run(course.insert().values(row))  # type: ignore[attr-defined]
        some = [
            {
                "training_id": number,
                "employee_id": n + 1,
                "lessons": 0,
                "daily": True,
                "started_at": office.clock.now,
            }
            for n in range(PEOPLE)
        ]
        tx.run(course_progress.insert(), some)  # type: ignore[attr-defined]

    await office.do(learn)
    killed, _ = await killed_at_each_step(office.talk.runtime, until_done(remind_learners))
    assert killed >= 2
    assert once_each(await told(office, "training-lesson-reminder"))


async def test_an_audience_is_invited_some_at_a_time_each_once(office: Personnel) -> None:
    await office.employs(PEOPLE)
    await office.links(*range(PEOPLE))
    number = await office.offers(seats=PEOPLE, days=10)
    admin_id = (await (await office.grants("Zulfikar", Role.PROGRAMME_ADMIN)).contact()).person_id
    assert await office.do(inviting.invite, admin_id, number, inviting.Audience()) == PEOPLE
    assert await office.states(number) == {"invited": SLICE}, "the tap invites the first"
    killed, _ = await killed_at_each_step(office.talk.runtime, send_invitations)
    assert killed >= 2
    assert await office.states(number) == {"invited": PEOPLE}
    assert once_each(await told(office, "training-invitation"))
    assert await office.count(invitation_round) == 0


async def test_an_audience_of_a_training_that_is_cancelled_meanwhile_is_invited_no_further(
    office: Personnel,
) -> None:
    await office.employs(PEOPLE)
    number = await office.offers(seats=PEOPLE, days=10)
    admin_id = (await (await office.grants("Zulfikar", Role.PROGRAMME_ADMIN)).contact()).person_id
    await office.do(inviting.invite, admin_id, number, inviting.Audience())
    await office.do(cancel_training, admin_id, number)
    await send_invitations(office.talk.runtime)
    assert await office.states(number) == {"invited": SLICE}
    assert await office.count(invitation_round) == 0


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
