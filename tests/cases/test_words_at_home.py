"""An officer with cases to answer writes a sentence without having one open: it is asked whether it is for a citizen, and for which."""

import pytest

from feedbackbot.dialogue.incoming import Kind
from tests.cases.office import Office, number_of, sends_case, two_cases
from tests.talk import Talker

WORDS = "Baik Bu, petugasnya sudah kami tegur, mohon maaf"
ANSWERS = (
    WORDS,
    "bapak, lampunya sudah kami perbaiki kemarin",
    "terima kasih laporannya, akan kami tindak lanjuti",
    "mohon maaf atas ketidaknyamanannya",
    "sudah selesai ya pak, silakan ambil KTP di loket 2",
    "besok tim kami turun ke lokasi",
    "boleh minta foto lokasinya bu?",
    "berkasnya kurang KK, mohon dibawa besok",
    "kami cek dulu ya",
)


async def sees(person: Talker, office: Office, words: str) -> bool:
    await office.mail()
    return words in "\n".join(person.sees())


@pytest.mark.parametrize("words", ANSWERS)
async def test_what_is_like_an_answer_is_offered_as_one_first(
    office: Office, ani: Talker, words: str
) -> None:
    await sends_case(ani, office)
    await office.officer.types(words)
    assert office.officer.buttons()[0].endswith("Jawab laporan warga")
    assert not await sees(ani, office, words)


async def test_with_one_case_in_hand_it_goes_there_once_confirmed(office: Office, ani: Talker) -> None:
    await sends_case(ani, office)
    await office.officer.types(WORDS)
    await office.officer.taps("Jawab laporan warga")
    assert await number_of(office) in office.officer.last
    assert "Kirim ini kepada warga" in office.officer.last and WORDS in office.officer.last
    assert not await sees(ani, office, WORDS)
    await office.officer.types("ya")
    assert await sees(ani, office, WORDS)


async def test_of_several_the_one_that_is_chosen_gets_it(office: Office, ani: Talker, budi: Talker) -> None:
    (_, first), (_, second) = await two_cases(office, ani, budi)
    await office.officer.types(WORDS)
    await office.officer.taps("Jawab laporan warga")
    assert first in office.officer.last and WORDS in office.officer.last
    await office.officer.types("yang kemarin")
    assert "bukan nomor laporan" in office.officer.said()
    await office.officer.types(second.lower())
    await office.officer.types("ya")
    assert await sees(budi, office, WORDS)
    assert not await sees(ani, office, WORDS)


async def test_what_was_not_sent_is_not_kept_for_the_next_case(office: Office, ani: Talker) -> None:
    await two_cases(office, ani, ani)
    await office.officer.types(WORDS)
    await office.officer.taps("Jawab laporan warga")
    await office.officer.types("kembali")
    assert "tidak dikirim kepada siapa pun" in office.officer.said()
    await office.officer.types(await number_of(office))
    await office.officer.types("sudah dicek ke lapangan?")
    assert WORDS not in office.officer.last
    assert not await sees(ani, office, WORDS)


async def test_a_picture_without_words_may_be_an_answer_too(office: Office, ani: Talker) -> None:
    await sends_case(ani, office)
    await office.officer.sends_file(Kind.PHOTO)
    await office.officer.taps("Jawab laporan warga")
    assert "1 berkas" in office.officer.last
    await office.officer.taps("Kirim")
    await office.mail()
    assert any(shown.message.picture for shown in ani.chat)


@pytest.mark.parametrize("words", [WORDS, "besok jam 9 silakan datang langsung ke loket 1 ya bu"])
async def test_at_the_desk_they_are_asked_about_too(office: Office, ani: Talker, words: str) -> None:
    await sends_case(ani, office)
    await office.officer.types("/kasus")
    await office.officer.types(words)
    await office.officer.taps("Jawab laporan warga")
    await office.officer.types("ya")
    assert await sees(ani, office, words)


async def test_at_the_desk_something_else_leads_back_to_it(office: Office, ani: Talker) -> None:
    await sends_case(ani, office)
    await office.officer.types("/kasus")
    await office.officer.types(WORDS)
    await office.officer.taps("Bukan itu")
    assert (await office.officer.state()).step == "meja"
    assert not await sees(ani, office, WORDS)


async def test_a_report_of_their_own_is_one_tap_away(office: Office, ani: Talker) -> None:
    await sends_case(ani, office)
    await office.officer.types("lampu jalan di depan rumah saya mati")
    await office.officer.taps("Buat laporan")
    assert (await office.officer.state()).conversation == "lapor"


@pytest.mark.parametrize("words", ["saya mau lapor", "apa syarat bikin ktp?", "meja laporan", "terima kasih"])
async def test_what_asks_the_bot_is_done_as_for_anybody(office: Office, ani: Talker, words: str) -> None:
    await sends_case(ani, office)
    await office.officer.types(words)
    assert not any("Jawab laporan warga" in label for label in office.officer.buttons())


async def test_without_a_case_to_answer_it_is_a_report(office: Office, ani: Talker) -> None:
    await office.officer.types("bapak, lampunya sudah kami perbaiki kemarin")
    assert not any("Jawab laporan warga" in label for label in office.officer.buttons())


async def test_who_only_watches_over_the_city_is_not_asked(office: Office, ani: Talker) -> None:
    await sends_case(ani, office)
    await office.admin.types("besok tim kami turun ke lokasi")
    assert not any("Jawab laporan warga" in label for label in office.admin.buttons())
