"""A low score: told at once, never who; asked only who agreed; rated again beside the first."""

from feedbackbot.storage.cases.recoveries import second_ratings
from tests.cases.office import LINK, Office
from tests.deliver import deliver
from tests.dialogue.crawl import first_choice
from tests.survey.ratings import LOW, rate, totals
from tests.talk import Talk, Talker


async def test_a_low_score_is_told_to_the_officer_in_the_turn_of_the_rating(
    office: Office, ani: Talker
) -> None:
    await rate(ani, LOW, LINK)
    assert await deliver(office.talk) > 0, "it lies in the outbox with the turn's own commit"
    alert = office.officer.last
    assert "Nilai rendah di Disdukcapil: Kecepatan, Sikap petugas (indeks 72,22)" in alert
    await ani.types("Menunggu dua jam, petugas membentak")
    await deliver(office.talk)
    assert "Menunggu dua jam, petugas membentak" in office.officer.last
    await office.officer.taps("Buka")
    assert "belum mengizinkan" in office.officer.last
    assert "Balas" not in office.officer.buttons()


async def test_a_good_score_alarms_nobody(office: Office, ani: Talker) -> None:
    await rate(ani, (3,) * 9, LINK)
    await ani.types("Baik sekali")
    assert await deliver(office.talk) == 0


ONE = (4, 4, 4, 4, 4, 4, 4, 1, 4)


async def test_eight_best_marks_and_no_complaint_to_make_alarm_nobody(office: Office, ani: Talker) -> None:
    await rate(ani, ONE, LINK)
    await ani.types("Tidak ada keluhan, terima kasih")
    assert await deliver(office.talk) == 0
    assert "🙋 Ya, boleh" not in [button.label for shown in ani.chat for button in shown.buttons]


async def test_one_lowest_mark_alarms_once_the_words_beside_it_complain(office: Office, ani: Talker) -> None:
    await rate(ani, ONE, LINK)
    assert await deliver(office.talk) == 0
    await ani.types("Keluhan saya tidak ditanggapi")
    assert "🙋 Ya, boleh" in [button.label for shown in ani.chat for button in shown.buttons]
    assert await deliver(office.talk) > 0
    assert "Keluhan saya tidak ditanggapi" in office.officer.last
    assert "indeks 91,67" in office.officer.last


async def test_officer_and_citizen_write_and_the_second_rating_leaves_the_index_alone(
    office: Office, ani: Talker, talk: Talk
) -> None:
    await rate(ani, LOW, LINK)
    await ani.taps("Ya, boleh")
    await deliver(talk)
    officer = office.officer
    assert "bersedia ditanya" in officer.last
    await officer.taps("Buka")
    await officer.taps("Balas")
    await officer.sends_file(caption="Maaf Bu, loket dua sudah kami buka. Masih di sini?")
    await deliver(talk)
    assert "loket dua" in "\n".join(ani.sees())
    assert ani.chat[-1].message.picture is not None
    await ani.taps("Tulis ke petugas")
    await ani.types("Masih, terima kasih")
    await deliver(talk)
    assert "Masih, terima kasih" in officer.last
    before = await totals(talk, "disdukcapil")
    await officer.taps("Buka")
    await officer.taps("Sudah dibereskan")
    await deliver(talk)
    await ani.taps("Nilai sekali lagi")
    await ani.taps("Sangat cepat")
    await ani.taps("Sopan dan ramah")
    assert "kata Anda sudah kami catat" in ani.last
    assert await talk.run(second_ratings, 1) == {"waktu": 4, "perilaku": 3}
    assert await totals(talk, "disdukcapil") == before
    await officer.sends_tap("!pulih/1")
    assert "Nilai kedua, Kecepatan: Sangat cepat" in officer.last


async def test_a_forged_agreement_or_reply_of_somebody_else_is_refused(
    office: Office, ani: Talker, budi: Talker
) -> None:
    await rate(ani, LOW, LINK)
    await budi.sends_tap("!bolehtanya/1", "1")
    assert budi.notice == "Itu sudah selesai."
    await ani.taps("Ya, boleh")
    for door in ("tanggapan", "lebihbaik", "pulih"):
        await budi.sends_tap(f"!{door}/1", "1")
        assert (await budi.state()).conversation != "pulih", door
    await office.other.sends_tap("!pulih/1", "1")
    assert (await office.other.state()).conversation != "pulih", "an officer of another unit"


async def test_a_withdrawn_consent_ends_it_and_erases_what_was_written(
    office: Office, ani: Talker, talk: Talk
) -> None:
    await rate(ani, LOW, LINK)
    await ani.taps("Ya, boleh")
    await office.officer.sends_tap("!pulih/1", "1")
    await office.officer.taps("Balas")
    await office.officer.types("Apa yang terjadi?")
    await ani.types("/privasi")
    await ani.taps("Tarik izin ditanya")
    await ani.taps("Ya, tarik dan hapus")
    await office.officer.sends_tap("!pulih/1", "1")
    assert "belum mengizinkan" in office.officer.last
    assert "Apa yang terjadi?" not in office.officer.last


async def test_from_the_low_score_a_complaint_is_a_tap_away_with_unit_and_element(
    office: Office, ani: Talker
) -> None:
    await rate(ani, LOW, LINK)
    await ani.taps("Buat laporan")
    await ani.taps("Setuju")
    if (await ani.state()).step == "layanan":
        await first_choice(ani)
    assert "Ceritakan apa yang terjadi di Disdukcapil" in ani.last
    await ani.types("Dua jam menunggu tanpa nomor antrean tadi pagi")
    await ani.taps("Lewati")
    await ani.taps("Kirim")
    assert (await office.case())["element"] == "waktu"
