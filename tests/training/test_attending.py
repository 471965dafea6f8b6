"""Attendance by a code that changes, corrections by hand, and what a training counts."""

import re

from sqlalchemy import func, select

from feedbackbot.clock import city_zone
from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.pipeline.operation_tables import audit
from feedbackbot.storage.training.tables import attendance, certificate, jp_entry
from feedbackbot.usecases.training.completion import close_trainings
from tests.staff.personnel import Personnel, told
from tests.training.attending import code_now, seated


async def jp(office: Personnel) -> list[int]:
    return [row[0] for row in await office.rows(select(jp_entry.c.jp).order_by(jp_entry.c.id))]


async def closes(office: Personnel) -> None:
    await close_trainings(office.talk.runtime)


async def test_the_code_counts_within_its_time_only(office: Personnel) -> None:
    await seated(office)
    person = office.linked[0]
    await person.types(f"/hadir {code_now(office)}")
    assert "belum dibuka" in told(person)
    office.clock.passes(days=1)
    await person.types(f"/hadir {code_now(office).lower()}")
    assert "tercatat" in told(person)
    await person.opens(f"hadir_{code_now(office)}")
    await person.taps("Ya, saya hadir")
    assert "sudah tercatat" in told(person)
    office.clock.passes(hours=4)
    await office.linked[1].types(f"/hadir {code_now(office)}")
    assert "sudah ditutup" in told(office.linked[1])
    assert await office.count(attendance) == 1


async def test_an_old_code_and_a_guess_are_told_apart_and_limited(office: Personnel) -> None:
    await seated(office)
    person = office.linked[0]
    office.clock.passes(days=1)
    old = code_now(office)
    office.clock.passes(minutes=5)
    await person.types("/hadir")
    await person.types(old)
    assert "sudah berganti" in told(person)
    for _ in range(9):
        await person.types("AAAAAA")
    await person.types(code_now(office))
    assert "Terlalu banyak" in told(person)
    assert await office.count(attendance) == 0


async def test_who_has_no_seat_cannot_check_in(office: Personnel) -> None:
    await seated(office, 1)
    from feedbackbot.usecases.imports.import_staff import take_over
    from tests.staff.personnel import row_of, sheet_of

    await office.do(take_over, sheet_of([row_of(0), row_of(1)]), None)
    [guest] = await office.links(1)
    office.clock.passes(days=1)
    await guest.types(f"/hadir {code_now(office)}")
    assert "tidak terdaftar" in told(guest)


async def test_present_people_are_credited_once_and_corrections_follow(office: Personnel) -> None:
    await seated(office)
    trainer = await office.grants("Rahmah", Role.TRAINER)
    office.clock.passes(days=1)
    await office.linked[0].types(f"/hadir {code_now(office)}")
    await trainer.types("/hadir")
    await trainer.taps(next(label for label in trainer.buttons() if label.startswith("Pelayanan")))
    assert code_now(office) in trainer.last
    assert "Hadir: 1 dari 2" in trainer.last
    office.clock.passes(hours=5)
    await closes(office)
    await closes(office)
    assert await jp(office) == [4]
    assert await office.count(certificate) == 1
    await trainer.sends_tap("!kode_hadir/1.daftar")
    await trainer.taps("⬜ Pegawai 1")
    await trainer.taps("✅ Pegawai 0")
    assert await jp(office) == [4, 4, -4]
    assert await office.count(certificate, certificate.c.withdrawn_at.is_(None)) == 1
    await trainer.taps("⬜ Pegawai 0")
    assert await jp(office) == [4, 4, -4, 4]
    assert await office.count(certificate, certificate.c.withdrawn_at.is_(None)) == 2
    corrections = select(func.count()).select_from(audit).where(audit.c.action == "attendance-corrected")
    assert await office.rows(corrections) == [(3,)]


async def test_the_sessions_of_today_stand_first(office: Personnel) -> None:
    trainer = await office.grants("Rahmah", Role.TRAINER)
    for hours in (26, 0):
        await office.offers(days=0.1)
        office.clock.passes(hours=hours)
    today = f"{office.clock.now.astimezone(city_zone()).day:02}"
    await trainer.types("/hadir")
    days = [re.search(r"· (\d+) ", label) for label in trainer.buttons() if label.startswith("Pelayanan")]
    assert [found[1].zfill(2) == today for found in days if found] == [True, False]


async def test_the_screen_has_no_code_outside_the_session(office: Personnel) -> None:
    await seated(office, 1)
    trainer = await office.grants("Rahmah", Role.TRAINER)
    await trainer.types("/hadir")
    await trainer.taps(next(label for label in trainer.buttons() if label.startswith("Pelayanan")))
    assert "30 menit sebelum" in told(trainer)


async def test_jp_and_evaluation_after_a_training(office: Personnel) -> None:
    await seated(office, 1)
    person = office.linked[0]
    office.clock.passes(days=1)
    await person.types(f"/hadir {code_now(office)}")
    office.clock.passes(hours=5)
    await closes(office)
    await person.types("/jp")
    assert "4 dari 20 JP" in person.last
    await person.sends_tap("!evaluasi/1")
    for _ in range(5):
        await person.taps("Ya")
    assert "Terima kasih" in told(person)
    await person.sends_tap("!evaluasi/1")
    assert "sudah lengkap" in told(person)
    await person.sends_tap("!sertifikat/1")
    assert person.answered[-1].document is not None


async def test_who_wants_something_else_than_to_tell_a_code_is_heard(office: Personnel) -> None:
    await seated(office)
    office.clock.passes(days=1)
    person = office.linked[0]
    await person.types("/hadir")
    await person.types("000000")
    assert "Kode itu tidak cocok" in told(person)
    await person.types("mau lapor lampu jalan mati")
    assert "Tadi Anda sedang mencatat kehadiran" in told(person)
