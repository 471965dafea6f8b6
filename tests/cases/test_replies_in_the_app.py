"""Whoever replies in the chat app to a message about a case is understood, without a button."""

from feedbackbot.dialogue.incoming import Kind
from tests.cases.office import LINK, Office, sends_case
from tests.survey.ratings import LOW, rate
from tests.talk import Talker


async def is_asked(ani: Talker, office: Office, question: str = "Loket nomor berapa?") -> int:
    case_id = await sends_case(ani, office)
    await office.officer.taps("Buka")
    await office.officer.taps("Tanya balik")
    await office.officer.types(question)
    await office.mail()
    return case_id


async def test_a_citizens_reply_goes_to_the_officer_and_what_is_under_way_goes_on(
    office: Office, ani: Talker
) -> None:
    await is_asked(ani, office)
    await ani.opens("u_disdukcapil")
    under_way = await ani.state()
    await ani.replies("Loket nomor berapa?", "Loket tiga")
    assert "Terkirim ke petugas" in ani.last
    now = await ani.state()
    assert (now.conversation, now.step, now.run) == (under_way.conversation, under_way.step, under_way.run)
    await office.mail()
    assert "Loket tiga" in office.officer.last
    assert (await office.case())["state"] == "taken"


async def test_pictures_in_reply_are_collected_until_words_follow(office: Office, ani: Talker) -> None:
    await is_asked(ani, office)
    await ani.replies("Loket nomor berapa?", kind=Kind.PHOTO, album="1")
    await ani.replies("Loket nomor berapa?", kind=Kind.PHOTO, album="1")
    assert "2 berkas siap dikirim" in ani.last
    await ani.replies("Tulis untuk petugas", "Ini fotonya")
    assert "Terkirim ke petugas" in ani.last
    await office.mail()
    assert "Ini fotonya" in "\n".join(office.officer.sees())
    assert sum(shown.message.picture is not None for shown in office.officer.chat) == 2


async def test_what_an_officer_cannot_read_is_asked_for_in_words(office: Office, ani: Talker) -> None:
    await is_asked(ani, office)
    await ani.replies("Loket nomor berapa?", kind=Kind.VOICE)
    assert (await ani.state()).conversation == "tiket"
    assert "Tulis untuk petugas" in ani.last
    await ani.types("Loket tiga")
    assert "Terkirim ke petugas" in ani.last


async def test_a_reply_to_a_closed_case_is_answered_with_how_it_stands(office: Office, ani: Talker) -> None:
    case_id = await is_asked(ani, office)
    await ani.sends_tap(f"!tiket/{case_id}.tarikya", "1")
    await ani.replies("Loket nomor berapa?", "Loket tiga")
    assert "tidak diteruskan ke petugas" in ani.said()
    assert "Status: ditarik" in ani.last
    assert "Loket tiga" not in "\n".join(office.officer.sees())


async def test_whoever_is_asked_whether_it_is_done_and_writes_is_asked_still(
    office: Office, ani: Talker
) -> None:
    await sends_case(ani, office)
    await office.is_done("Sudah kami tegur")
    await ani.replies("Sudah selesai?", "sudah, terima kasih")
    assert "Terkirim ke petugas" in ani.last
    await ani.taps("Ya, sudah")
    assert (await office.case())["state"] == "closed-confirmed"


async def test_a_number_that_is_somebody_elses_says_nothing(
    office: Office, ani: Talker, budi: Talker
) -> None:
    await sends_case(ani, office)
    number = (await office.case())["number"]
    await budi.types("/mulai")
    await budi.does(Kind.TEXT, text="Loket tiga", quoted=f"Laporan {number}", quoted_ref="9")
    assert number not in budi.said()
    assert (await budi.state()).conversation != "tiket"
    await office.mail()
    assert "Loket tiga" not in "\n".join(office.officer.sees())


