"""What people are told of an office is changed by a sheet: first shown, then carried out; the template is such a sheet."""

from datetime import date

import pytest
from sqlalchemy import select

from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.sheets.write import workbook_bytes
from feedbackbot.domain.units.read_facts import as_cell, as_lines, read_facts_sheet
from feedbackbot.reports.understanding.facts_sheet import facts_sheet
from feedbackbot.storage.pipeline.operation_tables import audit
from feedbackbot.storage.understanding.facts import FactRow
from feedbackbot.storage.understanding.tables import city_fact
from feedbackbot.storage.units.tables import unit
from feedbackbot.usecases.understanding.city_facts import write_fact
from tests.builders import CATALOGUE
from tests.imports.post import Post, decides, sends
from tests.staff.personnel import Personnel, told
from tests.talk import Talker

HEAD = "Kantor;Layanan;Hal;Isi;Sumber;Tanggal\n"


def sheet(*rows: str) -> bytes:
    return (HEAD + "\n".join(rows)).encode()


@pytest.fixture
async def admin(office: Personnel) -> Talker:
    return await office.grants("Zulfikar", Role.PROGRAMME_ADMIN)


async def send(office: Personnel, admin: Talker, post: Post, data: bytes) -> str:
    await sends(office, admin, post, data, kind="Jawaban pertanyaan warga (Excel, CSV)")
    return (await office.letters("Zulfikar"))[-1]


async def facts(office: Personnel) -> list[tuple[object, ...]]:
    return await office.rows(
        select(city_fact.c.topic, city_fact.c.text, city_fact.c.source, city_fact.c.checked_on).order_by(
            city_fact.c.id
        )
    )


async def test_nothing_changes_before_the_admin_agrees_and_then_people_are_told(
    office: Personnel, admin: Talker
) -> None:
    post = Post()
    plan = await send(
        office,
        admin,
        post,
        sheet(
            "Disdukcapil;;Biaya;Gratis;UU 24/2013;1 November 2026",
            "Disdukcapil;;Alamat;Jl. Sudirman 1;Papan nama;",
            "Dinas Entah;;Biaya;Gratis;Perda;",
        ),
    )
    assert "Jawaban baru: 2" in plan
    assert "Baris yang ditolak: 1" in plan
    assert "Dinas Entah" in plan
    assert "Disdukcapil, Biaya: – → Gratis" in plan.replace("*", "")
    assert await facts(office) == []
    await decides(office, admin, post, "ya")
    assert [row[:2] for row in await facts(office)] == [("fee", "Gratis"), ("place", "Jl. Sudirman 1")]
    assert (await facts(office))[0][3] == date(2026, 11, 1)
    assert "2 baru" in (await office.letters("Zulfikar"))[-1]
    assert await office.count(audit, audit.c.action == "fact-changed") == 2
    who = office.talk.person("Warga")
    await who.types("/mulai")
    await who.types("berapa biaya urus ktp di dukcapil?")
    assert "Gratis" in who.last
    assert "UU 24/2013" in who.last


async def test_what_is_said_already_stays_and_a_dash_takes_an_answer_away(
    office: Personnel, admin: Talker
) -> None:
    post = Post()
    await send(
        office,
        admin,
        post,
        sheet("bpbd;;Biaya;Gratis;Perda;2026-11-01", "bpbd;;Alamat;Jl. A;Papan;2026-11-01"),
    )
    await decides(office, admin, post, "ya")
    plan = await send(
        office,
        admin,
        post,
        sheet("BPBD;;biaya;Gratis;Perda;2026-11-01", "BPBD;;alamat;-;;", "BPBD;;Persyaratan;;;"),
    )
    assert "Tetap: 1" in plan
    assert "Dihapus: 1" in plan
    await decides(office, admin, post, "ya")
    assert [row[0] for row in await facts(office)] == ["fee"]


async def test_a_sheet_that_says_nothing_new_is_told_so_without_a_question(
    office: Personnel, admin: Talker
) -> None:
    post = Post()
    await send(office, admin, post, sheet("bpbd;;Biaya;Gratis;Perda;2026-11-01"))
    await decides(office, admin, post, "ya")
    plan = await send(office, admin, post, sheet("bpbd;;Biaya;Gratis;Perda;2026-11-01"))
    assert "Tidak ada yang perlu diubah" in plan
    assert not any("Terapkan" in label for label in admin.buttons())


async def test_cancelled_it_is_forgotten(office: Personnel, admin: Talker) -> None:
    post = Post()
    await send(office, admin, post, sheet("bpbd;;Biaya;Gratis;Perda;"))
    await decides(office, admin, post, "batal")
    assert await facts(office) == []


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("bpbd;;Warna;Gratis;Perda;", "yang dikenal"),
        ("bpbd;;Biaya;Gratis;;", "Sumber"),
        ("bpbd;;Biaya;Gratis;Perda;1 Januari 2031", "belum tiba"),
        ("bpbd;KTP;Biaya;Gratis;Perda;", "tidak punya layanan"),
        (f"bpbd;;Biaya;{'x' * 1600};Perda;", "1.500"),
    ],
)
async def test_a_row_that_cannot_be_used_is_named_with_the_reason(
    office: Personnel, admin: Talker, row: str, said: str
) -> None:
    plan = await send(office, admin, Post(), sheet(row, "bpbd;;Alamat;Jl. A;Papan;"))
    assert "Baris yang ditolak: 1" in plan
    assert said in plan
    assert "Baris 2" in plan


async def test_the_same_answer_twice_is_refused_the_second_time(office: Personnel, admin: Talker) -> None:
    plan = await send(
        office, admin, Post(), sheet("bpbd;;Biaya;Gratis;Perda;", "BPBD;;Biaya;Rp 1.000;Perda;")
    )
    assert "sudah dijawab di baris 2" in plan
    assert "Jawaban baru: 1" in plan


@pytest.mark.parametrize("language", ["id", "en"])
async def test_the_template_is_offered_and_read_back_as_it_is(
    office: Personnel, admin: Talker, language: str
) -> None:
    await admin.types("/impor")
    await admin.taps("Jawaban pertanyaan warga (Excel, CSV)")
    assert admin.answered[-1].document is not None
    [(unit_id,)] = await office.rows(select(unit.c.id).where(unit.c.code == "disdukcapil"))
    row = FactRow(unit_id, None, "requirements", "KK asli\nFotokopi akta", "Perda 1", date(2026, 11, 1))
    await office.do(write_fact, None, row)
    made = await office.talk.work(lambda tx: facts_sheet(tx, CATALOGUE, language))
    back = read_facts_sheet(workbook_bytes([made]), today=date(2026, 11, 24))
    assert not back.problems
    [line] = back.facts
    assert (line.topic, line.text, line.source, line.checked_on) == (
        row.topic,
        row.text,
        row.source,
        row.checked_on,
    )


def test_a_list_in_a_cell_is_parted_by_semicolons() -> None:
    assert as_lines("KK asli; fotokopi akta ;") == "KK asli\nfotokopi akta"
    assert as_lines(as_cell("a\nb")) == "a\nb"


async def test_only_admins_send_it(office: Personnel) -> None:
    who = office.talk.person("Warga")
    await who.types("/impor")
    assert "Jawaban pertanyaan warga" not in told(who)
