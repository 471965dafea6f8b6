"""Whoever has a case, an alert or a tip open and types instead of tapping is asked whether the words are for the citizen."""

import pytest

from feedbackbot.dialogue.incoming import Kind
from tests.cases.office import LINK, OTHER, Office, number_of, sends_case, two_cases
from tests.cases.telling import inspector_at, tells
from tests.survey.ratings import LOW, rate
from tests.talk import Talker

WORDS = "Baik Bu, petugasnya sudah kami tegur, mohon maaf"


async def opened(ani: Talker, office: Office) -> Talker:
    await sends_case(ani, office)
    await office.officer.taps("Buka")
    return office.officer


async def sees(person: Talker, office: Office, words: str) -> bool:
    await office.mail()
    return words in "\n".join(person.sees())


async def test_words_at_an_open_case_go_to_the_citizen_once_that_is_confirmed(
    office: Office, ani: Talker
) -> None:
    officer = await opened(ani, office)
    await officer.types(WORDS)
    assert "Kirim ini kepada warga" in officer.last and WORDS in officer.last
    assert not await sees(ani, office, WORDS)
    await officer.types("ya")
    assert await sees(ani, office, WORDS)
    assert (await officer.state()).step == "satu", "the case is open still"


@pytest.mark.parametrize("no", ["tidak", "kembali", "jangan"])
async def test_a_no_sends_nothing_and_opens_the_case_again(office: Office, ani: Talker, no: str) -> None:
    officer = await opened(ani, office)
    await officer.types(WORDS)
    await officer.types(no)
    assert (await officer.state()).step == "satu"
    assert not await sees(ani, office, WORDS)
    await officer.types("sudah dicek ke lapangan?")
    assert WORDS not in officer.last, "the former words are gone"


async def test_they_may_be_kept_as_a_note(office: Office, ani: Talker) -> None:
    officer = await opened(ani, office)
    await officer.types(WORDS)
    await officer.taps("Catatan internal")
    assert WORDS in officer.last
    assert not await sees(ani, office, WORDS)


async def test_they_may_be_something_else(office: Office, ani: Talker) -> None:
    officer = await opened(ani, office)
    await officer.types("apa syarat bikin ktp")
    await officer.taps("Bukan, ini hal lain")
    assert "syarat" in "\n".join([*officer.sees()]).lower()
    assert not await sees(ani, office, "apa syarat bikin ktp")


async def test_a_picture_at_an_open_case_is_asked_about_too(office: Office, ani: Talker) -> None:
    officer = await opened(ani, office)
    await officer.sends_file(Kind.PHOTO)
    assert "1 berkas" in officer.last
    await officer.types(WORDS)
    await officer.taps("Kirim")
    assert await sees(ani, office, WORDS)
    assert any(shown.message.picture for shown in ani.chat)


async def test_the_words_of_a_button_and_its_number_still_mean_the_button(
    office: Office, ani: Talker
) -> None:
    officer = await opened(ani, office)
    await officer.types("tangani")
    assert (await office.case())["state"] == "taken"
    await officer.types("1")
    assert (await officer.state()).step != "balas"


async def test_another_cases_number_opens_that(office: Office, ani: Talker, budi: Talker) -> None:
    (_, first), (_, second) = await two_cases(office, ani, budi)
    await office.officer.types(f"/kasus {first}")
    await office.officer.types(second.lower())
    assert second in office.officer.last and OTHER[:20] in office.officer.last


async def test_at_a_closed_case_words_are_for_nobody(office: Office, ani: Talker) -> None:
    case_id = await sends_case(ani, office)
    number = await number_of(office)
    await ani.sends_tap(f"!tiket/{case_id}.tarikya", "1")
    await office.mail()
    await office.officer.types(f"/kasus {number}")
    await office.officer.types(WORDS)
    assert "tidak dikirim kepada siapa pun" in office.officer.said()
    assert not await sees(ani, office, WORDS)


async def test_words_at_a_low_score_are_asked_about(office: Office, ani: Talker) -> None:
    await rate(ani, LOW, LINK)
    await ani.taps("Ya, boleh")
    await office.mail()
    await office.officer.taps("Buka")
    await office.officer.types(WORDS)
    assert "Kirim ini kepada warga yang memberi nilai" in office.officer.last
    assert not await sees(ani, office, WORDS)
    await office.officer.taps("Kirim")
    assert await sees(ani, office, WORDS)


async def test_words_at_a_tip_are_an_answer_or_a_note_as_the_inspector_says(
    office: Office, ani: Talker
) -> None:
    inspector = await inspector_at(office)
    await tells(ani, office)
    await inspector.taps("🔎 Buka")
    await inspector.types("Periksa berkas bulan lalu")
    assert "Tulisan ini untuk apa?" in inspector.last
    await inspector.types("Periksa berkas bulan Mei")
    await inspector.taps("📝 Catatan")
    assert "bulan Mei" in inspector.last
    await inspector.types("Hari apa itu terjadi?")
    await inspector.taps("Kembali")
    assert "Hari apa" not in inspector.last
    await inspector.types("Di loket mana?")
    await inspector.taps("Jawaban untuk pengirim")
    assert "Jawaban disimpan" in inspector.said()
