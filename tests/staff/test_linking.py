"""Whose chat is whose."""

from sqlalchemy import select

from feedbackbot.dialogue.incoming import Kind
from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.staff.tables import employee, link_failure
from tests.staff.personnel import Personnel, nip_of, row_of, sheet_of, told


async def test_the_own_number_ties_the_chat_to_the_employee(office: Personnel) -> None:
    await office.employs(3)
    [person] = await office.links(1)
    assert "Pegawai 1" in told(person)
    person_id = (await person.contact()).person_id
    assert await office.rows(select(employee.c.nip).where(employee.c.person_id == person_id)) == [
        (nip_of(1),)
    ]


async def test_somebody_elses_contact_is_refused(office: Personnel) -> None:
    await office.employs(1)
    person = office.talk.person("Pegawai 0")
    await person.types("/daftar")
    await person.does(Kind.CONTACT, foreign_contact=True)
    assert "nomor orang lain" in told(person)
    assert await office.count(employee, employee.c.person_id.is_not(None)) == 0


async def test_a_number_of_several_employees_asks_for_a_code(office: Personnel) -> None:
    from feedbackbot.usecases.imports.import_staff import take_over

    same = {"No HP": "08110000000"}
    await office.do(take_over, sheet_of([row_of(0, **same), row_of(1, **same)]), None)
    person = office.talk.person("Siapa")
    await person.types("/daftar")
    await person.does(Kind.CONTACT, phone="+628110000000")
    assert "lebih dari satu pegawai" in told(person)


async def made_code(office: Personnel, number: int) -> str:
    admin = await office.grants("Zulfikar", Role.PROGRAMME_ADMIN)
    await admin.types(f"/kode {nip_of(number)}")
    return admin.last.split("\n")[2].strip()


async def test_a_code_works_once(office: Personnel) -> None:
    await office.employs(2)
    code = await made_code(office, 1)
    first, second = office.talk.person("Fajar"), office.talk.person("Budi")
    await first.opens(f"kode_{code.replace('-', '')}")
    await first.taps("Ya, tautkan")
    assert "Pegawai 1" in told(first)
    await second.types("/daftar")
    await second.types(code.lower())
    assert "sudah dipakai" in told(second)


async def test_an_expired_code_says_so(office: Personnel) -> None:
    await office.employs(1)
    code = await made_code(office, 0)
    office.clock.passes(hours=73)
    person = office.talk.person("Fajar")
    await person.types(f"/daftar {code}")
    assert "sudah habis" in told(person)


async def test_the_sixth_guess_within_an_hour_waits(office: Personnel) -> None:
    await office.employs(1)
    code = await made_code(office, 0)
    person = office.talk.person("Budi")
    await person.types("/daftar")
    for _ in range(5):
        await person.types("ABCDE-FGHJK")
    await person.types(code)
    assert "Terlalu banyak percobaan" in told(person)
    assert await office.count(link_failure) == 5
    office.clock.passes(hours=1, minutes=1)
    await person.types(code)
    assert "Selamat datang" in told(person)


async def test_a_new_link_tells_the_old_chat_and_takes_its_commands(office: Personnel) -> None:
    await office.employs(1)
    [old] = await office.links(0)
    code = await made_code(office, 0)
    new = office.talk.person("Telepon baru")
    await new.types(f"/daftar {code}")
    assert "dilepas" in (await office.letters("Pegawai 0"))[-1]
    await old.types("/jp")
    assert "tidak ada" in told(old)
    await new.types("/jp")
    assert "JP Anda" in told(new)


async def test_an_employee_undoes_the_link(office: Personnel) -> None:
    await office.employs(1)
    [person] = await office.links(0)
    await person.types("/profil")
    assert "••••" in person.last
    assert nip_of(0) not in person.last
    await person.taps("Lepas tautan")
    await person.taps("Ya, lepas")
    assert await office.count(employee, employee.c.person_id.is_not(None)) == 0


async def test_only_an_admin_makes_codes(office: Personnel) -> None:
    await office.employs(1)
    [person] = await office.links(0)
    await person.types(f"/kode {nip_of(0)}")
    assert "Perintah itu tidak ada" in told(person)


async def test_whoever_gets_a_code_may_have_either_chat_service(office: Personnel) -> None:
    await office.employs(2)
    office.talk.settings = office.talk.settings.model_copy(update={"telegram_bot_name": "kota_bot"})
    office.talk.other_link = lambda payload: f"https://other.example/{payload}"
    code = (await made_code(office, 1)).replace("-", "")
    lines = office.talk.person("Zulfikar").last.split("\n")
    assert f"Memory: https://t.me/kota_bot?start=kode_{code}" in lines
    assert f"Other: https://other.example/kode_{code}" in lines


async def test_who_wants_something_else_than_to_link_is_heard(office: Personnel) -> None:
    rina = await office.grants("Rina", Role.PROGRAMME_ADMIN)
    await rina.types("/daftar")
    await rina.types("ABCD-2345")
    assert "Kode itu tidak dikenal" in told(rina)
    await rina.types("mau lapor lampu jalan mati")
    assert "Tadi Anda sedang menautkan akun pegawai" in told(rina)
    await rina.taps("Lanjutkan menautkan akun pegawai")
    assert (await rina.state()).step == "nomor"
