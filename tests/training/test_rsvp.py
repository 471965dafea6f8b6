"""Invitations are answered by buttons; seats never over-book, and the waiting list moves up."""

from datetime import timedelta

from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.training.tables import enrolment
from feedbackbot.usecases.training.seats import expire_due_offers
from tests.staff.personnel import Personnel, told
from tests.talk import Talker


async def says(person: Talker, training: int, answer: str) -> None:
    """As if the button under the invitation were tapped."""
    await person.sends_tap(f"!undangan/{training}.{answer}")


async def test_an_invitation_goes_out_once_to_everybody_with_a_chat(office: Personnel) -> None:
    await office.employs(3)
    await office.links(0, 1)
    training = await office.offers()
    await office.invites(training)
    await office.invites(training)
    assert len([text for text in await office.letters("Pegawai 0") if "diundang" in text]) == 1
    assert await office.states(training) == {"invited": 3}


async def test_who_links_later_gets_the_invitation_then(office: Personnel) -> None:
    await office.employs(2)
    training = await office.offers()
    await office.invites(training)
    await office.links(1)
    await office.invites(training)
    assert any("Pelayanan prima" in text for text in await office.letters("Pegawai 1"))


async def test_the_last_seat_goes_to_the_first_and_the_list_moves_up(office: Personnel) -> None:
    await office.employs(4)
    first, second, third, fourth = await office.links(0, 1, 2, 3)
    training = await office.offers(seats=1)
    await office.invites(training)
    await says(first, training, "ya")
    assert "terdaftar" in told(first)
    await says(second, training, "ya")
    assert "Kursinya sudah habis" in told(second)
    await second.taps("Masuk daftar tunggu")
    assert "urutan 1" in told(second)
    await says(third, training, "tunggu")
    assert "urutan 2" in told(third)
    await says(first, training, "batal")
    await first.taps("Ya, batal ikut")
    assert any("Ada kursi kosong untuk Anda" in text for text in await office.letters("Pegawai 1"))
    await says(fourth, training, "ya")
    assert "Kursinya sudah habis" in told(fourth)
    office.clock.passes(hours=25)
    await expire_due_offers(office.talk.runtime)
    assert any("sudah habis" in text for text in await office.letters("Pegawai 1"))
    await says(third, training, "ya")
    assert "terdaftar" in told(third)
    assert await office.states(training) == {"cancelled": 1, "lapsed": 1, "seated": 1, "invited": 1}


async def test_no_is_kept_before_its_reason_is_asked(office: Personnel) -> None:
    await office.employs(1)
    [person] = await office.links(0)
    training = await office.offers()
    await office.invites(training)
    await says(person, training, "tidak")
    assert await office.states(training) == {"declined": 1}
    await person.taps("Sebab lain (tulis)")
    await person.types("Sedang cuti *besar*")
    rows = await office.rows(enrolment.select())
    assert rows[0][enrolment.c.keys().index("reason")] == "words"
    assert rows[0][enrolment.c.keys().index("reason_words")] == "Sedang cuti *besar*"


async def test_later_names_a_day_and_is_reminded_then(office: Personnel) -> None:
    await office.employs(1)
    [person] = await office.links(0)
    training = await office.offers(days=12)
    await office.invites(training)
    await says(person, training, "nanti")
    await person.taps(next(label for label in person.buttons() if label.startswith("Tiga hari")))
    assert "saya ingatkan lagi" in told(person)
    office.clock.passes(days=2)
    assert await office.reminds() == 0
    office.clock.passes(days=1)
    assert await office.reminds() == 1
    assert await office.reminds() == 0


async def test_the_head_agrees_with_a_button(office: Personnel) -> None:
    await office.employs(2)
    person, _ = await office.links(0, 1)
    unit = (await office.rows(enrolment.metadata.tables["employee"].select()))[0]
    names = list(enrolment.metadata.tables["employee"].c.keys())
    head = await office.grants("Hasan", Role.HEAD, unit[names.index("unit_id")])
    training = await office.offers(needs_consent=True)
    await office.invites(training)
    await says(person, training, "ya")
    assert "Menunggu izin" in told(person)
    assert any("Pegawai 0" in text for text in await office.letters("Hasan"))
    await head.sends_tap("!izin_atasan/1.ya")
    assert await office.states(training) == {"seated": 1, "invited": 1}
    await head.sends_tap("!izin_atasan/1.tidak")
    assert "sudah diputuskan" in told(head)


async def test_nobody_else_decides_for_a_head(office: Personnel) -> None:
    await office.employs(2)
    person, other = await office.links(0, 1)
    await office.grants("Hasan", Role.HEAD, 1)
    training = await office.offers(needs_consent=True)
    await office.invites(training)
    await says(person, training, "ya")
    await other.sends_tap("!izin_atasan/1.ya")
    assert "bukan pegawai unit Anda" in told(other)


async def test_a_citizen_with_an_employees_button_is_shown_the_way(office: Personnel) -> None:
    training = await office.offers()
    person = office.talk.person("Ani")
    await says(person, training, "ya")
    assert "Tautkan dulu" in told(person)


async def test_answers_after_the_deadline_are_refused(office: Personnel) -> None:
    await office.employs(1)
    [person] = await office.links(0)
    training = await office.offers(days=1)
    await office.invites(training)
    office.clock.now += timedelta(days=2)
    await says(person, training, "ya")
    assert "sudah ditutup" in told(person)
    assert await office.states(training) == {"invited": 1}
