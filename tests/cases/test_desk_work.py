"""The desk's daily work: colleagues, notes, the same twice, what is not the city's, what is confidential, who is away."""

import pytest

from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.people.roles import add_grant, end_grant, grants_of
from feedbackbot.wording.cases.workbook import cases_sheet
from tests.builders import CATALOGUE, talk_in
from tests.cases.office import OTHER, WHAT, Office, number_of, sends_case, staffed, to_what, two_cases
from tests.talk import Clock, Talk, Talker


async def more(officer: Talker, label: str) -> None:
    await officer.taps("⋯ Lainnya")
    await officer.taps(label)


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


async def test_two_cases_about_the_same_are_one_work_and_both_citizens_are_told(
    office: Office, ani: Talker, budi: Talker
) -> None:
    (_, first), (second_id, second) = await two_cases(office, ani, budi)
    officer = office.officer
    await officer.sends_tap(f"!kasus/{second_id}")
    await more(officer, "🔗 Gabungkan")
    assert first in officer.last, "the one that is alike is offered"
    await officer.taps(first)
    await office.mail()
    assert second in officer.last
    assert "dikerjakan bersama" in budi.last
    assert first not in budi.last, "the number of somebody else's case is not told"
    await officer.taps("💬 Jawab")
    await officer.types("Petugasnya sedang kami periksa")
    await office.mail()
    assert "sedang kami periksa" in ani.last
    assert "sedang kami periksa" in budi.last
    assert second in budi.last


async def test_words_of_a_merged_case_reach_the_desk_that_has_the_other_one(
    office: Office, ani: Talker, budi: Talker
) -> None:
    (first_id, first), (second_id, _) = await two_cases(office, ani, budi)
    await office.officer.sends_tap(f"!kasus/{second_id}")
    await more(office.officer, "🔗 Gabungkan")
    await office.officer.types(first)
    await office.officer.sends_tap(f"!kasus/{first_id}")
    await office.officer.taps("Teruskan")
    await office.officer.types("bpbd")
    await office.officer.taps("Tanpa catatan")
    await office.mail()
    await budi.sends_tap(f"!tiket/{second_id}.tulis")
    await budi.types("Masih terjadi sampai hari ini")
    await office.mail()
    assert "Masih terjadi" in office.other.last


async def test_who_is_not_helped_by_the_other_case_gets_the_own_one_back(
    office: Office, ani: Talker, budi: Talker
) -> None:
    (_, first), (second_id, second) = await two_cases(office, ani, budi)
    officer = office.officer
    await officer.sends_tap(f"!kasus/{second_id}")
    await more(officer, "🔗 Gabungkan")
    await officer.types(first)
    await officer.taps("✅ Selesai")
    await officer.types("Uangnya sudah dikembalikan")
    await office.mail()
    await budi.taps("Belum")
    await budi.types("Uang saya belum kembali")
    await office.mail()
    again = await office.case()
    assert again["number"] == second
    assert (again["state"], again["parent_id"]) == ("new", None)
    assert any("Uang saya belum kembali" in text for text in office.head.sees())


async def test_an_answer_to_a_case_that_was_merged_meanwhile_goes_where_it_is_worked_on(
    office: Office, ani: Talker, budi: Talker
) -> None:
    (first_id, first), (second_id, _) = await two_cases(office, ani, budi)
    await office.officer.sends_tap(f"!kasus/{second_id}")
    await office.officer.taps("💬 Jawab")
    await office.colleague.sends_tap(f"!kasus/{second_id}")
    await more(office.colleague, "🔗 Gabungkan")
    await office.colleague.types(first)
    await office.officer.types("Kami sedang memeriksa loketnya")
    assert "digabung ke" in office.officer.said()
    await office.mail()
    assert "sedang memeriksa" in ani.last
    assert "sedang memeriksa" in budi.last
    await ani.sends_tap(f"!tiket/{first_id}")
    assert "petugas: menjawab" in ani.last


async def test_what_is_confidential_is_never_merged_with_what_is_not(
    office: Office, ani: Talker, budi: Talker
) -> None:
    await sends_case(ani, office)
    first = await number_of(office)
    second_id = await _sends_confidential(budi, office)
    await office.officer.sends_tap(f"!kasus/{second_id}")
    await more(office.officer, "🔗 Gabungkan")
    await office.officer.types(first)
    assert "tidak bisa digabung" in (office.officer.notice or office.officer.last)


async def _sends_confidential(person: Talker, office: Office) -> int:
    await to_what(person, office)
    await person.types(OTHER)
    await person.taps("Lewati")
    await person.taps("🔒 Jadikan rahasia")
    await person.taps("Kirim")
    await office.mail()
    return int((await office.case())["id"])


async def test_what_is_confidential_is_read_by_who_has_it_and_the_head_alone(
    office: Office, budi: Talker
) -> None:
    case_id = await _sends_confidential(budi, office)
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


async def test_cases_of_an_officer_who_is_away_are_told_to_the_others(office: Office, ani: Talker) -> None:
    await sends_case(ani, office)
    await office.officer.taps("Buka")
    await office.officer.taps("Tangani")
    await office.mail()
    await office.officer.types("/piket")
    await office.officer.taps("🌴 Saya cuti")
    await office.officer.taps("3 hari")
    assert "cuti sampai" in office.officer.last
    await ani.taps("✍️ Tulis ke petugas")
    await ani.types("Ini masih berlanjut hari ini")
    before = len(office.officer.chat)
    await office.mail()
    assert "masih berlanjut" in office.colleague.last
    assert len(office.officer.chat) == before
    await office.officer.types("/piket")
    await office.officer.taps("🌴 Saya sudah kembali")
    await ani.taps("Lihat laporan")
    await ani.taps("✍️ Tulis ke petugas")
    await ani.types("Sekarang sudah sore")
    await office.mail()
    assert "sudah sore" in office.officer.last


async def test_leave_ends_by_itself(office: Office, ani: Talker, clock: Clock) -> None:
    for person in (office.officer, office.colleague):
        await person.types("/piket")
        await person.taps("🌴 Saya cuti")
        await person.types("2")
    clock.passes(days=3)
    await sends_case(ani, office)
    assert "Laporan baru" in office.officer.last


async def test_of_two_officers_who_take_one_case_the_second_is_told_whose_it_is(
    office: Office, ani: Talker
) -> None:
    case_id = await sends_case(ani, office)
    for person in (office.officer, office.colleague):
        await person.sends_tap(f"!kasus/{case_id}")
    await office.officer.taps("💬 Jawab")
    await office.colleague.taps("💬 Jawab")
    await office.officer.types("Kami periksa hari ini")
    await office.colleague.types("Sudah ditangani rekan saya")
    await office.mail()
    assert (await office.case())["officer_id"] == (await office.officer.contact()).person_id
    assert "periksa hari ini" in office.colleague.last, "the second sees what the first has answered"


async def test_a_role_taken_away_in_the_middle_sends_nothing(office: Office, ani: Talker) -> None:
    await sends_case(ani, office)
    await office.officer.taps("Buka")
    await office.officer.taps("💬 Jawab")
    person_id = (await office.officer.contact()).person_id
    for grant in await office.talk.run(grants_of, person_id):
        await office.talk.run(end_grant, grant.id)
    before = len(ani.chat)
    await office.officer.types("Jawaban yang tidak boleh sampai")
    await office.mail()
    assert len(ani.chat) == before
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
    await _sends_confidential(budi, office)
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
