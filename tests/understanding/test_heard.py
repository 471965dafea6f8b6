"""What becomes of words that answer no question."""

import json

import pytest

from tests.forum.city import City
from tests.survey.ratings import answer, begin
from tests.talk import Talk, Talker
from tests.understanding.said import ROAD, words_of


@pytest.mark.parametrize("opening", ["", "/mulai"])
async def test_a_complaint_out_of_the_blue_is_a_report_with_its_words(ani: Talker, opening: str) -> None:
    if opening:
        await ani.types(opening)
    await ani.types(ROAD)
    assert ROAD in ani.last  # before the long question for consent: it is not lost
    await ani.taps("Setuju")
    assert (await ani.state()).conversation == "lapor"
    assert await words_of(ani) == ROAD
    assert "kantor mana" in ani.last
    await ani.taps("Dinas PUPR")
    # not asked for what was said already: neither the words nor since when
    assert (await ani.state()).step == "berkas"
    await ani.taps("Lewati")
    assert "Kapan: disebut di isi laporan" in ani.last


async def test_no_rating_begins_from_a_sentence(ani: Talker) -> None:
    await ani.types("mantap kali dukcapil sekarang, 15 menit siap ktp")
    assert (await ani.state()).conversation == "paham"
    assert any("Nilai Disdukcapil" in label for label in ani.buttons()[:3])


async def test_not_that_offers_others_and_then_the_menu(ani: Talker) -> None:
    await ani.types("yang kemarin itu gimana")
    first = ani.buttons()
    assert len(first) <= 4
    await ani.taps("Bukan itu")
    assert set(ani.buttons()[:-1]).isdisjoint(first[:-1])
    await ani.taps("Bukan itu")
    assert (await ani.state()).conversation == "menu"


async def test_a_rating_waits_behind_words_for_something_else(ani: Talker) -> None:
    await begin(ani, "u_disdukcapil")
    await answer(ani, (3, 3))
    before = await ani.state()
    await ani.types("sekalian lapor, lampu taman depan kantor dukcapil mati semua")
    assert "menilai pelayanan" in ani.last
    await ani.taps("Lanjutkan menilai pelayanan")
    assert (await ani.state()).step == before.step
    assert (await ani.state()).data == before.data


async def test_a_button_of_the_waiting_question_still_answers_it(ani: Talker) -> None:
    await begin(ani, "u_disdukcapil")
    question = ani.chat[-1]
    await ani.types(ROAD)
    await ani.presses(question, question.buttons[0])
    assert "2/9" in question.text


async def test_leaving_for_a_report_keeps_its_words(ani: Talker) -> None:
    await begin(ani, "u_disdukcapil")
    await ani.types(ROAD)
    await ani.taps("Simpan, buat laporan")
    await ani.taps("Setuju")
    assert await words_of(ani) == ROAD


async def test_a_picture_without_a_word_begins_a_report_that_keeps_it(ani: Talker) -> None:
    await ani.types("/mulai")
    await ani.sends_file()
    await ani.taps("Setuju")
    assert json.loads((await ani.state()).data)["files"]


async def test_a_greeting_gets_a_greeting(ani: Talker) -> None:
    await ani.types("Peu haba min?")
    assert "halo" in ani.last.lower()


async def test_a_question_the_city_has_not_answered_goes_to_the_office_with_its_words(ani: Talker) -> None:
    asked = "apa syarat bikin ktp baru di dukcapil?"
    await ani.types(asked)
    assert "belum ada di data kami" in ani.last
    await ani.taps("Tanyakan ke kantor")
    await ani.taps("Setuju")
    assert await words_of(ani) == asked


async def test_other_words_at_maksud_anda_are_read_anew(ani: Talker) -> None:
    await ani.types("yang kemarin itu gimana")
    await ani.types(ROAD)
    await ani.taps("Setuju")
    assert await words_of(ani) == ROAD


@pytest.mark.parametrize("words", ["saya mau lapor", "mau buat pengaduan", "Lapor min"])
async def test_the_bare_wish_to_report_begins_a_report_without_words(anywhere: Talk, words: str) -> None:
    who = anywhere.person("Warga")
    await who.types(words)
    await who.taps("Setuju")
    state = await who.state()
    assert (state.conversation, state.step) == ("lapor", "jenis")
    assert json.loads(state.data)["what"] == ""


@pytest.mark.parametrize("words", ["saya mau ikut forum", "ada diskusi apa", "ikut musyawarah"])
async def test_words_lead_to_the_forum(anywhere: Talk, words: str) -> None:
    who = anywhere.person("Warga")
    await who.types(words)
    assert "Belum ada topik forum" in who.last
    assert any("Lapor" in label for label in who.buttons()), "what was meant to be said can still be said"
    await (await City.founded(anywhere)).opens(unit_id=None)
    await who.types(words)
    assert ((await who.state()).conversation, (await who.state()).step) == ("forum", "topik")


async def test_a_wish_for_the_city_is_asked_about_and_a_wish_with_its_matter_is_a_report(ani: Talker) -> None:
    await ani.types("mau kasih usul buat kota")
    assert {"🗣 Forum warga", "💡 Usul (laporan)"} <= set(ani.buttons())
    await ani.taps("Bukan itu")
    await ani.types("usul dibuat taman baca di setiap gampong")
    assert "taman baca" in ani.last and "✅ Setuju" in ani.buttons()


@pytest.mark.parametrize("word", ["ya", "Setuju", "tidak", "7"])
async def test_a_bare_answer_means_nothing_by_itself(anywhere: Talk, word: str) -> None:
    """ "setuju" at home was taken for a question about privacy, "tidak" for an insult."""
    who = anywhere.person("Warga")
    await who.types("/mulai")
    await who.types("/batal")
    await who.types(word)
    assert (await who.state()).conversation == "paham"
    assert any("Buat laporan" in label for label in who.buttons())


async def test_a_bare_answer_to_which_of_these_is_asked_again_and_a_no_offers_others(ani: Talker) -> None:
    await ani.types("nilai dukcapil")
    first = ani.buttons()
    await ani.types("ya, setuju")
    assert ani.buttons() == first
    assert "Ketuk salah satu tombol" in ani.last
    await ani.types("tidak")
    assert "bukan itu" in ani.last.lower()


async def test_yes_and_no_answer_whether_to_leave_what_is_under_way(ani: Talker) -> None:
    await begin(ani, "u_bpbd")
    step = (await ani.state()).step
    await ani.types(ROAD)
    await ani.types("tidak")
    assert (await ani.state()).step == step
    await ani.types(ROAD)
    assert len(ani.buttons()) == 2
    await ani.types("ya")
    assert (await ani.state()).conversation == "lapor"


async def test_no_picture_is_said_in_words(ani: Talker) -> None:
    await ani.types("lampu jalan di depan rumah saya mati sejak dua minggu lalu di cunda")
    await ani.taps("Setuju")
    await ani.taps("Meja pengaduan kota")
    assert (await ani.state()).step == "berkas"
    await ani.types("tidak")
    assert (await ani.state()).step == "periksa"
