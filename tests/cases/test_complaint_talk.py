"""A complaint by talking: from the first word to the citizen's last."""

import pytest

from feedbackbot.dialogue.incoming import Kind
from tests.cases.office import WHAT, Office, sends_case, to_what
from tests.deliver import deliver
from tests.talk import Talk, Talker


async def test_a_complaint_from_the_first_word_to_the_confirmed_closing_with_pictures_both_ways(
    office: Office, ani: Talker
) -> None:
    await to_what(ani, office)
    await ani.types(WHAT)
    await ani.sends_file(Kind.PHOTO)
    assert "1 dari 5" in ani.last
    await ani.taps("Lanjut ›")
    assert WHAT in ani.last
    assert "dirahasiakan" in ani.last
    await ani.taps("Kirim")
    number = (await office.case())["number"]
    assert number in ani.last

    await office.mail()
    officer = office.officer
    assert number in officer.sees()[-2]
    assert officer.chat[-1].message.picture is not None
    assert officer.chat[-1].message.picture.args["ref"] == "file-1"
    await officer.taps("Buka")
    await officer.taps("Tangani")
    await officer.taps("Jawab")
    await officer.sends_file(Kind.PHOTO, caption="Uangnya sudah dikembalikan, ini kuitansinya")
    await officer.taps("Selesai")
    await officer.types("Petugas ditegur dan uang dikembalikan")
    await office.mail()

    texts = "\n".join(ani.sees())
    assert "sekarang ditangani petugas" in texts
    assert "Uangnya sudah dikembalikan" in texts
    assert any(shown.message.picture for shown in ani.chat)
    assert "Sudah selesai?" in ani.last
    await ani.taps("Ya, sudah")
    await office.mail()
    await ani.taps("Sangat baik")
    kept = await office.case()
    assert (kept["state"], kept["score"], kept["clock_at"]) == ("closed-confirmed", 4, None)
    assert "Fajar" not in "\n".join(ani.sees())
    assert "selesai" in officer.last


async def test_a_refused_closing_opens_the_case_with_one_tap_and_goes_one_level_up(
    office: Office, ani: Talker
) -> None:
    await sends_case(ani, office)
    await office.is_done("Sudah kami tegur")
    await ani.taps("Belum")
    kept = await office.case()
    assert (kept["state"], kept["level"], kept["reopened"]) == ("new", 1, 1)
    assert "Apa yang belum beres?" in ani.last
    await ani.types("Uang saya belum kembali")
    await office.mail()
    assert "menolak penutupan" in "\n".join(office.head.sees())
    assert "Uang saya belum kembali" in "\n".join(office.officer.sees())


async def test_only_what_is_missing_is_asked(office: Office, ani: Talker) -> None:
    await to_what(ani, office)
    await ani.types("buruk")
    assert "lebih jelas" in ani.last
    await ani.types("antrean lama sekali dan tidak ada yang melayani")
    assert "Kapan" in ani.last
    await ani.taps("Kemarin")
    await ani.taps("Lewati")
    assert "buruk" in ani.last
    assert "Kemarin (ditulis 24 Nov 2026)" in ani.last
    await ani.taps("Nama")
    await ani.types("Ibu di loket tiga")
    assert "Ibu di loket tiga" in ani.last
    await ani.taps("Tempat")
    await ani.does(Kind.LOCATION, latitude=5.18, longitude=97.14)
    assert "titik di peta" in ani.last
    await ani.taps("Kirim")
    kept = await office.case()
    assert (kept["told_name"], round(kept["latitude"], 2)) == ("Ibu di loket tiga", 5.18)


async def test_the_officer_asks_back_and_the_answer_comes_to_the_desk(office: Office, ani: Talker) -> None:
    case_id = await sends_case(ani, office)
    await office.officer.taps("Buka")
    await office.officer.taps("Tanya balik")
    await office.officer.types("Loket nomor berapa?")
    await office.mail()
    assert "Loket nomor berapa?" in ani.last
    assert (await office.case())["state"] == "asked"
    await ani.taps("Tulis ke petugas")
    await ani.types("Loket tiga")
    await office.mail()
    assert "Loket tiga" in office.officer.last
    assert (await office.case())["state"] == "taken"
    await ani.sends_tap(f"!tiket/{case_id}")
    assert "Anda: menulis – “Loket tiga”" in ani.last
    assert "petugas: bertanya" in ani.last


async def test_a_case_is_passed_to_another_unit_with_its_timeline(office: Office, ani: Talker) -> None:
    case_id = await sends_case(ani, office)
    await office.officer.taps("Buka")
    await office.officer.taps("Teruskan")
    await office.officer.types("bpbd")
    await office.officer.types("Ini soal loket bencana")
    await office.mail()
    assert "diteruskan ke" in ani.last
    assert "loket bencana" not in ani.last, "a note is for the other desk alone"
    assert "diteruskan ke" in office.other.last
    await office.other.taps("Buka")
    assert WHAT in office.other.last
    await office.officer.sends_tap(f"!kasus/{case_id}")
    assert "Laporan itu tidak ada" in (office.officer.notice or office.officer.last)


