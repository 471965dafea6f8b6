"""What concerns all participants is said some at a time: killed at each step and begun again, all are told, and nobody twice."""

from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.training.catalogue import SessionDraft
from feedbackbot.jobs.job import until_done
from feedbackbot.storage.training.invitation_tables import invitation_round
from feedbackbot.storage.training.tables import (
    course,
    course_progress,
)
from feedbackbot.usecases.training import inviting
from feedbackbot.usecases.training.edit_training import cancel_training, reschedule
from feedbackbot.usecases.training.inviting import send_invitations
from feedbackbot.usecases.training.reminding import remind, remind_learners
from feedbackbot.usecases.training.tell_change import tell_changes
from tests.slices import killed_at_each_step
from tests.staff.personnel import DAY, HOUR, Personnel
from tests.training.slices.some import PEOPLE, SLICE, once_each, seat_all, told


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
