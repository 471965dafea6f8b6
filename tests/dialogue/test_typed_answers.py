"""Words instead of taps."""

import pytest

from feedbackbot.dialogue.incoming import Kind
from feedbackbot.dialogue.message import Choice
from feedbackbot.dialogue.understanding import meant_choice
from tests.talk import Talker

SCALE = (
    Choice("1", "Tidak mudah", also=("tidak puas",)),
    Choice("2", "Kurang mudah", also=("kurang puas",)),
    Choice("3", "Mudah", also=("puas", "bagus")),
    Choice("4", "✓ Sangat mudah", short="Sgt mudah", also=("sangat puas",)),
)
BELOW = (Choice("kembali", "‹ Kembali"),)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("3", "3"),
        (" 4 ", "4"),
        ("Mudah", "3"),
        ("MUDAH!!", "3"),
        ("sangat mudah", "4"),
        ("sangat  mudah 👍", "4"),
        ("sangat mudh", "4"),
        ("sangat mudahh", "4"),
        ("kurang mudha", "2"),
        ("sgt mudah", "4"),
        ("puas", "3"),
        ("ya mudah kok pak", "3"),
        ("ok, sangat mudah", "4"),
        ("sangat puas", "4"),
        ("tidak puas", "1"),
        ("kembali", "kembali"),
        ("‹ Kembali", "kembali"),
    ],
)
def test_a_number_a_label_another_word_or_a_slip_of_the_fingers_is_understood(words: str, key: str) -> None:
    choice = meant_choice(words, SCALE, BELOW)
    assert choice is not None
    assert choice.key == key


@pytest.mark.parametrize(
    "words",
    [
        "",
        "0",
        "5",
        "99999",
        "-1",
        "3.5",
        "mud",
        "sulit",
        "tidak",
        "👍",
        "mudah sekali atau tidak",
        "x" * 4096,
    ],
)
def test_what_names_none_or_more_than_one_is_not_guessed(words: str) -> None:
    assert meant_choice(words, SCALE, BELOW) is None


def test_five_on_a_scale_of_four_is_not_the_way_back() -> None:
    assert meant_choice("5", SCALE, BELOW) is None


async def test_typed_words_that_mean_a_choice_become_it(ani: Talker) -> None:
    await ani.types("/pesan")
    await ani.types("manga")
    assert ani.last == "Catatan untuk mangga?"


async def test_other_words_get_a_notice_above_the_question(ani: Talker) -> None:
    await ani.types("/pesan")
    await ani.types("durian")
    assert ani.last == "Saya belum mengerti. Ketuk salah satu tombol, atau ketik pilihannya.\n\nBuah apa?"


async def test_where_words_are_wanted_a_choice_can_be_typed_all_the_same(ani: Talker) -> None:
    await ani.types("/pesan")
    await ani.types("mangga")
    await ani.types("tanpa catatan")
    assert '"note":"tanpa catatan"' in (await ani.state()).data
    assert ani.last == "Kota mana?"


async def test_words_that_name_a_door_of_the_question_go_through_it(ani: Talker) -> None:
    await ani.types("/mulai")
    await ani.types("pesan buah")
    assert ani.last == "Buah apa?"


async def test_words_out_of_the_blue_are_answered_with_the_way_home(ani: Talker) -> None:
    await ani.types("assalamualaikum")
    assert "belum mengerti" in ani.sees()[0]
    assert ani.last == "Rumah"


@pytest.mark.parametrize(
    "kind", [Kind.STICKER, Kind.VOICE, Kind.PHOTO, Kind.LOCATION, Kind.OTHER, Kind.CONTACT]
)
async def test_what_a_question_cannot_use_gets_a_notice_and_the_question(ani: Talker, kind: Kind) -> None:
    await ani.types("/pesan")
    await ani.does(kind)
    assert ani.last.endswith("Buah apa?")
    assert len(ani.answered) == 1
    assert ani.last != "Buah apa?"


async def test_an_edited_message_is_not_an_answer_and_that_is_said(ani: Talker) -> None:
    await ani.types("/pesan")
    await ani.does(Kind.EDITED, text="mangga")
    # the step takes no words, so "send it as a new message" would be false advice
    assert "tidak saya baca lagi" in ani.last
    assert (await ani.state()).step == "buah"


async def test_an_album_that_cannot_be_used_is_refused_once(ani: Talker) -> None:
    await ani.types("/pesan")
    for _ in range(5):
        await ani.sends_file(album="7")
    assert len(ani.chat) == 2
    await ani.sends_file(album="8")
    assert len(ani.chat) == 3


async def test_an_album_out_of_the_blue_is_answered_once(ani: Talker) -> None:
    for _ in range(5):
        await ani.sends_file(album="7")
    assert ani.sees() == ["Halo! Saya belum mengerti pesan itu. Silakan pilih di bawah ini.", "Rumah"]


async def test_a_photo_or_the_own_number_is_taken_where_it_is_wanted(ani: Talker) -> None:
    await to_photo(ani)
    await ani.does(Kind.CONTACT, phone="+62811")
    assert ani.last == "Dipesan: mangga, +62811"
    assert ani.answered[0].closes_keyboard, "the keyboard that shared the number is taken away"
    assert (await ani.state()).conversation is None


async def test_somebody_elses_number_is_refused(ani: Talker) -> None:
    await to_photo(ani)
    await ani.does(Kind.CONTACT, phone="", foreign_contact=True)
    assert "nomor orang lain" in ani.last
    assert (await ani.state()).step == "foto"
    assert not ani.answered[0].closes_keyboard, "it is asked for again"


async def to_photo(person: Talker) -> None:
    await person.types("/pesan")
    for answer in ("mangga", "tanpa", "kota3", "selesai"):
        await person.types(answer)
