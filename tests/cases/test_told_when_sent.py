"""What is told of cases and low scores waits as data: language, address, service and facts are those of the moment of sending."""

import pytest
from sqlalchemy import func, insert, select, update

from feedbackbot.domain.cases.notices import FilePassedOn
from feedbackbot.storage.people.tables import address
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.tables import unit
from feedbackbot.usecases.cases.run_clock import run_case_clock
from tests.cases.office import Office, sends_case, to_what
from tests.deliver import deliver
from tests.survey.ratings import rate
from tests.talk import Clock, Talker

LOW = (4, 4, 1, 4, 3, 3, 1, 4, 2)


@pytest.fixture
async def done(office: Office, ani: Talker) -> Talker:
    """Somebody who is about to be told that the unit is done, and asked whether it is."""
    await sends_case(ani, office)
    await office.officer.taps("Buka")
    await office.officer.taps("Selesai")
    await office.officer.types("Sudah kami perbaiki")
    ani.chat.clear()
    return ani


async def states(office: Office) -> list[tuple[int, str | None]]:
    """Of the rows that did not go."""
    rows = select(outbox.c.state, outbox.c.reason).where(outbox.c.state == State.DROPPED)
    return await office.talk.work(lambda tx: [(row.state, row.reason) for row in tx.run(rows)])


async def moves(office: Office, person: Talker, *, channel: str, to: str) -> None:
    def work(tx: Transaction) -> None:
        [who] = tx.run(select(address.c.person_id).where(address.c.address == person.name)).scalars()
        if channel == "memory":
            tx.run(update(address).where(address.c.address == person.name).values(gone_at=tx.now))
        fresh = {"person_id": who, "channel": channel, "address": to, "created_at": tx.now}
        tx.run(insert(address), fresh)

    await office.talk.work(work)


async def test_a_citizen_reads_it_in_the_language_of_now(office: Office, done: Talker) -> None:
    await done.types("/bahasa")
    await done.taps("English")
    done.chat.clear()
    await office.mail()
    assert "Is it done?" in done.last
    assert "Sudah kami perbaiki" in done.last, "the officer's own words stay as they are"


async def test_a_citizen_with_a_new_phone_reads_it_there(office: Office, done: Talker) -> None:
    await moves(office, done, channel="memory", to="new phone")
    await office.mail()
    assert not done.chat
    assert "Sudah kami perbaiki" in office.talk.person("new phone").last


async def test_a_unit_renamed_meanwhile_is_told_by_its_new_name(office: Office, done: Talker) -> None:
    renamed = update(unit).where(unit.c.id == office.unit_id).values(short_name="Capil Baru")
    await office.talk.work(lambda tx: tx.run(renamed) and None)
    await office.mail()
    assert "Capil Baru" in done.last


async def test_who_has_answered_meanwhile_is_not_asked_again(office: Office, done: Talker) -> None:
    await done.types("/tiket")
    await done.sends_tap(f"!tiket/{(await office.case())['id']}.ya")
    done.chat.clear()
    await office.mail()
    told = [shown for shown in done.chat if "Sudah kami perbaiki" in shown.text]
    assert told and not any("Sudah selesai" in button.label for button in told[0].buttons)


async def test_nobody_is_reminded_of_a_deadline_that_was_met_meanwhile(
    office: Office, ani: Talker, clock: Clock
) -> None:
    await sends_case(ani, office)
    clock.now = (await office.case())["clock_at"]
    assert (await office.talk.run(run_case_clock))["reminded"] == 1
    await office.officer.taps("Buka")
    await office.officer.taps("Selesai")
    await office.officer.types("Sudah kami perbaiki")
    office.officer.chat.clear()
    await office.mail()
    assert (State.DROPPED, "nothing-to-say") in await states(office)
    assert not office.officer.chat


async def test_words_that_were_erased_meanwhile_are_not_passed_on(office: Office, ani: Talker) -> None:
    await to_what(ani, office)
    await ani.types("Petugas loket meminta uang dua puluh ribu kemarin pagi")
    await ani.taps("Lewati")
    await ani.taps("Kirim")
    await ani.types("/hapus")
    await ani.taps("Ya, hapus semua")
    await office.mail()
    assert "meminta uang" not in "\n".join(office.officer.sees())


async def test_files_are_carried_over_to_a_reader_whose_chat_service_has_not_got_them(
    office: Office, ani: Talker
) -> None:
    await sends_case(ani, office)
    await office.officer.taps("Buka")
    await office.officer.taps("Tanya balik")
    await office.officer.sends_file(caption="Apakah ini kartunya?")

    def came_in_elsewhere(tx: Transaction) -> None:
        files = outbox.c.notice == FilePassedOn.name
        moved = func.replace(outbox.c.body, '"channel":"memory"', '"channel":"elsewhere"')
        assert tx.run(update(outbox).where(files).values(body=moved)).rowcount == 1

    await office.talk.work(came_in_elsewhere)
    ani.chat.clear()
    await office.mail()
    assert ani.chat[-1].message.picture is not None


async def test_a_talk_that_the_citizen_has_ended_says_nothing_more(office: Office, ani: Talker) -> None:
    await rate(ani, LOW, "u_disdukcapil")
    await ani.taps("Ya, boleh")
    await deliver(office.talk)
    await office.officer.taps("Buka")
    await office.officer.taps("Balas")
    await office.officer.types("Apa yang terjadi?")
    await ani.types("/privasi")
    await ani.taps("Tarik izin ditanya")
    await ani.taps("Ya, tarik dan hapus")
    ani.chat.clear()
    await office.mail()
    assert "Apa yang terjadi?" not in "\n".join(ani.sees())
