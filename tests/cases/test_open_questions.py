"""Words that belong to a question asked earlier, whatever the person does in between."""

import pytest

from feedbackbot.dialogue.incoming import Kind
from tests.cases.asked import heard, is_told_done
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


@pytest.mark.parametrize("days", [0, 3])
async def test_a_few_words_right_after_the_officers_question_answer_it_also_days_later(
    talk: Talk, office: Office, clock: Clock, days: int
) -> None:
    who = talk.person("Warga")
    await is_asked(who, office)
    clock.passes(days=days)
    await who.types(WORDS)
    assert "Terkirim ke petugas" in who.last
    await office.mail()
    assert heard(office, WORDS)


async def test_words_after_something_else_was_said_go_once_confirmed(
    talk: Talk, office: Office, clock: Clock
) -> None:
    who = talk.person("Warga")
    await is_asked(who, office)
    await somebody_else_speaks(who, clock)
    await who.types(WORDS)
    assert WORDS in who.last
    await office.mail()
    assert not heard(office, WORDS)
    await who.types("iya")
    await office.mail()
    assert heard(office, WORDS)


async def somebody_else_speaks(who: Talker, clock: Clock) -> None:
    """The bot says something of its own, so that the officer's question is no longer the last word."""
    clock.passes(minutes=1)
    await who.types("/bantuan")
    clock.passes(minutes=1)


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


async def test_what_was_meant_otherwise_is_not_sent_and_not_asked_again(
    talk: Talk, office: Office, clock: Clock
) -> None:
    who = talk.person("Warga")
    await is_asked(who, office)
    await somebody_else_speaks(who, clock)
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
    await is_told_done(who, office)
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


async def test_a_second_concern_is_offered_as_a_report_of_its_own(talk: Talk, office: Office) -> None:
    who = talk.person("Warga")
    await is_asked(who, office)
    words = "oh ya satu lagi, selokan di lorong sebelah juga mampet, bisa sekalian dilaporkan?"
    await who.types(words)
    await who.taps("Bukan, ini laporan baru")
    await office.mail()
    assert not heard(office, words)
    assert (await who.state()).conversation == "lapor"
    assert words in (await who.state()).data


@pytest.mark.parametrize("word", ["ya", "👍", "Ya", "ok", "1"])
async def test_a_bare_yes_to_the_officers_question_is_shown_before_it_goes(
    talk: Talk, office: Office, word: str
) -> None:
    """It is the answer, not a yes to a draft that does not exist yet: an empty letter went."""
    who = talk.person("Warga")
    await is_asked(who, office)
    before = office.officer.sees()
    await who.types(word)
    await office.mail()
    assert office.officer.sees() == before
    assert f"“{word}”" in who.last
    await who.types("ya")
    await office.mail()
    assert heard(office, word)


@pytest.mark.parametrize("stopped_before", [False, True])
@pytest.mark.parametrize(
    ("words", "conversation"),
    [
        ("apa syarat bikin ktp?", "info"),
        ("jam berapa buka?", "info"),
        ("jam berapa saya harus datang pak?", "tiket"),
        ("syaratnya apa pak", "tiket"),
    ],
)
async def test_a_question_for_the_bot_is_answered_and_the_officers_stays_open(
    talk: Talk, office: Office, clock: Clock, words: str, conversation: str, stopped_before: bool
) -> None:
    """Asked back only where it could be meant either way."""
    who = talk.person("Warga")
    await is_asked(who, office)
    clock.passes(minutes=1)
    if stopped_before:
        await who.types("/batal")
    await who.types(words)
    assert (await who.state()).conversation == conversation
    await who.types(WORDS)
    assert "jawaban untuk petugas" in who.last
    assert WORDS in who.last
