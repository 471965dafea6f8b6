"""The desk's daily work: colleagues, notes, the same twice, what is not the city's, what is confidential, who is away."""

import pytest

from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.people.roles import add_grant
from feedbackbot.wording.cases.workbook import cases_sheet
from tests.builders import CATALOGUE, talk_in
from tests.cases.desk import more, sends_confidential
from tests.cases.office import WHAT, Office, number_of, sends_case, staffed, to_what
from tests.talk import Clock, Talk, Talker


async def test_a_list_says_what_each_case_is_about_and_how_it_stands(office: Office, ani: Talker) -> None:
    await sends_case(ani, office)
    await office.officer.types("/kasus")
    await office.officer.taps("Semua (1)")
    assert await number_of(office) in office.officer.last
    assert "“Petugas loket meminta uang dua puluh ribu untuk kartu…”" in office.officer.last
    assert "menunggu petugas" in office.officer.last


async def test_cases_are_found_by_words_and_by_number(office: Office, ani: Talker) -> None:
    await sends_case(ani, office)
    number = await number_of(office)
    await office.officer.types("/kasus")
    await office.officer.types("kartu KELUARGA")
    assert "Hasil pencarian (1)" in office.officer.last
    await office.officer.types("layang-layang")
    assert "kosong" in office.officer.last
    await office.officer.types(number.lower().replace("-", ""))
    assert number in office.officer.last
    assert (await office.officer.state()).step == "satu"


async def test_a_sentence_that_stands_in_no_case_may_be_for_something_else(office: Office) -> None:
    await office.officer.types("/kasus")
    await office.officer.types("saya cuti 3 hari mulai besok")
    assert any("Piket" in label for label in office.officer.buttons())
    await office.officer.taps("Piket")
    assert (await office.officer.state()).conversation == "piket"


async def test_what_another_desk_has_is_not_found(office: Office, ani: Talker) -> None:
    await sends_case(ani, office)
    await office.other.types("/kasus")
    await office.other.types("kartu keluarga")
    assert "kosong" in office.other.last


async def test_a_long_pile_comes_in_pages_and_by_kind(office: Office, talk: Talk) -> None:
    for place in range(8):
        citizen = talk.person(f"Warga {place}")
        kind = "Aspirasi: usul atau harapan" if place == 0 else "Pengaduan: ada yang salah"
        await to_what(citizen, office, kind)
        await citizen.types(f"Kursi nomor {place} di ruang tunggu rusak sejak kemarin pagi")
        await citizen.taps("Lewati")
        await citizen.taps("Kirim")
    officer = office.officer
    await officer.types("/kasus")
    await officer.taps("Semua (8)")
    assert officer.last.count("Kursi nomor") == 6
    await officer.taps("Berikutnya ›")
    assert officer.last.count("Kursi nomor") == 2
    await officer.taps("🔎 Semua jenis")
    await officer.taps("🔎 Pengaduan")
    assert "(1)" in officer.last
    assert "Aspirasi" in officer.last


async def test_a_case_is_handed_to_a_colleague_who_is_told_with_the_note(office: Office, ani: Talker) -> None:
    await sends_case(ani, office)
    before = len(ani.chat)
    await office.officer.taps("Buka")
    await more(office.officer, "🤝 Serahkan ke rekan")
    await office.officer.taps("Petugas 2")
    await office.officer.types("Kamu yang jaga loket itu kemarin")
    await office.mail()
    assert "diserahkan kepada Anda" in office.colleague.last
    assert "loket itu kemarin" in office.colleague.last
    assert len(ani.chat) == before, "who of the desk has it is the desk's affair"
    await office.colleague.taps("Buka")
    assert "Tangani" not in office.colleague.buttons()


async def test_an_internal_note_is_read_by_the_desk_alone(office: Office, ani: Talker) -> None:
    case_id = await sends_case(ani, office)
    await office.officer.taps("Buka")
    await more(office.officer, "📝 Catatan internal")
    await office.officer.types("Pelapor ini sering salah loket")
    await office.mail()
    assert "salah loket" in office.officer.last
    await ani.sends_tap(f"!tiket/{case_id}")
    assert "salah loket" not in ani.last
    assert "mencatat" not in ani.last


async def test_what_is_confidential_is_read_by_who_has_it_and_the_head_alone(
    office: Office, budi: Talker
) -> None:
    case_id = await sends_confidential(budi, office)
    assert "uang dua puluh ribu" not in office.officer.last
    await office.colleague.sends_tap(f"!kasus/{case_id}")
    assert "uang dua puluh ribu" not in office.colleague.last
    await office.officer.sends_tap(f"!kasus/{case_id}")
    await office.officer.taps("Tangani")
    assert "uang dua puluh ribu" in office.officer.last
    await office.head.sends_tap(f"!kasus/{case_id}")
    assert "uang dua puluh ribu" in office.head.last
    await office.admin.sends_tap(f"!kasus/{case_id}")
    assert "uang dua puluh ribu" not in office.admin.last
    await office.admin.types("/kasus")
    await office.admin.types("dua puluh ribu")
    assert "kosong" in office.admin.last


