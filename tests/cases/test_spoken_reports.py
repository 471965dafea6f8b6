"""A voice, a picture or a place begins a report; what was spoken counts as its words, and the officer hears it."""

import pytest
from sqlalchemy import select

from feedbackbot.dialogue.incoming import Kind, Received
from feedbackbot.domain.cases.time_words import is_time
from feedbackbot.storage.cases.tables import timeline_file
from tests.cases.office import Office, to_what
from tests.talk import Talker


async def speaks(person: Talker, caption: str = "") -> None:
    await person.does(Kind.VOICE, text=caption, file=Received("suara-1", "", "audio/ogg", 9000))


async def goes_to_the_check(person: Talker) -> None:
    """From a kind on: the office, and the day where that is asked."""
    await person.taps("Pengaduan: ada yang salah")
    await person.types("dukcapil")
    if (await person.state()).step == "kapan":
        await person.taps("Kemarin")


async def test_what_was_spoken_out_of_the_blue_is_a_whole_report_that_the_officer_hears(
    office: Office, ani: Talker
) -> None:
    await ani.types("/mulai")
    await speaks(ani)
    await ani.taps("Setuju")
    assert "1 pesan suara" in ani.last
    await goes_to_the_check(ani)
    assert "Isinya ada di pesan suara" in ani.last
    await ani.types("Kejadiannya di loket tiga pagi itu")
    await ani.taps("Kirim")
    await office.mail()
    assert any(shown.message.voice is not None for shown in office.officer.chat), "the officer hears it"
    case = await office.case()
    assert case["words"] == "Kejadiannya di loket tiga pagi itu"
    kinds = await office.talk.work(lambda tx: tx.run(select(timeline_file.c.kind)).scalars().all())
    assert kinds == ["voice"]


async def test_two_voices_without_a_word_are_not_the_same_report(office: Office, ani: Talker) -> None:
    await ani.types("/mulai")
    await speaks(ani)
    await ani.taps("Setuju")
    await goes_to_the_check(ani)
    await ani.taps("Kirim")
    office.talk.now.passes(minutes=5)
    await speaks(ani)
    await ani.taps("📣 Bukan, ini laporan baru")
    await ani.types("dukcapil")
    if (await ani.state()).step == "kapan":
        await ani.taps("Kemarin")
    await ani.taps("Kirim")
    assert "Laporan terkirim" in ani.last


async def test_a_voice_answers_what_happened(office: Office, ani: Talker) -> None:
    await to_what(ani, office)
    await speaks(ani)
    assert "Kapan itu terjadi" in ani.last


async def test_music_is_a_document(office: Office, ani: Talker) -> None:
    await to_what(ani, office)
    await ani.does(Kind.VOICE, file=Received("lagu-1", "lagu.mp3", "audio/mpeg", 9000))
    assert "tulis apa yang terjadi" in ani.said()


@pytest.mark.parametrize("kind", [Kind.PHOTO, Kind.LOCATION])
async def test_a_picture_or_a_place_out_of_the_blue_begins_a_report(
    office: Office, ani: Talker, kind: Kind
) -> None:
    await ani.types("/mulai")
    if kind is Kind.PHOTO:
        await ani.sends_file()
    else:
        await ani.does(Kind.LOCATION, latitude=5.18, longitude=97.14)
    await ani.taps("Setuju")
    assert ("1 foto" if kind is Kind.PHOTO else "titik di peta") in ani.last
    await ani.taps("Pengaduan: ada yang salah")
    await ani.types("dukcapil")
    await ani.types("Jalan di depan loket rusak sejak kemarin")
    if kind is Kind.LOCATION:
        await ani.taps("Lewati")
    assert "Sudah benar?" in ani.last
    assert ("1 foto" if kind is Kind.PHOTO else "titik di peta") in ani.last


async def test_after_a_refused_file_the_next_one_is_read(office: Office, ani: Talker) -> None:
    await to_what(ani, office)
    await ani.types("Loket tutup sejak kemarin pagi tanpa pengumuman")
    await ani.does(Kind.PHOTO, file=Received("besar", "", "image/jpeg", 90_000_000))
    assert "terlalu besar" in ani.said()
    await ani.sends_file()
    assert "1 dari" in ani.last


@pytest.mark.parametrize(
    "words",
    [
        "12",
        "9.30",
        "tiap pagi",
        "sekitar jam 9 pagi",
        "12 Maret 2026",
        "uroe nyoe",
        "senin lalu",
        "udah seminggu",
        "kmrn pagi pak",
        "bbrp hari",
        "dari dulu sih",
        "sudah hampir setahun",
    ],
)
def test_a_time_is_a_time(words: str) -> None:
    assert is_time(words)


@pytest.mark.parametrize(
    "words", ["loket 3", "dua puluh ribu", "tidak tahu", "", "???", "yang lalu", "08123456789 Pak Budi"]
)
def test_what_is_no_time_is_none(words: str) -> None:
    assert not is_time(words)


async def test_when_takes_times_only_and_every_screen_can_be_left(office: Office, ani: Talker) -> None:
    await ani.types("/lapor")
    await ani.taps("Setuju")
    seen = []
    for move in ("Pengaduan: ada yang salah", "dukcapil", "Loket tutup tanpa pengumuman apa pun"):
        assert "✖️ Batal" in ani.buttons(), ani.last
        seen.append(ani.last)
        await (ani.taps(move) if move.startswith("Pengaduan") else ani.types(move))
        if (await ani.state()).step == "layanan":
            assert "✖️ Batal" in ani.buttons()
            await ani.taps("Layanan lain")
    await ani.types("loket 3")
    assert "waktunya saja" in ani.said()
    await ani.types("laporan saya yang lama sampai mana")
    assert any("Laporan saya" in label for label in ani.buttons())
    await ani.taps(next(label for label in ani.buttons() if "Lanjutkan" in label))
    await ani.types("9.30")
    await ani.taps("Lewati")
    assert {"🏷 Jenis", "✏️ Isi", "🏢 Kantor", "🕑 Waktu", "📍 Tempat", "📎 Berkas", "👤 Nama"} <= set(
        ani.buttons()
    )
    for line in ("Jenis:", "Kantor:", "Kapan: 9.30", "Tempat: –", "Berkas: –", "Pengirim:"):
        assert line in ani.last
    await ani.taps("✖️ Batal")
    assert "kita berhenti" in ani.last
