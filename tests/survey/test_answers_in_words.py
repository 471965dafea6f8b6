"""What is said about an element instead of tapping: plain words are the answer, others are asked about, other matters are none."""

import json

import pytest

from feedbackbot.understanding.knowledge import UnderstandingDataError, knowledge_of
from feedbackbot.usecases.understanding.read_words import element_answer
from tests.survey.ratings import answer, begin
from tests.talk import Talker

ORDER = (
    "persyaratan",
    "prosedur",
    "waktu",
    "biaya",
    "produk",
    "kompetensi",
    "perilaku",
    "pengaduan",
    "sarana",
)


@pytest.mark.parametrize(
    ("element", "words", "value"),
    [
        ("waktu", "lamaaa bgt, nunggu 3 jam", 1),
        ("waktu", "cepat kali gak sampe 5 menit", 4),
        ("waktu", "treb that", 1),
        ("waktu", "lumayan lama", 0),
        ("biaya", "gak bayar sepeser pun", 4),
        ("biaya", "katanya gratis tapi diminta uang", 0),
        ("perilaku", "petugasnya JUTEK BANGET", 1),
        ("perilaku", "ramah", 0),
        ("perilaku", "tidak ramah sekali", 0),
        ("sarana", "toiletnya jorok banget", 1),
        ("prosedur", "very easy", 4),
        ("waktu", "jam berapa tutupnya", None),
        ("waktu", "cepat gak?", None),
        ("waktu", "mau lapor lampu jalan mati sudah lama sekali", None),
        ("waktu", "lama sekali " * 20, None),
        ("sarana", "", None),
    ],
)
def test_only_plain_words_are_an_answer(element: str, words: str, value: int | None) -> None:
    assert element_answer(element, words) == value


async def test_the_words_are_kept_as_the_answer_and_shown_with_the_way_back(ani: Talker) -> None:
    await begin(ani, "u_disdukcapil")
    await answer(ani, (3, 3))
    await ani.types("lamaaa bgt, nunggu 3 jam")
    assert "Dicatat: *Tidak cepat*" in ani.said() or "Dicatat: Tidak cepat" in ani.said()
    state = await ani.state()
    assert state.step == "biaya"
    assert json.loads(state.data)["answers"]["waktu"] == 1
    await ani.taps("‹ Kembali")
    assert (await ani.state()).step == "waktu"


async def test_doubtful_words_are_asked_about_and_nothing_is_kept(ani: Talker) -> None:
    await begin(ani, "u_disdukcapil")
    await answer(ani, (3, 3, 3, 3, 3, 3))
    await ani.types("petugasnya ramah")
    assert "paling cocok" in ani.last
    assert (await ani.state()).step == "perilaku"
    assert "perilaku" not in json.loads((await ani.state()).data)["answers"]


def test_a_mistyped_element_is_named() -> None:
    with pytest.raises(UnderstandingDataError, match=r"id\.yaml: opinions\.wakto"):
        knowledge_of({"id.yaml": {"opinions": {"wakto": {"good": ["cepat"]}}}})


@pytest.mark.parametrize("value", [1, 2, 3, 4])
async def test_what_a_button_says_is_an_answer_when_typed_and_tells_of_no_danger(
    ani: Talker, value: int
) -> None:
    await begin(ani)
    for element in ORDER:
        assert (await ani.state()).step == element
        await ani.types(ani.buttons()[value - 1])
        assert "bahaya" not in ani.said(), element
    assert "Terima kasih" in ani.said()
