"""A notice waits as data: language, address and facts are those of the moment in which it is sent."""

from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update

from feedbackbot.dialogue.notices import Say, Speaker
from feedbackbot.domain.training.notices import SeatOffered, TrainingReminder
from feedbackbot.storage.people.tables import address
from feedbackbot.storage.pipeline.outbox import Lane, State, add_message
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.training.tables import training, training_session
from feedbackbot.storage.transaction import Transaction
from tests.deliver import deliver
from tests.staff.personnel import DAY, Personnel
from tests.talk import Talker


@pytest.fixture
async def invited(office: Personnel) -> Talker:
    """Somebody whose invitation waits in the outbox."""
    await office.employs(1)
    [person] = await office.links(0)
    await office.invites(await office.offers(seats=5, days=10))
    person.chat.clear()
    return person


async def row_states(office: Personnel) -> list[tuple[int, str | None]]:
    return [tuple(row) for row in await office.rows(select(outbox.c.state, outbox.c.reason))]


async def test_who_changes_the_language_reads_what_waited_in_the_new_one(
    office: Personnel, invited: Talker
) -> None:
    await invited.types("/bahasa")
    await invited.taps("English")
    invited.chat.clear()
    await deliver(office.talk)
    assert "invited" in invited.chat[-1].text.lower()


async def test_who_has_a_new_phone_reads_it_there(office: Personnel, invited: Talker) -> None:
    def moves(tx: Transaction) -> None:
        [who] = tx.run(select(address.c.person_id).where(address.c.address == invited.name)).scalars()
        tx.run(update(address).where(address.c.address == invited.name).values(gone_at=tx.now))
        fresh = {"person_id": who, "channel": "memory", "address": "new phone", "created_at": tx.now}
        tx.run(insert(address), fresh)

    await office.do(moves)
    await deliver(office.talk)
    assert not invited.chat
    assert "Pelayanan" in office.talk.person("new phone").chat[-1].text


async def test_who_writes_over_another_service_by_then_is_told_by_that_one(
    office: Personnel, invited: Talker
) -> None:
    def moves(tx: Transaction) -> None:
        [who] = tx.run(select(address.c.person_id).where(address.c.address == invited.name)).scalars()
        fresh = {"person_id": who, "channel": "other", "address": "62811", "created_at": tx.now}
        tx.run(insert(address), fresh)

    await office.do(moves)
    assert await deliver(office.talk) == 0
    assert await office.rows(select(outbox.c.channel, outbox.c.state)) == [("other", State.WAITING)]


async def test_a_training_that_was_moved_meanwhile_is_told_at_its_new_time(
    office: Personnel, invited: Talker
) -> None:
    later = office.clock() + 20 * DAY

    def moves(tx: Transaction) -> None:
        tx.run(update(training_session).values(starts_at=later, ends_at=later + timedelta(hours=2)))

    before = invited.name
    await office.do(moves)
    await deliver(office.talk)
    text = office.talk.person(before).chat[-1].text
    assert f"{later + timedelta(hours=7):%-d} Des" in text


async def test_one_that_was_called_off_meanwhile_is_not_offered(office: Personnel, invited: Talker) -> None:
    await office.do(lambda tx: tx.run(update(training).values(cancelled_at=tx.now)) and None)
    assert await deliver(office.talk) == 0
    assert await row_states(office) == [(State.DROPPED, "nothing-to-say")]


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(20, "20 menit lagi"), (60, "Satu jam lagi"), (9 * 60, "Hari ini"), (24 * 60, "Besok")],
)
async def test_a_reminder_says_the_distance_of_the_moment_of_sending(
    office: Personnel, minutes: int, words: str
) -> None:
    await office.employs(1)
    [person] = await office.links(0)
    number = await office.offers(seats=5, days=10)
    [session] = await office.rows(select(training_session.c.id))
    starts = office.clock() + timedelta(minutes=minutes)

    def queue(tx: Transaction) -> None:
        tx.run(update(training_session).values(starts_at=starts, ends_at=starts + timedelta(hours=1)))
        where = tx.run(select(address.c.id).where(address.c.address == person.name)).scalar_one()
        notice = TrainingReminder(number, "h-1", session[0])
        add_message(
            tx,
            channel="memory",
            address_id=where,
            lane=Lane.REMINDER,
            kind="reminder",
            body=notice.to_json(),
            notice=notice.name,
        )

    await office.do(queue)
    await deliver(office.talk)
    assert words in person.chat[-1].text


async def test_rows_of_an_older_release_that_hold_their_words_still_go(
    office: Personnel, invited: Talker
) -> None:
    await office.do(
        lambda tx: tx.run(update(outbox).values(notice=None, body='{"text":"Undangan lama"}')) and None
    )
    await deliver(office.talk)
    assert invited.chat[-1].text == "Undangan lama"


async def test_what_nobody_can_say_any_more_is_dropped_with_the_reason(
    office: Personnel, invited: Talker
) -> None:
    await office.do(lambda tx: tx.run(update(outbox).values(notice="of-another-release")) and None)
    assert await deliver(office.talk) == 0
    assert await row_states(office) == [(State.DROPPED, "nothing-to-say")]


async def test_one_that_cannot_be_read_stands_in_nobodys_way(office: Personnel, invited: Talker) -> None:
    await office.do(lambda tx: tx.run(update(outbox).values(body='{"training":"soon"}')) and None)
    assert await deliver(office.talk) == 0
    assert await row_states(office) == [(State.REJECTED, "cannot-be-said")]


def test_a_notice_is_read_back_as_it_was(office: Personnel) -> None:
    notice = SeatOffered(7, office.clock())
    assert SeatOffered.from_json(notice.to_json()) == notice
    assert TrainingReminder.from_json('{"training":1,"rung":"hour","added_later":2}') == TrainingReminder(
        1, "hour"
    )


def test_every_notice_is_said_by_one_conversation(office: Personnel) -> None:
    assert office.talk.dialogue.directory.speaker.unsaid() == set()


def test_two_that_say_the_same_are_refused() -> None:
    say = Say(SeatOffered, lambda tx, t, notice: None)
    with pytest.raises(ValueError, match="twice"):
        Speaker([say, say])