async def test_the_desk_sorts_by_what_is_mine_new_due_today_and_overdue(
    office: Office, ani: Talker, budi: Talker, talk: Talk
) -> None:
    await sends_case(ani, office)
    await sends_case(budi, office, "Kursi ruang tunggu rusak semua sejak minggu lalu")
    officer = office.officer
    await officer.taps("Buka")
    await officer.taps("Tangani")
    await officer.types("/kasus")
    assert officer.buttons()[:5] == [
        "Baru (1)", "Punya saya (1)", "Tenggat hari ini (0)", "Lewat tenggat (0)", "Semua (2)",
    ]  # fmt: skip
    talk.now.passes(days=3)  # type: ignore[attr-defined]
    await officer.types("/kasus")
    assert "Tenggat hari ini (2)" in officer.buttons()
    talk.now.passes(days=1)  # type: ignore[attr-defined]
    await officer.types("/kasus")
    await officer.taps("Lewat tenggat (2)")
    assert all(label.startswith("🔴") for label in officer.buttons()[:2])


async def test_who_is_on_duty_is_told_and_nobody_else(office: Office, ani: Talker) -> None:
    colleague = office.colleague
    await colleague.types("/piket")
    await colleague.taps("Selasa: Semua petugas")
    await colleague.taps("Petugas 2 (Anda)")
    assert "Selasa: Petugas 2 (Anda)" in colleague.buttons()
    before = len(office.officer.chat)
    await sends_case(ani, office)  # the clock of the tests stands at a Tuesday
    assert "Laporan baru" in colleague.last
    assert len(office.officer.chat) == before


async def test_a_unit_without_anybody_is_the_superadmins(office: Office, ani: Talker) -> None:
    await ani.types("/lapor")
    await ani.taps("Setuju")
    await ani.taps("Permintaan informasi")
    await ani.types("bappeda")
    if (await ani.state()).step == "layanan":
        await ani.taps("Layanan lain")
    await ani.types("Kapan musyawarah rencana pembangunan diadakan?")
    await ani.taps("Lewati")
    await ani.taps("Kirim")
    await office.mail()
    assert "Laporan baru" in office.admin.last


async def test_a_citizen_withdraws_and_sees_the_own_cases(office: Office, ani: Talker) -> None:
    case_id = await sends_case(ani, office)
    number = (await office.case())["number"]
    await ani.types(f"/lapor {number.lower().replace('-', ' ')}")
    await ani.taps("Lihat laporan")
    await ani.taps("Tarik laporan")
    await ani.taps("Ya, tarik")
    assert (await office.case())["state"] == "withdrawn"
    await deliver(office.talk)
    assert "menarik laporan" in office.officer.last
    await ani.types("/lapor")
    await ani.taps("Laporan saya")
    assert f"{number} · ditarik" in ani.buttons()
    await ani.sends_tap(f"!tiket/{case_id}.tulis")
    assert "ditarik" in ani.last, "an old button shows how it stands"


async def test_in_english(office: Office, ani: Talker) -> None:
    await ani.types("/bahasa")
    await ani.taps("English")
    await ani.types("/lapor")
    await ani.taps("I agree")
    await ani.taps("A question")
    await ani.types("dukcapil")
    await ani.taps("Another service")
    await ani.types("When is the office open during the fasting month?")
    await ani.taps("Skip")
    await ani.taps("Send")
    assert "Your report was sent" in ani.last


async def test_who_tells_before_being_asked_is_not_asked_again(ani: Talker) -> None:
    """At the questions for consent and kind: the words are kept, the question stands."""
    await ani.types("/lapor")
    await ani.types("jalan Merdeka depan pasar berlubang besar, dua motor sudah jatuh")
    assert "Sudah saya catat" in ani.last
    await ani.types("iya setuju")
    await ani.types("lampu jalannya juga mati, gelap sekali kalau malam")
    assert "Sudah saya catat" in ani.last
    await ani.taps("Pengaduan: ada yang salah")
    await ani.taps("Dinas PUPR")
    await ani.types("kemarin")
    await ani.types("sudah dari minggu lalu sebenarnya")
    await ani.types("jam berapa kantornya buka")
    assert "hal lain" in ani.last
    await ani.taps("Lanjutkan menulis laporan")
    await ani.taps("Lewati ›")
    assert "Merdeka depan pasar" in ani.last
    assert "dari minggu lalu" in ani.last
    assert "lampu jalannya" in ani.last


async def test_another_wish_at_the_question_for_consent_is_understood_as_such(ani: Talker) -> None:
    await ani.types("/lapor")
    await ani.types("berapa biaya bikin ktp")
    assert "Sudah saya catat" not in ani.last
    assert "hal lain" in ani.last


@pytest.mark.parametrize(
    "words", ["ga ada foto", "tidak punya buktinya pak", "lewati", "belum ada surat atau foto"]
)
async def test_that_there_is_no_picture_may_be_said(office: Office, ani: Talker, words: str) -> None:
    await to_what(ani, office)
    await ani.types(WHAT)
    await ani.types(words)
    assert (await ani.state()).step == "periksa"
    assert words not in ani.last, "it is no part of the story"