async def test_an_officers_reply_goes_to_the_citizen_once_it_is_confirmed(
    office: Office, ani: Talker
) -> None:
    await sends_case(ani, office)
    officer = office.officer
    await officer.replies("Laporan baru", "Mohon bukti bayarnya")
    assert "Kirim ini kepada warga" in officer.last
    await office.mail()
    assert "Mohon bukti" not in "\n".join(ani.sees())
    await officer.types("Mohon kirim bukti bayarnya")
    await officer.sends_file(Kind.PHOTO)
    assert "1 berkas" in officer.last
    await officer.taps("Kirim")
    await office.mail()
    assert "Mohon kirim bukti bayarnya" in "\n".join(ani.sees())
    assert any(shown.message.picture for shown in ani.chat)
    assert (await office.case())["state"] == "taken"


async def test_an_officer_may_think_better_of_it(office: Office, ani: Talker) -> None:
    await sends_case(ani, office)
    officer = office.officer
    await officer.replies("Laporan baru", "Siapa yang menangani ini?")
    await officer.taps("Kembali")
    await office.mail()
    assert "Siapa yang menangani" not in "\n".join(ani.sees())
    assert "Tangani" in "".join(officer.buttons())


async def test_a_typed_send_alone_sends_nothing(office: Office, ani: Talker) -> None:
    await sends_case(ani, office)
    await office.officer.replies("Laporan baru", "kirim")
    assert "Tolong tulis juga" in office.officer.said()
    assert (await office.case())["state"] == "new"


async def test_a_reply_to_a_case_that_went_to_another_unit_reaches_nobody(
    office: Office, ani: Talker
) -> None:
    await sends_case(ani, office)
    await office.other.types("/mulai")
    number = (await office.case())["number"]
    await office.other.does(Kind.TEXT, text="Sudah beres", quoted=f"Laporan baru {number}", quoted_ref="9")
    assert "Laporan itu tidak ada" in office.other.said()
    await office.mail()
    assert "Sudah beres" not in "\n".join(ani.sees())


async def test_an_officers_own_complaint_is_a_citizens(office: Office) -> None:
    await sends_case(office.other, office)
    await office.other.replies("Laporan terkirim", "Masih menunggu")
    assert "Terkirim ke petugas" in office.other.last
    await office.mail()
    assert "Masih menunggu" in office.officer.last


async def test_after_a_low_score_both_sides_reply_without_a_button(office: Office, ani: Talker) -> None:
    await rate(ani, LOW, LINK)
    await ani.taps("Ya, boleh")
    await office.mail()
    officer = office.officer
    await officer.replies("bersedia ditanya", "Maaf Bu, masih di sini?")
    assert "Kirim ini kepada warga yang memberi nilai" in officer.last
    await officer.taps("Kirim")
    await office.mail()
    await ani.replies("masih di sini?", "Masih, terima kasih")
    assert "Terkirim ke petugas" in ani.last
    await office.mail()
    assert "Masih, terima kasih" in officer.last
    await officer.replies("Masih, terima kasih", "Sudah kami tegur")
    await officer.taps("Kembali")
    await officer.taps("Sudah dibereskan")
    await office.mail()
    await ani.replies("masih di sini?", "Satu hal lagi")
    assert "tidak diteruskan" in ani.last
    await office.mail()
    texts = "\n".join([*officer.sees(), *ani.sees()])
    assert "Satu hal lagi" not in texts
    assert "Sudah kami tegur" not in "\n".join(ani.sees())


async def test_whoever_did_not_agree_to_be_asked_is_not_written_to(office: Office, ani: Talker) -> None:
    await rate(ani, LOW, LINK)
    await office.mail()
    await office.officer.replies("Nilai rendah", "Ada apa, Bu?")
    assert "belum mengizinkan" in office.officer.last
    await office.mail()
    assert "Ada apa, Bu?" not in "\n".join(ani.sees())


async def test_a_reply_is_understood_from_what_was_kept_where_the_words_name_no_number(
    office: Office, ani: Talker
) -> None:
    await is_asked(ani, office)
    asked = next(shown for shown in reversed(ani.chat) if "Loket nomor berapa?" in shown.text)
    await ani.does(Kind.TEXT, text="Loket tiga", quoted_ref=asked.ref)
    assert "Terkirim ke petugas" in ani.last
