"""The registry is taken over from sheets: first shown, then carried out, all of it or nothing."""

from typing import Any

import pytest
from sqlalchemy import inspect, select

from benchmarks.staff.generated_staff import siasn_headers, siasn_rows
from feedbackbot.dialogue.incoming import Kind, Received
from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.staff.registry import name_unit, unplaced_units
from feedbackbot.storage.staff.tables import employee, received_import
from feedbackbot.storage.tables import metadata
from feedbackbot.usecases.imports.import_staff import plan_import, take_over
from tests.imports.post import Post, decides, runs, sends
from tests.staff.personnel import Personnel, nip_of, row_of, sheet_bytes, sheet_of, told
from tests.talk import Talker


@pytest.fixture
async def admin(office: Personnel) -> Talker:
    return await office.grants("Zulfikar", Role.PROGRAMME_ADMIN)


async def test_nothing_changes_before_the_admin_agrees(office: Personnel, admin: Talker) -> None:
    post = Post()
    await sends(office, admin, post, sheet_bytes([row_of(0), row_of(1), row_of(2, NIP="123")]))
    plan = (await office.letters("Zulfikar"))[-1]
    assert "Baru: 2" in plan
    assert "Baris yang ditolak: 1" in plan
    assert "Baris 4, NIP" in plan
    assert await office.count(employee) == 0
    await decides(office, admin, post, "ya")
    assert await office.count(employee, employee.c.active) == 2
    assert "2 baru" in (await office.letters("Zulfikar"))[-1]


async def test_the_same_sheet_twice_changes_nothing(office: Personnel) -> None:
    sheet = sheet_of([row_of(number) for number in range(20)])
    await office.do(take_over, sheet, None)
    before = await office.rows(select(employee).order_by(employee.c.id))
    office.clock.passes(days=1)
    plan = await office.do(take_over, sheet, None)
    assert plan.changes_nothing
    assert await office.rows(select(employee).order_by(employee.c.id)) == before


async def test_who_is_gone_becomes_inactive_and_loses_the_link_but_not_the_row(office: Personnel) -> None:
    await office.employs(3)
    [person] = await office.links(2)
    await office.do(take_over, sheet_of([row_of(0), row_of(1, Nama="Nama baru")]), None)
    rows = await office.rows(
        select(employee.c.name, employee.c.active, employee.c.person_id).order_by(employee.c.id)
    )
    assert rows == [("Pegawai 0", True, None), ("Nama baru", True, None), ("Pegawai 2", False, None)]
    await person.types("/jp")
    assert "tidak ada" in told(person)


async def test_a_partial_list_lets_nobody_go(office: Personnel, admin: Talker) -> None:
    await office.employs(5)
    post = Post()
    await sends(office, admin, post, sheet_bytes([row_of(0, Jabatan="Kepala seksi")]))
    await decides(office, admin, post, "sebagian")
    assert await office.count(employee, employee.c.active) == 5


async def test_before_agreeing_the_admin_sees_what_is_read_as_what_and_what_is_not(
    office: Personnel, admin: Talker
) -> None:
    post = Post()
    await sends(
        office, admin, post, f"NIP;Nama Lengkp;Alamat\n{nip_of(0)};Ani;Aceh\n;DINAS SOSIAL;\n".encode()
    )
    plan = (await office.letters("Zulfikar"))[-1]
    assert "NIP → NIP" in plan
    assert "Nama Lengkp → nama (mirip, periksa)" in plan
    assert "Alamat" in plan
    assert "1 baris judul bagian dilewati: baris 3" in plan


async def test_letting_more_than_a_tenth_go_is_asked_twice_in_other_words(
    office: Personnel, admin: Talker
) -> None:
    await office.employs(10)
    post = Post()
    await sends(office, admin, post, sheet_bytes([row_of(number) for number in range(5)]))
    await admin.sends_tap("!impor/1.ya")
    assert "5 dari 10 pegawai" in told(admin)
    await runs(office, post)
    assert await office.count(employee, employee.c.active) == 10
    assert admin.buttons()[-3] == "Terapkan, yang tidak ada tetap aktif"
    await decides(office, admin, post, "pasti")
    assert await office.count(employee, employee.c.active) == 5


async def test_a_second_tap_on_the_confirmation_does_nothing(office: Personnel, admin: Talker) -> None:
    post = Post()
    await sends(office, admin, post, sheet_bytes([row_of(0)]))
    await decides(office, admin, post, "ya")
    await admin.sends_tap("!impor/1.ya")
    assert "sudah Anda putuskan" in told(admin)


