"""A certificate of a training elsewhere: sent, looked at, booked once or refused with a reason."""

from datetime import date, timedelta

import pytest
from sqlalchemy import update

from feedbackbot.dialogue.incoming import Kind
from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.staff.nip import EmployeeKind
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.training.credits import jp_entries
from feedbackbot.usecases.training.external import (
    NewExternal,
    book_external,
    externals_waiting,
    send_external,
)
from tests.deliver import deliver
from tests.staff.personnel import Personnel
from tests.talk import Talker
from tests.training.papers import sends


async def linked(office: Personnel) -> tuple[Talker, Talker]:
    """An employee, and an admin of the programme."""
    await office.employs(2)
    [who] = await office.links(0)
    return who, await office.grants("Zulfikar", Role.PROGRAMME_ADMIN)


async def entries(office: Personnel) -> list[tuple[int, date, str]]:
    found = await office.do(jp_entries, 1)
    return [(one.jp, one.day, one.note) for one in found]


async def test_an_admin_sees_the_certificate_and_books_its_jp_once(office: Personnel) -> None:
    who, admin = await linked(office)
    await sends(who)
    assert "Terkirim" in who.last
    await deliver(office.talk)
    asked = admin.chat[-1]
    assert "Pelatihan Pelayanan Publik" in asked.text
    assert "20" in asked.text
    assert asked.message.picture is not None
    await admin.taps("✅ Hitung JP-nya")
    await admin.presses(asked, asked.buttons[0])
    assert "sudah diputuskan" in (admin.notice or admin.last)
    assert await entries(office) == [(20, date(2026, 3, 12), "Pelatihan Pelayanan Publik")]
    await deliver(office.talk)
    assert "20 JP dihitung" in who.last


async def test_a_refusal_has_a_reason_and_the_same_may_be_sent_again(office: Personnel) -> None:
    who, admin = await linked(office)
    await sends(who)
    await deliver(office.talk)
    await admin.taps("❌ Tolak")
    await admin.types("Fotonya buram, tolong kirim ulang")
    await deliver(office.talk)
    assert "Fotonya buram" in who.last
    assert await entries(office) == []
    await sends(who)
    assert "Terkirim" in who.last


async def test_the_same_certificate_is_not_taken_twice(office: Personnel) -> None:
    who, _ = await linked(office)
    await sends(who)
    await sends(who)
    assert "sudah pernah" in (who.notice or who.last)


async def test_what_waits_is_on_the_admins_home(office: Personnel) -> None:
    who, admin = await linked(office)
    await sends(who)
    await admin.types("/mulai")
    assert "1 sertifikat dari luar menunggu" in admin.last
    await admin.taps("📜 Sertifikat (1)")
    assert any("BPSDM Aceh" in text for text in admin.sees())


async def test_words_that_are_no_day_and_no_number_are_asked_again(office: Personnel) -> None:
    who, _ = await linked(office)
    await who.types("/sertifikat")
    await who.types("ini sertifikat saya")
    assert "Kirim sertifikatnya dulu" in who.last
    await who.sends_file(Kind.DOCUMENT)
    await who.types("Pelatihan")
    await who.types("BPSDM")
    await who.types("entah kapan")
    assert "tidak bisa membaca tanggal" in who.last
    await who.types("12 Maret 2030")
    assert "masa depan" in who.last
    await who.types("12-03-2026")
    await who.types("banyak")
    assert "Ketik angka JP" in who.last


async def test_nobody_decides_about_the_own_certificate(office: Personnel) -> None:
    await office.employs(1)
    [who] = await office.links(0)
    await office.grants(who.name, Role.PROGRAMME_ADMIN)
    person_id = (await who.contact()).person_id
    new = NewExternal("Pelatihan", "BPSDM", date(2026, 3, 12), 5, "", "photo", "memory", "file-1")
    external_id = await office.do(send_external, person_id, new)
    assert await office.do(externals_waiting, person_id) == []
    with pytest.raises(FeedbackbotError, match="external-own"):
        await office.do(book_external, person_id, external_id)


async def test_a_training_of_several_days_keeps_both_ends_and_counts_on_the_last(office: Personnel) -> None:
    who, admin = await linked(office)
    await who.types("/sertifikat")
    await who.sends_file(Kind.DOCUMENT)
    for words in ("Diklat Dasar", "LAN", "28 Februari s.d. 2 Maret 2026", "20", "12/LAN"):
        await who.types(words)
    assert "28 Februari 2026 – 2 Maret 2026" in who.last
    await who.taps("✅ Kirim")
    await deliver(office.talk)
    assert "28 Februari 2026 – 2 Maret 2026" in admin.last
    await admin.taps("❌ Tolak")
    await admin.types("Tanggalnya tidak terbaca")
    await deliver(office.talk)
    assert "Tanggalnya tidak terbaca" in who.last
    await who.taps("📜 Kirim lagi")
    assert "Kirim foto atau PDF" in who.said()


@pytest.mark.parametrize(
    ("kind", "start", "told", "said"),
    [
        (EmployeeKind.PNS, None, "12 Maret 2026", ""),
        (EmployeeKind.PNS, None, "12 Desember 2025", "1 Jan 2025 – 31 Des 2025"),
        (EmployeeKind.PPPK, date(2024, 6, 1), "12 Mei 2026", "1 Jun 2025 – 31 Mei 2026"),
        (EmployeeKind.PPPK, date(2024, 6, 1), "1 Juni 2026", ""),
    ],
)
async def test_whose_jp_count_for_a_year_that_is_over_is_told_before_it_is_sent(
    office: Personnel, kind: EmployeeKind, start: date | None, told: str, said: str
) -> None:
    who, _ = await linked(office)
    contract = {"kind": kind.value, "contract_start": start}
    await office.do(lambda tx: tx.run(update(employee).where(employee.c.id == 1).values(**contract)))
    await who.types("/sertifikat")
    await who.sends_file(Kind.PHOTO)
    for words in ("Diklat Dasar", "LAN", told, "20", "12/LAN"):
        await who.types(words)
    assert "Sudah benar?" in who.last
    assert ("bukan untuk tahun yang sedang berjalan" in who.last) == bool(said)
    assert said in who.last


async def test_the_day_may_be_told_as_people_say_it(office: Personnel) -> None:
    who, admin = await linked(office)
    await who.types("/sertifikat")
    await who.sends_file(Kind.PHOTO)
    for words in ("Pelatihan Arsip", "BPSDM", "kemarin", "8", "12/2026"):
        await who.types(words)
    await who.taps("✅ Kirim")
    await deliver(office.talk)
    await admin.taps("✅ Hitung JP-nya")
    [(_, day, _)] = await entries(office)
    assert day == office.talk.now().date() - timedelta(days=1)
