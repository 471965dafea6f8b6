"""Reminders: each once, at their time, never after the person has acted, none for what is off."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.training.catalogue import SessionDraft
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.training.tables import reminder_sent, training_session
from feedbackbot.usecases.training.edit_training import cancel_training, reschedule
from feedbackbot.usecases.training.reminding import due_reminders, send_reminders
from tests.staff.personnel import DAY, HOUR, Personnel


async def sent(office: Personnel) -> dict[str, int]:
    rows = await office.rows(
        select(reminder_sent.c.key, func.count())
        .where(reminder_sent.c.key != "invitation")
        .group_by(reminder_sent.c.key)
    )
    found: dict[str, int] = {}
    for key, count in rows:
        rung = key.split("/")[0]
        found[rung] = found.get(rung, 0) + count
    return found


async def hourly(office: Personnel, hours: int) -> None:
    """The job runs every hour, at night too."""
    for _ in range(hours):
        office.clock.passes(hours=1)
        await office.reminds()


@pytest.fixture
async def number(office: Personnel) -> int:
    await office.employs(2)
    await office.links(0, 1)
    number = await office.offers(seats=5, days=10)
    await office.invites(number)
    return number


async def test_each_rung_goes_once_to_whom_it_concerns(office: Personnel, number: int) -> None:
    await office.linked[0].sends_tap(f"!undangan/{number}.ya")
    await hourly(office, 24 * 11)
    assert await sent(office) == {"no-answer": 1, "h-7": 1, "h-1": 1, "hour": 1, "missed": 1}


async def test_who_acts_between_plan_and_sending_gets_nothing(office: Personnel, number: int) -> None:
    office.clock.passes(days=3, hours=1)
    planned = list(await office.do(due_reminders))
    assert len(planned) == 2
    await office.linked[0].sends_tap(f"!undangan/{number}.tidak")
    assert await office.do(send_reminders, planned) == 1


async def test_who_found_no_seat_is_not_told_to_answer(office: Personnel) -> None:
    await office.employs(2)
    first, second = await office.links(0, 1)
    number = await office.offers(seats=1, days=10)
    await office.invites(number)
    await first.sends_tap(f"!undangan/{number}.ya")
    await second.sends_tap(f"!undangan/{number}.ya")
    await hourly(office, 24 * 4)
    assert "no-answer" not in await sent(office)


async def test_two_schedulers_at_once_send_once(office: Personnel, number: int) -> None:
    office.clock.passes(days=3, hours=1)
    planned = list(await office.do(due_reminders))
    assert await office.do(send_reminders, planned) == 2
    assert await office.do(send_reminders, planned) == 0


async def test_nothing_is_due_at_night(office: Personnel, number: int) -> None:
    office.clock.passes(days=3, hours=12)  # ten in the evening
    assert await office.do(due_reminders) == {}


async def test_an_answer_takes_back_what_waits_in_the_outbox(office: Personnel, number: int) -> None:
    office.clock.passes(days=3, hours=1)
    await office.reminds()
    assert any("belum Anda jawab" in text for text in await office.letters("Pegawai 0"))
    await office.linked[0].sends_tap(f"!undangan/{number}.ya")
    assert not any("belum Anda jawab" in text for text in await office.letters("Pegawai 0"))


async def test_a_cancelled_training_is_told_at_once_and_never_reminded(
    office: Personnel, number: int
) -> None:
    await office.linked[0].sends_tap(f"!undangan/{number}.ya")
    admin = await office.grants("Zulfikar", Role.PROGRAMME_ADMIN)
    admin_id = (await admin.contact()).person_id
    assert await office.do(cancel_training, admin_id, number) == 1
    assert any("dibatalkan" in text for text in await office.letters("Pegawai 0"))
    await hourly(office, 24 * 11)
    assert await sent(office) == {}
    await office.linked[1].sends_tap(f"!undangan/{number}.ya")
    assert "dibatalkan" in office.linked[1].notice


async def test_a_moved_session_begins_its_reminders_anew(office: Personnel, number: int) -> None:
    await office.linked[0].sends_tap(f"!undangan/{number}.ya")
    await hourly(office, 24 * 4)
    assert (await sent(office))["h-7"] == 1
    admin = await office.grants("Zulfikar", Role.PROGRAMME_ADMIN)
    admin_id = (await admin.contact()).person_id
    session, starts = (await office.rows(select(training_session.c.id, training_session.c.starts_at)))[0]
    later = starts + 14 * DAY
    draft = SessionDraft(later, later + 3 * HOUR, "Aula lain")
    await office.do(reschedule, admin_id, session, draft)
    assert any("berubah jadwal" in text for text in await office.letters("Pegawai 0"))
    await hourly(office, 24 * 14)
    assert (await sent(office))["h-7"] == 2
    assert (await office.rows(select(training_session.c.sequence)))[0][0] == 1


async def test_a_full_week_puts_a_reminder_off_and_its_time_lets_it_fall(
    office: Personnel, number: int
) -> None:
    """The policy decides; the ladder has done its part when the row is in the outbox."""
    await office.linked[0].sends_tap(f"!undangan/{number}.ya")
    office.clock.now += timedelta(days=3, hours=1)
    assert await office.reminds() >= 1
    assert await office.reminds() == 0


async def test_what_the_policy_dropped_is_not_marked_as_sent_and_is_tried_again(
    office: Personnel, number: int
) -> None:
    await office.linked[0].sends_tap(f"!undangan/{number}.ya")
    await office.linked[1].sends_tap(f"!undangan/{number}.tidak")
    office.clock.passes(days=9, hours=1)
    assert await office.reminds() == 1
    assert await office.reminds() == 0
    reminder = outbox.c.once_key.like("remind:%")
    await office.do(lambda tx: tx.run(update(outbox).where(reminder).values(state=State.DROPPED)))
    assert await office.reminds() == 1
    assert await office.reminds() == 0
    assert await sent(office) == {"h-1": 1}


async def test_a_reminder_of_the_sessions_own_day_goes_by_rules_outside_the_weekly_cap(
    office: Personnel, number: int
) -> None:
    await office.linked[0].sends_tap(f"!undangan/{number}.ya")
    await office.linked[1].sends_tap(f"!undangan/{number}.tidak")
    office.clock.passes(days=10, hours=-1)
    assert await office.reminds() == 1
    kinds = await office.rows(select(outbox.c.kind).where(outbox.c.once_key.like("remind:%")))
    assert kinds == [("session-day",)]


async def test_who_switched_reminders_off_is_not_planned_for(office: Personnel, number: int) -> None:
    await office.linked[0].sends_tap("!langganan/training-reminders")
    office.clock.passes(days=3, hours=1)
    assert len(await office.do(due_reminders)) == 1