async def test_a_file_that_changed_after_the_dry_run_is_not_carried_out(
    office: Personnel, admin: Talker
) -> None:
    post = Post()
    await sends(office, admin, post, sheet_bytes([row_of(0)]))
    post.files["berkas"] = sheet_bytes([row_of(0), row_of(1)])
    await decides(office, admin, post, "ya")
    assert await office.count(employee) == 0
    assert "sudah berbeda" in (await office.letters("Zulfikar"))[-1]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "kosong"),
        (b"PK\x03\x04 not really", "tidak bisa dipakai"),
        (b"\x89PNG\r\n\x1a\n", "gambar"),
        (sheet_bytes([["a", "b"]], ("Kolom", "Lain")), "judul kolom tidak ditemukan"),
    ],
)
async def test_a_wrong_file_is_refused_in_clear_words(
    office: Personnel, admin: Talker, data: bytes, says: str
) -> None:
    await sends(office, admin, Post(), data)
    assert says in (await office.letters("Zulfikar"))[-1]
    assert await office.count(employee) == 0


async def test_a_sheet_of_a_hundred_thousand_rows_is_refused_and_blocks_nothing(
    office: Personnel, admin: Talker
) -> None:
    text = "NIP,Nama\n" + "".join(f"19800101200501{1 + n % 2}{n % 999 + 1:03},Nama\n" for n in range(100_001))
    post = Post()
    await sends(office, admin, post, text.encode())
    assert "baris" in (await office.letters("Zulfikar"))[-1]
    await sends(office, admin, post, sheet_bytes([row_of(0)]))
    assert "Baru: 1" in (await office.letters("Zulfikar"))[-1]


async def test_what_a_siasn_export_holds_beyond_need_is_in_no_table(office: Personnel) -> None:
    rows = list(siasn_rows(3))
    headers = siasn_headers()
    data = sheet_bytes([[str(row[header]) for header in headers] for row in rows], headers)
    from feedbackbot.domain.staff.read_staff import read_staff_sheet
    from tests.staff.personnel import TODAY

    await office.do(take_over, read_staff_sheet(data, today=TODAY), None)
    unwanted = {str(row[name]).lstrip("'") for row in rows for name in ("NIK", "ALAMAT", "NOMOR HP")}

    def everything(connection: Any) -> str:
        tables = inspect(connection).get_table_names()
        return "\n".join(
            str(connection.execute(select(metadata.tables[name])).all())
            for name in tables
            if name in metadata.tables
        )

    stored = await office.talk.database.read(everything)
    assert str(rows[0]["NAMA"]) in stored
    assert not [value for value in unwanted if value in stored]


async def test_a_reference_is_named_once_and_places_everybody(office: Personnel) -> None:
    await office.do(take_over, sheet_of([row_of(0, **{"Unit Kerja": "UPT Aneh"}), row_of(1)]), None)
    assert await office.do(unplaced_units) == {"UPT Aneh": 1}
    assert await office.do(name_unit, "UPT Aneh", 1) == 1
    assert await office.do(unplaced_units) == {}
    later = sheet_of(
        [row_of(0, **{"Unit Kerja": "UPT Aneh"}), row_of(1), row_of(2, **{"Unit Kerja": "UPT Aneh"})]
    )
    await office.do(take_over, later, None)
    assert await office.count(employee, employee.c.unit_id == 1, employee.c.nip == nip_of(2)) == 1
    assert (await office.do(plan_import, later)).changes_nothing


async def test_an_admin_may_send_the_file_out_of_the_blue(office: Personnel, admin: Talker) -> None:
    post = Post()
    post.files["berkas"] = sheet_bytes([row_of(0)])
    await admin.does(Kind.DOCUMENT, file=Received("berkas", "pegawai baru.xlsx", "", 100))
    await admin.taps("Data pegawai (Excel, CSV)")
    assert "pegawai baru.xlsx" in told(admin)
    await runs(office, post)
    assert "Baru: 1" in (await office.letters("Zulfikar"))[-1]


async def test_a_citizens_file_is_not_read(office: Personnel) -> None:
    person = office.talk.person("Ani")
    await person.types("/mulai")
    await person.does(Kind.DOCUMENT, file=Received("berkas", "pegawai.xlsx", "", 100))
    # it may belong to a report: she is asked for consent first
    assert "Sebelum melapor" in told(person)
    assert await office.count(received_import) == 0


async def test_a_broken_course_names_file_and_line(office: Personnel, admin: Talker) -> None:
    post = Post()
    head = "---\njudul: Coba\nunsur: waktu\njp: 2\n---\n## Satu\nIsi.\n"
    text = head + "## Kuis\n### Berapa?\n- [ ] satu\n- [ ] dua\n> Karena.\n"
    await sends(office, admin, post, text.encode(), kind="Kursus (.md)")
    said = (await office.letters("Zulfikar"))[-1]
    assert "pegawai.xlsx, baris 9" in said
