"""Words that belong to a question asked earlier, whatever the person does in between."""

import pytest

from feedbackbot.dialogue.incoming import Kind
from tests.cases.office import Office, sends_case
from tests.talk import Clock, Talk, Talker

WORDS = "di depan meunasah, tiang nomor dua dari ujung"


async def is_asked(who: Talker, office: Office) -> int:
    case_id = await sends_case(who, office)
    await office.officer.taps("Buka")
    await office.officer.taps("Tanya balik")
    await office.officer.types("Mohon dijelaskan lagi di mana kejadiannya, Pak/Bu?")
    await office.mail()
    return case_id


def heard(office: Office, words: str) -> bool:
    return any(words in text for text in office.officer.sees())


@pytest.mark.parametrize("days", [0, 3])
async def test_free_words_answer_the_officers_question_once_confirmed_also_days_later(
    talk: Talk, office: Office, clock: Clock, days: int
) -> None:
    who = talk.person("Warga")
    await is_asked(who, office)
    clock.passes(days=days)
    await who.types(WORDS)
    assert WORDS in who.last
    await office.mail()
    assert not heard(office, WORDS)
    await who.types("iya")
    await office.mail()
    assert heard(office, WORDS)


@pytest.mark.parametrize("word", ["batal", "/batal.", "\u200ebatal", "Batal!", "berhenti", "menu"])
async def test_the_wish_to_stop_is_never_sent(talk: Talk, office: Office, word: str) -> None:
    who = talk.person("Warga")
    await is_asked(who, office)
    await who.taps("Tulis ke petugas")
    before = office.officer.sees()
    await who.does(Kind.TEXT, text=word)
    await office.mail()
    assert office.officer.sees() == before
    assert (await who.state()).conversation != "tiket"


async def test_what_was_meant_otherwise_is_not_sent_and_not_asked_again(talk: Talk, office: Office) -> None:
    who = talk.person("Warga")
    await is_asked(who, office)
    await who.types(WORDS)
    await who.taps("Bukan, ini hal lain")
    await who.types("/batal")
    await who.types(WORDS)
    await office.mail()
    assert not heard(office, WORDS)
    assert "jawaban untuk petugas" not in who.last


async def test_a_rating_under_way_waits_behind_the_answer(talk: Talk, office: Office, clock: Clock) -> None:
    who = talk.person("Warga")
    await sends_case(who, office)
    await who.opens("u_disdukcapil")
    await who.taps("Setuju")
    question = who.last
    clock.passes(minutes=1)
    await office.officer.taps("Buka")
    await office.officer.taps("Tanya balik")
    await office.officer.types("Mohon dijelaskan lagi di mana kejadiannya, Pak/Bu?")
    clock.passes(minutes=1)
    await office.mail()
    await who.types(WORDS)
    await who.taps("Ya, kirim ke petugas")
    await office.mail()
    assert heard(office, WORDS)
    assert (await who.state()).conversation == "nilai"
    assert who.last.endswith(question.rsplit("\n", 1)[-1])


@pytest.mark.parametrize(("words", "state"), [("sudah beres pak", "closed-confirmed"), ("belum", "new")])
async def test_a_closing_question_is_answered_in_plain_words(
    talk: Talk, office: Office, words: str, state: str
) -> None:
    who = talk.person("Warga")
    await sends_case(who, office)
    await office.officer.taps("Buka")
    await office.is_done("Sudah kami tindak lanjuti.")
    await office.mail()
    await who.types(words)
    assert (await office.case())["state"] == state


async def test_an_edit_of_what_was_sent_is_told_and_can_be_sent_after_it(talk: Talk, office: Office) -> None:
    who = talk.person("Warga")
    await sends_case(who, office, "Saya diminta dua puluh ribu rupiah di loket kemarin pagi oleh petugas.")
    await who.does_edit("Saya diminta dua ratus ribu rupiah di loket kemarin pagi oleh petugas.")
    assert "tidak ikut" in who.last
    await who.taps("Ya, kirim ke petugas")
    await office.mail()
    assert heard(office, "dua ratus ribu")
