"""Small words are answered in one message that leads on, on either chat service of the tests."""

import pytest

from feedbackbot.channels.narrow import refusal
from feedbackbot.dialogue.gathering import together
from feedbackbot.dialogue.incoming import Incoming, Kind
from tests.survey.ratings import begin
from tests.talk import Talk, Talker

SMALL = {
    "assalamualaikum": "Waalaikumsalam",
    "Saleum teungku": "Waalaikumsalam",
    "selamat pagi min": "Halo",
    "makasih banyak ya": "Sama-sama",
    "udah makan belum bot": "bot layanan kota",
    "bot goblok gak guna": "Maaf kalau mengecewakan",
    "ok udah dulu ya, wassalam": "sampai jumpa",
}


@pytest.mark.parametrize("words", SMALL)
async def test_a_small_word_gets_one_answer_that_leads_on(anywhere: Talk, words: str) -> None:
    who = anywhere.person("Warga")
    await who.types("/mulai")
    await who.types("/batal")
    await who.types(words)
    [answer] = who.answered
    assert SMALL[words] in answer.text
    assert 2 <= len(who.buttons()) <= 3
    assert refusal(answer) == ""


async def test_beside_a_question_the_small_word_is_answered_and_the_question_asked_again(
    anywhere: Talk,
) -> None:
    who = anywhere.person("Warga")
    await begin(who, "u_bpbd")
    question = who.last
    await who.types("udah makan belum bot")
    assert "bot layanan kota" in who.answered[0].text
    assert who.last == question


@pytest.mark.parametrize("asked_something", [False, True])
async def test_insults_are_answered_once_and_then_shown_the_way_out(
    anywhere: Talk, asked_something: bool
) -> None:
    who = anywhere.person("Warga")
    await (begin(who, "u_bpbd") if asked_something else who.types("/mulai"))
    said = []
    for words in ("bot goblok gak guna", "dasar bot tolol", "bot bego"):
        await who.types(words)
        said.append(who.said())
    assert "Maaf kalau mengecewakan" in said[0]
    assert "Anda kesal" in said[1]
    assert len(set(said)) == 3
    assert any("menu" in label.lower() for label in who.buttons())
    await who.types("makasih")
    await who.types("bot goblok gak guna")
    assert "Maaf kalau mengecewakan" in who.said()


async def test_after_an_insult_a_complaint_is_still_a_complaint(ani: Talker) -> None:
    await ani.types("bot tolol")
    await ani.types("bot tolol, jalan di depan rumah saya rusak parah sudah dua bulan")
    await ani.taps("Setuju")
    assert (await ani.state()).conversation == "lapor"


async def test_a_voice_note_without_words_goes_into_the_report(ani: Talker) -> None:
    await ani.types("/mulai")
    await ani.sends_file(Kind.VOICE)
    await ani.taps("Setuju")
    assert '"kind":"' in (await ani.state()).data
    assert '"files":[{' in (await ani.state()).data


async def test_a_story_in_five_messages_is_one_report_with_all_its_words(anywhere: Talk) -> None:
    who = anywhere.person("Warga")
    await who.types("/mulai")
    parts = (
        "Pak kemarin saya antre di dukcapil",
        "dari jam 7",
        "sampai jam 12",
        "tidak dipanggil juga",
        "petugasnya malah ngobrol",
    )
    whole, used = together([Incoming("memory", "Warga", Kind.TEXT, text=one) for one in parts])
    assert used == len(parts)
    await who.does(Kind.TEXT, text=whole.text)
    assert len(who.answered) == 1
    await who.taps("Setuju")
    kept = (await who.state()).data
    assert all(one in kept for one in parts)


async def test_an_album_out_of_the_blue_gets_one_answer_and_is_kept_whole(anywhere: Talk) -> None:
    who = anywhere.person("Warga")
    await who.types("/mulai")
    await who.sends_album(3, caption="jalan di depan rumah kami rusak parah sudah dua bulan")
    assert len(who.answered) == 1
    await who.taps("Setuju")
    assert (await who.state()).data.count('"ref"') == 3