async def test_numbers_and_names_are_hidden_until_the_case_is_taken(office: Office, ani: Talker) -> None:
    await sends_case(ani, office, f"{WHAT}, hubungi Pak Saiful di 0812 3456 7890")
    await office.officer.taps("Buka")
    assert "3456" not in office.officer.last
    assert "Saiful" not in office.officer.last
    await office.officer.taps("Tangani")
    assert "0812 3456 7890" in office.officer.last
    assert "Saiful" in office.officer.last


async def test_the_citizen_is_told_whose_it_is_and_can_say_that_it_is_the_citys(
    office: Office, ani: Talker
) -> None:
    await sends_case(ani, office, "Listrik di rumah saya padam sejak kemarin malam")
    await office.officer.taps("Buka")
    await more(office.officer, "🚫 Bukan wewenang kota")
    await office.officer.taps("PLN (Perusahaan Listrik Negara)")
    await office.mail()
    assert "bukan kewenangan" in ani.last
    assert "PLN" in ani.last
    assert "lapor.go.id" in ani.last
    case = await office.case()
    assert (case["state"], case["outside"]) == ("outside", "pln")
    assert await office.clock() == {"reminded": 0, "escalated": 0, "closed": 0}
    await ani.taps("Belum")
    assert (await office.case())["state"] == "new"


async def test_ready_replies_are_kept_by_the_head_and_chosen_by_an_officer(
    office: Office, ani: Talker
) -> None:
    head = office.head
    await head.types("/jawaban")
    await head.taps("➕ Jawaban baru")
    await head.types("Jam layanan")
    await head.types("Loket buka Senin sampai Jumat, pukul delapan.")
    assert "Tersimpan" in head.said()
    await office.officer.types("/jawaban")
    assert "Jam layanan" not in " ".join(office.officer.buttons())
    await sends_case(ani, office)
    await office.officer.taps("Buka")
    await office.officer.taps("💬 Jawab")
    await office.officer.taps("💬 Jawaban siap pakai")
    await office.officer.taps("Jam layanan")
    assert "pukul delapan" in office.officer.last
    await office.officer.taps("📤 Kirim")
    await office.mail()
    assert "pukul delapan" in ani.last


async def test_the_workbook_names_nobody_and_leaves_out_what_is_confidential(
    office: Office, ani: Talker, budi: Talker
) -> None:
    await sends_case(ani, office, f"{WHAT}, hubungi 0812 3456 7890")
    await sends_confidential(budi, office)
    officer_id = (await office.officer.contact()).person_id
    sheet = await office.talk.run(cases_sheet, CATALOGUE, officer_id, "id")
    words = [str(row[4]) for row in sheet.rows]
    assert words[0] == "🔒 rahasia"
    assert "3456" not in words[1]
    other_id = (await office.other.contact()).person_id
    assert (await office.talk.run(cases_sheet, CATALOGUE, other_id, "id")).rows == []


@pytest.fixture
async def catching(database: object, clock: Clock) -> Office:
    """A city whose catch-all desk is that of Disdukcapil."""
    talk = await talk_in(database, clock, case_catch_all_unit="disdukcapil")  # type: ignore[arg-type]
    return await staffed(talk)


async def test_a_unit_without_officers_is_the_catch_all_desks(catching: Office) -> None:
    cut = catching.talk.person("Cut Nyak")
    await cut.types("/lapor")
    await cut.taps("Setuju")
    await cut.taps("Pengaduan: ada yang salah")
    await cut.types("dinas sosial")
    if (await cut.state()).step == "layanan":
        await cut.taps("Layanan lain")
    await cut.types("Bantuan beras kami tidak datang sejak bulan lalu")
    await cut.taps("Lewati")
    await cut.taps("Kirim")
    await catching.mail()
    assert "Laporan baru" in catching.officer.last
    await catching.officer.taps("Buka")
    await catching.officer.taps("💬 Jawab")
    await catching.officer.types("Kami teruskan kepada dinasnya")
    await catching.mail()
    assert "teruskan kepada dinasnya" in cut.last
    case_id = (await catching.case())["id"]
    newcomer = catching.talk.person("Rahmat")
    await newcomer.types("/mulai")
    unit_id = (await catching.case())["unit_id"]
    await catching.talk.run(add_grant, (await newcomer.contact()).person_id, Role.OFFICER, unit_id)
    await catching.officer.sends_tap(f"!kasus/{case_id}")
    assert "Laporan itu tidak ada" in (catching.officer.notice or catching.officer.last)
